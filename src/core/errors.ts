/** What can go wrong, by code: for customers through the message catalog, for developers through the hint. */
import type { ProblemCode } from '../contract/problems.js';
import type { DeclineClass, DeclineLook } from './declines.js';

/** Codes of the browser's side; those of the backend are {@link ProblemCode}s. */
export type ErrorCode =
  | ProblemCode
  /** An attribute or property cannot be used. `hint` names it, the reason and the mend. */
  | 'config.invalid'
  /** The device says it has no network. */
  | 'network.offline'
  /** The backend did not answer in time. */
  | 'network.timeout'
  /** The backend could not be reached: refused, reset, blocked by CORS. */
  | 'network.failed'
  /** The backend answered with something that is not the contract. */
  | 'backend.unreadable'
  /** Stripe.js could not be loaded. */
  | 'stripe.load_failed'
  /** Stripe.js or the session took too long to come. */
  | 'checkout.load_timeout'
  /** Stripe.js did not take the session: wrong account, wrong mode, already over. */
  | 'stripe.session_refused'
  /** A field of Stripe's could not be shown. */
  | 'stripe.frame_failed'
  /** A known no of a bank. */
  | 'payment.declined'
  /** Stripe gave no clear answer, and the payment turned out not to have happened. */
  | 'payment.not_made'
  /** Money that was on its way did not arrive. */
  | 'payment.failed'
  /** A bank account that was to be kept was not proven: nothing is kept, and nothing was charged. */
  | 'payment.not_kept'
  /** The total was not what the button said; the customer has to see it first. */
  | 'payment.total_changed'
  /** Stripe does not take this promotion code. */
  | 'promotion.refused'
  /** It cannot be a promotion code: nobody was asked. */
  | 'promotion.invalid'
  /** Nobody said whether the promotion code is good. */
  | 'promotion.unclear'
  /** Stripe does not take this tax id. */
  | 'tax_id.refused'
  /** The host refused the submit. */
  | 'host.refused';

/** What went wrong. Carries nothing secret and nothing personal. */
export interface CheckoutError {
  /** What went wrong, in a word that stays the same in every language and version. */
  readonly code: ErrorCode;
  /** For customers, already in their language. Only from Stripe or the host; else the catalog has the sentence. */
  readonly message?: string;
  /** For developers: what to do about it. */
  readonly hint?: string;
  /** Stripe's request id, when there is one. */
  readonly requestId?: string;
  /** What the customer can do about a decline. */
  readonly declineClass?: DeclineClass;
  /** What to look at again. */
  readonly declineLook?: DeclineLook;
  /** Stripe's decline code. */
  readonly declineCode?: string | null;
}

/** Whether a fault is the developer's or a system's, and not a matter between customer, bank and host. */
export const isSystemError = ({ code }: CheckoutError): boolean => !/^(payment|promotion|tax_id|host)\./.test(code);

/** Whether Stripe's script or fields were kept out, by the browser or the network. */
export const isBlocked = ({ code }: CheckoutError): boolean => /^stripe\.(load|frame)_failed$/.test(code);
