/** Where a checkout stands: one union, and everything else follows from it. */
import type { Truth } from '../contract/truth.js';
import type { CheckoutError } from './errors.js';
import type { Completion } from './outcome.js';
import type { SessionInfo } from './session.js';

/** A field that only some tags ask for; `fields` are the merchant's own. */
export type ExtraField = 'company' | 'tax_id' | 'purchase_order' | 'fields' | 'quantity' | 'terms';

/** All of them, in the order they are read. */
export const EXTRA_FIELDS: readonly ExtraField[] = [
  'company',
  'tax_id',
  'purchase_order',
  'fields',
  'quantity',
  'terms',
];

/** A field that stopped Pay or Continue. */
export type FieldName = 'email' | 'address' | 'payment' | ExtraField;

/** Whether the form is shown as one page or as two. */
export type Flow = 'one-page' | 'two-page';

/** A page of the form: who buys, then how they pay. `one-page` shows both together and is always at `details`. */
export type Step = 'details' | 'payment';

/** The page that a field is on. The quantity is beside both, and looked at before paying. */
export const stepOf = (field: FieldName): Step => (ON_PAYMENT.includes(field) ? 'payment' : 'details');

const ON_PAYMENT: readonly FieldName[] = ['payment', 'quantity', 'terms'];

/** What stopped a submit. `message` is Stripe's or the merchant's own; without it the catalog has the sentence. */
export interface InvalidField {
  /** Which field; `fields` for any of the merchant's own. */
  readonly field: FieldName;
  /** Which of the merchant's fields. */
  readonly name?: string;
  /** For the customer, in their language. */
  readonly message?: string;
}

/** Counts openings and attempts; an answer that carries another number is stale. */
interface Counted {
  /** The number of the opening or attempt, from 0. */
  readonly attempt: number;
}

/** A session that may be paid. */
interface Open extends Counted {
  /** The session, without its secret. */
  readonly session: SessionInfo;
  /** The page that is shown. */
  readonly step: Step;
  /** An invoice instead of a payment: while `ready` the customer reads what it means, afterwards it is asked for. */
  readonly invoice?: boolean;
}

/** One that is being paid. */
interface Paying extends Open {
  /** The wallet that pays, in Stripe's word. Absent: what is in the form does. */
  readonly wallet?: string;
}

/** Nothing loaded yet. */
export interface Idle extends Counted {
  readonly name: 'idle';
}

/** Stripe.js and the session are on their way. */
export interface Loading extends Counted {
  readonly name: 'loading';
  /** It takes longer than usual; the customer is told. */
  readonly slow: boolean;
  /** The customer goes to a page of Stripe's: its session, null before there is one. Absent for the form. */
  readonly hosted?: string | null;
  /** What the form says once it is there: the customer came back without having paid. */
  readonly error?: CheckoutError;
  /** The session of which that is said: what is opened now may be another, because this one was paid after all. */
  readonly unpaid?: string;
  /** The session before was found ended when it was opened, and open when it was read. */
  readonly contradicted?: boolean;
}

/** The customer may type and pay. */
export interface Ready extends Open {
  readonly name: 'ready';
  /** Why the last attempt ended. */
  readonly error?: CheckoutError;
  /** Fields that stopped the last attempt. */
  readonly invalid?: readonly InvalidField[];
  /** Why the promotion code was not taken. */
  readonly promotion?: CheckoutError;
  /**
   * Pay and Continue are held while the server learns what is sold now, a code is taken, or page one is looked through: for
   * page two, or for an invoice.
   */
  readonly waiting: 'items' | 'promotion' | 'details' | 'invoice' | null;
}

/** Fields, total and host are asked before money moves. */
export interface Validating extends Paying {
  readonly name: 'validating';
}

/** `confirm()` is called and not answered. Nobody can see whether a challenge is shown, so no timeout ends it. */
export interface Confirming extends Paying {
  readonly name: 'confirming';
  /** How often the truth was asked meanwhile; from the first on the customer reads that the bank is still asked. */
  readonly asked: number;
}

/** Why the truth is asked. */
export type CheckReason =
  /** The session was found ended when it was opened: an earlier visit, another tab. */
  | 'resumed'
  /** The same again, from a server that has contradicted itself about the session before. */
  | 'contradicted'
  /** The customer came back to the page they paid on: from their bank's. */
  | 'returned'
  /** The page was left while it paid and is shown again: what it waited for may never come. */
  | 'restored'
  /** Stripe gave no clear answer to a confirmation. */
  | 'unclear'
  /** Stripe's field broke while it paid: its answer may never come. */
  | 'broken'
  /** Stripe took the session, the money is not there yet. */
  | 'unpaid';

/** What is given back when a session turns out to be still open. Null when there are no frames to go back to. */
export interface StillOpen {
  /** The session, as the form had it. */
  readonly session: SessionInfo;
  /** The page that was shown. */
  readonly step: Step;
  /** An invoice was asked for. */
  readonly invoice?: boolean;
}

/** The truth is being asked. */
export interface Checking extends Counted {
  readonly name: 'checking';
  /** The session's, in the server's word. */
  readonly id: string;
  /** Why it is asked; decides what an answer of "still open" means. */
  readonly reason: CheckReason;
  /** Questions asked so far, each in its time. What is asked beside them, on request, is not counted. */
  readonly asked: number;
  /** How many of them were answered with "still open". */
  readonly seenOpen: number;
  /** The next question has its time already: further answers that end nothing neither hurry nor repeat it. */
  readonly paused: boolean;
  /** What is given back when nothing was paid. Null after a reload: the form is opened anew. */
  readonly open: StillOpen | null;
  /** Stripe's sentence for the case that nothing happened. */
  readonly message?: string;
}

/** The customer must act elsewhere. */
export interface Action extends Counted {
  readonly name: 'action';
  /** What the server last said, with the link to what is to be done. */
  readonly truth: Truth;
}

/** Money is on its way. */
export interface Processing extends Counted {
  readonly name: 'processing';
  /** What the server last said, with the day by which the money should be there. */
  readonly truth: Truth;
}

/** Paid, nothing due, or invoiced. */
export interface Complete extends Counted {
  readonly name: 'complete';
  /** What it came to. */
  readonly completion: Completion;
}

/** Asked for twenty seconds without an answer; asked on, slowly. */
export interface Unresolved extends Counted {
  readonly name: 'unresolved';
  /** The session's, in the server's word. */
  readonly id: string;
  /** Why it was asked. */
  readonly reason: CheckReason;
  /** What is given back when nothing was paid. Null after a reload: the form is opened anew. */
  readonly open: StillOpen | null;
  /** Stripe's sentence for the case that nothing happened. */
  readonly message?: string;
}

/** Can no longer be paid. */
export interface Expired extends Counted {
  readonly name: 'expired';
}

/** Could not start, or the money did not come. */
export interface Failed extends Counted {
  readonly name: 'failed';
  /** Why; `payment.failed` where the money did not come, `payment.not_kept` where a method is not kept. */
  readonly error: CheckoutError;
}

/** Where a checkout stands. */
export type CheckoutState =
  | Idle
  | Loading
  | Ready
  | Validating
  | Confirming
  | Checking
  | Action
  | Processing
  | Complete
  | Unresolved
  | Expired
  | Failed;

/** Names of the states. */
export type StateName = CheckoutState['name'];

/** Where every checkout begins. */
export const INITIAL_STATE: CheckoutState = { name: 'idle', attempt: 0 };
