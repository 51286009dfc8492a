/** Everything a transition can ask to be done. It is done elsewhere, and answers with inputs. */
import type { CheckoutError } from './errors.js';
import type { CheckoutInput } from './inputs.js';
import type { Completion } from './outcome.js';
import type { FieldFrame } from './ports.js';
import type { CheckoutState, InvalidField, Step } from './state.js';

/** What hosts are told, by event. The element adds what only it knows (total, method, variant). */
export type Emission =
  /** The form can be used. */
  | { readonly event: 'billing-ready' }
  | {
      readonly event: 'billing-step';
      /** The page that is shown now. */
      readonly step: Step;
      /** The page before; the same one when the form opens on it. */
      readonly from: Step;
      /** Page one was passed over: everything on it was known. */
      readonly skipped: boolean;
    }
  | {
      readonly event: 'billing-invalid';
      /** What is missing or wrong, in the order of the form. Never empty. */
      readonly invalid: readonly InvalidField[];
    }
  | {
      readonly event: 'billing-decline';
      /** Why not, with Stripe's decline code where there is one. */
      readonly error: CheckoutError;
    }
  | {
      /** Which of the three. */
      readonly event: 'billing-action' | 'billing-processing' | 'billing-unresolved';
      /** The session's, at the merchant's server. */
      readonly id: string;
    }
  | {
      readonly event: 'billing-complete';
      /** What was paid, or that nothing was due. */
      readonly completion: Completion;
    }
  | {
      readonly event: 'billing-error';
      /** What went wrong. A decline is never here. */
      readonly error: CheckoutError;
      /** Trying again may help. */
      readonly recoverable: boolean;
    };

/** Where the keyboard goes. */
export type FocusTarget = 'errors' | 'heading' | 'outcome' | 'promotion' | 'promotion-code' | 'invoice';

/** Something to be done. */
export type CheckoutEffect =
  /** Stripe.js and the session, started in the same tick. Answers `opened`, `remembered` or `open.failed`. */
  | {
      readonly type: 'open';
      /** Which opening: comes back with the answer, see {@link Answer}. */
      readonly attempt: number;
    }
  /** Has a page of Stripe's take the session's place, and goes there. Answers `hosted.left`, `remembered` or `open.failed`. */
  | {
      readonly type: 'open-hosted';
      /** Comes back with the answer. */
      readonly attempt: number;
    }
  /** Takes the frames away; what was typed in our own fields stays. */
  | { readonly type: 'close' }
  /** What page one asks for. Answers `details.passed` or `check.invalid`. */
  | {
      readonly type: 'check-details';
      /** Comes back with the answer. */
      readonly attempt: number;
    }
  /** Our fields, Stripe's, the total and the host. Answers `check.*` or `truth`. */
  | {
      readonly type: 'check';
      /** Comes back with the answer. */
      readonly attempt: number;
    }
  /** Money moves: from a wallet, or from what is in the form; or an invoice is asked for. Answers `confirm.*`; of an invoice `truth`, `invoice.refused` or `confirm.unclear`. */
  | {
      readonly type: 'confirm';
      /** Comes back with the answer. */
      readonly attempt: number;
      /** The wallet that waits, in Stripe's word. Absent: what is in the form pays. */
      readonly wallet?: string;
    }
  /** Tells the wallet that waits that nothing is paid. */
  | { readonly type: 'refuse-wallet' }
  /** Reads the truth once. Answers `truth` or `truth.unknown`. */
  | {
      readonly type: 'ask';
      /** Comes back with the answer. */
      readonly attempt: number;
      /** The session's, at the merchant's server. */
      readonly id: string;
    }
  /** Tells the server what is sold now. Answers `items.updated` or `items.failed`. */
  | {
      readonly type: 'update-items';
      /** Comes back with the answer. */
      readonly attempt: number;
    }
  /** Has the typed code taken, or the taken one gone. Answers `promotion.done` or `promotion.failed`. */
  | {
      readonly type: 'update-promotion';
      /** Comes back with the answer. */
      readonly attempt: number;
      /** The taken code goes; else the typed one is tried. */
      readonly remove: boolean;
    }
  /** Makes Stripe.js read the session again. */
  | { readonly type: 'refresh' }
  /** Gives `input` after `ms` milliseconds, unless the state has been left before. */
  | {
      readonly type: 'wait';
      /** Milliseconds. */
      readonly ms: number;
      /** What happens then. */
      readonly input: CheckoutInput;
    }
  /** The purchase has ended: this browser begins no second one by itself. */
  | {
      readonly type: 'remember-done';
      /** The session's. */
      readonly id: string;
    }
  /** The purchase is over or void: the next opening begins another. */
  | { readonly type: 'forget' }
  /** Moves the keyboard within our own part of the form. */
  | {
      readonly type: 'focus';
      /** Where to. */
      readonly target: FocusTarget;
    }
  /** Puts the keyboard into one of Stripe's fields. */
  | {
      readonly type: 'focus-frame';
      /** Which one. */
      readonly frame: FieldFrame;
    }
  /** Tells the host. */
  | {
      readonly type: 'emit';
      /** What it is told. */
      readonly emission: Emission;
    };

/** The next state, and what is to be done about it. */
export type Transition = readonly [CheckoutState, readonly CheckoutEffect[]];
