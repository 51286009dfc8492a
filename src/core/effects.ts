/** Everything a transition can ask to be done. It is done elsewhere, and answers with inputs. */
import type { CheckoutError } from './errors.js';
import type { CheckoutInput } from './inputs.js';
import type { Completion } from './outcome.js';
import type { FieldFrame } from './ports.js';
import type { CheckoutState, InvalidField, Step } from './state.js';

/** What hosts are told, by event. The element adds what only it knows (total, method, variant). */
export type Emission =
  | { readonly event: 'billing-ready' }
  | { readonly event: 'billing-step'; readonly step: Step; readonly from: Step; readonly skipped: boolean }
  | { readonly event: 'billing-invalid'; readonly invalid: readonly InvalidField[] }
  | { readonly event: 'billing-decline'; readonly error: CheckoutError }
  | { readonly event: 'billing-action' | 'billing-processing' | 'billing-unresolved'; readonly id: string }
  | { readonly event: 'billing-complete'; readonly completion: Completion }
  | { readonly event: 'billing-error'; readonly error: CheckoutError; readonly recoverable: boolean };

/** Where the keyboard goes. */
export type FocusTarget = 'errors' | 'heading' | 'outcome' | 'promotion' | 'promotion-code' | 'invoice';

/** Something to be done. */
export type CheckoutEffect =
  /** Stripe.js and the session, started in the same tick. Answers `opened`, `remembered` or `open.failed`. */
  | { readonly type: 'open'; readonly attempt: number }
  /** Has a page of Stripe's take the session's place, and goes there. Answers `hosted.left`, `remembered` or `open.failed`. */
  | { readonly type: 'open-hosted'; readonly attempt: number }
  /** Takes the frames away; what was typed in our own fields stays. */
  | { readonly type: 'close' }
  /** What page one asks for. Answers `details.passed` or `check.invalid`. */
  | { readonly type: 'check-details'; readonly attempt: number }
  /** Our fields, Stripe's, the total and the host. Answers `check.*` or `truth`. */
  | { readonly type: 'check'; readonly attempt: number }
  /** Money moves: from a wallet, or from what is in the form; or an invoice is asked for. Answers `confirm.*`; of an invoice `truth`, `invoice.refused` or `confirm.unclear`. */
  | { readonly type: 'confirm'; readonly attempt: number; readonly wallet?: string }
  /** Tells the wallet that waits that nothing is paid. */
  | { readonly type: 'refuse-wallet' }
  /** Reads the truth once. Answers `truth` or `truth.unknown`. */
  | { readonly type: 'ask'; readonly attempt: number; readonly id: string }
  /** Tells the server what is sold now. Answers `items.updated` or `items.failed`. */
  | { readonly type: 'update-items'; readonly attempt: number }
  /** Has the typed code taken, or the taken one gone. Answers `promotion.done` or `promotion.failed`. */
  | { readonly type: 'update-promotion'; readonly attempt: number; readonly remove: boolean }
  /** Makes Stripe.js read the session again. */
  | { readonly type: 'refresh' }
  /** Gives `input` after `ms` milliseconds, unless the state has been left before. */
  | { readonly type: 'wait'; readonly ms: number; readonly input: CheckoutInput }
  /** The purchase has ended: this browser begins no second one by itself. */
  | { readonly type: 'remember-done'; readonly id: string }
  /** The purchase is over or void: the next opening begins another. */
  | { readonly type: 'forget' }
  | { readonly type: 'focus'; readonly target: FocusTarget }
  /** Puts the keyboard into one of Stripe's fields. */
  | { readonly type: 'focus-frame'; readonly frame: FieldFrame }
  | { readonly type: 'emit'; readonly emission: Emission };

/** The next state, and what is to be done about it. */
export type Transition = readonly [CheckoutState, readonly CheckoutEffect[]];
