/** What can be shown: a state, and what is on the form then. */
import type { Features, SessionStatus } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import type { MerchantField } from '../core/extra-fields.js';
import type { CheckoutError } from '../core/errors.js';
import type { Contact } from '../core/ports.js';
import type { SessionInfo } from '../core/session.js';
import type { InvalidField, Step } from '../core/state.js';
import type { Summary } from '../core/summary.js';

/** What is on the form. Everything has a default: a guest who buys one monthly plan. */
export interface ShownForm {
  /** Stripe's mode of the session. Default `subscription`; with `setup` nothing is paid. */
  readonly mode?: SessionInfo['mode'];
  /** What the server offers. Default: email and address are asked, saving too, nothing else. */
  readonly features?: Partial<Features>;
  /** What is bought and what it costs. */
  readonly summary?: Partial<Summary>;
  /** A saved card that the customer's bank has updated. */
  readonly updatedCard?: NonNullable<SessionInfo['updatedCard']>;
  /** Fields of the merchant's own, instead of the tag's `fields`. */
  readonly fields?: readonly MerchantField[];
  /** What is typed in our own fields, by their id: `email`, `company`, `tax_type`, `tax_id`, `purchase_order`, `quantity`. */
  readonly typed?: Readonly<Record<string, string>>;
  /** What the typed email was probably meant as. Default: it is right as it is. */
  readonly emailSuggestion?: string;
  /** What is typed in Stripe's address field; `features.address` says what is wrong with it. Default: nothing yet. */
  readonly address?: Contact['address'];
  /** Whether the customer has a wallet, for tags with `express`. Default: they do. */
  readonly wallet?: boolean;
  /** The save toggle is on. */
  readonly savePayment?: boolean;
  /** What is chosen in Stripe's field, as `card` or `us_bank_account`. Default: not yet anything. */
  readonly method?: string;
  /** A saved method is chosen. */
  readonly saved?: boolean;
}

/** The form can be used; of `error`, `invalid`, `promotion`, `invoice` and `waiting`, give one at most. */
export interface ShownReady extends ShownForm {
  readonly name: 'ready';
  /** The page of two; with one page it means nothing. Default: the one that the rest is about, else `details`. */
  readonly step?: Step;
  /** Why the last attempt has ended. What a decline means for the customer follows from its `declineCode`. */
  readonly error?: CheckoutError;
  /** Fields that have stopped the last attempt. Those of ours must be wrong: left out of `typed`, or typed wrong. */
  readonly invalid?: readonly InvalidField[];
  /** Why the promotion code was not taken; `features.promotionCodes` has to be on. */
  readonly promotion?: CheckoutError;
  /** What paying by invoice means is read; `features.payByInvoice` has to be on. */
  readonly invoice?: boolean;
  /** What Pay and Continue are held for; `details` with two pages only. */
  readonly waiting?: 'items' | 'promotion' | 'details';
}

/** Pay was pressed, and fields, total and host are asked. */
export interface ShownValidating extends ShownForm {
  readonly name: 'validating';
}

/** Stripe has the payment. */
export interface ShownConfirming extends ShownForm {
  readonly name: 'confirming';
  /** It takes so long that the customer is told of their bank. */
  readonly waitingForBank?: boolean;
}

/** The truth is asked. */
export interface ShownChecking extends ShownForm {
  readonly name: 'checking';
  /** The form stays in sight, as after a payment on this page. Default: as after a reload. */
  readonly form?: boolean;
}

/** What the server says came of a payment: over what a plain outcome of that state would be. */
export interface ShownOutcome {
  /** The state that is reached. */
  readonly name: 'action' | 'processing' | 'complete';
  /** What differs from a plain outcome, such as `{ amount: 0 }`. `status` only for `complete`. */
  readonly truth?: Partial<Omit<Truth, 'status'>> & {
    /** Whether it is paid, or an invoice was sent. */
    readonly status?: Extract<SessionStatus, 'complete' | 'invoiced'>;
  };
}

/** Could not start, or the money did not come. */
export interface ShownFailed {
  readonly name: 'failed';
  /** With `payment.failed` the money did not come, with `payment.not_kept` a bank account was not proven; with any other code the checkout could not start. */
  readonly error: CheckoutError;
}

/** A state that can be shown, and what is on the form then. */
export type ShownState =
  | {
      /** The state, which says all. */
      readonly name: 'idle' | 'unresolved' | 'expired';
    }
  /** Stripe.js and the session are awaited. */
  | {
      readonly name: 'loading';
      /** It takes longer than usual. */
      readonly slow?: boolean;
    }
  | ShownReady
  | ShownValidating
  | ShownConfirming
  | ShownChecking
  | ShownOutcome
  | ShownFailed;
