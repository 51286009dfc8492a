/** The events of `<billing-checkout>`: typed, bubbling, composed; no secret and no personal data in any of them. */
import type { DeclineClass } from '../core/declines.js';
import { maySameCard } from '../core/declines.js';
import type { CheckoutError, ErrorCode } from '../core/errors.js';
import type { SessionInfo } from '../core/session.js';
import type { FieldName, Step } from '../core/state.js';
import type { Trace } from '../core/trace.js';
import type { HostEmission, SubmitQuestion, SubmitVerdict } from '../headless/host.js';

/** Detail of `billing-ready`. */
export interface ReadyDetail {
  /** The server's id of the session, such as `cs_…`. No secret. */
  readonly sessionId: string;
  /** Whether something is sold once, for a subscription, or a method is kept. */
  readonly mode: SessionInfo['mode'];
  /** Whether real money would move. */
  readonly livemode: boolean;
}

/** Detail of `billing-change`. */
export interface ChangeDetail {
  /** Nothing more is wanted from the customer. */
  readonly complete: boolean;
  /** Payment method type, in Stripe's word, such as `card`. */
  readonly method: string | null;
  /** Due today: an integer in the currency's minor unit. */
  readonly total: number;
  /** Three lower-case letters (ISO 4217). */
  readonly currency: string;
  /** The save toggle. */
  readonly savePayment: boolean;
}

/** Detail of `billing-step`. */
export interface StepDetail {
  /** The page that is shown now. */
  readonly step: Step;
  /** The page that was shown before. */
  readonly from: Step;
  /** The page was skipped because everything on it was known. */
  readonly skipped: boolean;
}

/** Detail of `billing-invalid`: names, never values. */
export interface InvalidDetail {
  /** Each once, in the order of the form. */
  readonly fields: readonly FieldName[];
}

/** Detail of `billing-submit`. */
export type SubmitDetail = SubmitQuestion;

/** Detail of `billing-decline`. */
export interface DeclineDetail {
  /** Stripe's decline code, or null where the bank gave none. */
  readonly code: string | null;
  /** What the customer can do about it, from the decline code. */
  readonly class: DeclineClass;
  /** Whether the same card may be tried again. */
  readonly retry: boolean;
  /** Counts submits, from 1. */
  readonly attempt: number;
}

/** Detail of `billing-action`, `billing-processing` and `billing-unresolved`. */
export interface SessionDetail {
  /** The server's id of the session, such as `cs_…`. No secret. */
  readonly sessionId: string;
}

/** Detail of `billing-complete`. */
export interface CompleteDetail {
  /** The server's id of the session, such as `cs_…`. No secret. */
  readonly sessionId: string;
  /** Whether something was sold once, for a subscription, or a method was kept. */
  readonly mode: SessionInfo['mode'];
  /** `none_due`: a trial, a discount of everything, or a kept method. `invoiced`: to be paid later. */
  readonly payment: 'paid' | 'none_due' | 'invoiced';
  /** An integer in the currency's minor unit; null when nothing was sold. */
  readonly amount: number | null;
  /** Three lower-case letters (ISO 4217); null when nothing was sold. */
  readonly currency: string | null;
  /** The variant of the experiment, if there is one. */
  readonly variant: string | null;
  /** Known from an earlier visit or another tab, not paid on this page. */
  readonly replayed: boolean;
  /** `hosted`: on a page of Stripe's, where Stripe.js was kept out. Absent for what was paid in the form. */
  readonly via?: 'hosted';
}

/** Detail of `billing-error`. */
export interface ErrorDetail {
  /** What went wrong; the page on trouble says of each what to do. */
  readonly code: ErrorCode;
  /** What to do about it, for developers. */
  readonly hint: string | null;
  /** Stripe's request ids, where there are any. */
  readonly requestIds: readonly string[];
  /** Whether the customer can try again. */
  readonly recoverable: boolean;
  /** What led to it: the last 200 inputs and states, without values. For `npx billing-checkout replay`. */
  readonly trace: Trace;
}

/**
 * Fired before money moves. `preventDefault()` refuses; `waitUntil()` holds the payment.
 *
 * @example
 * ```ts
 * import type { BillingCheckout } from 'billing-checkout';
 *
 * // Nothing is paid before there are seats; if there are none, the customer reads why.
 * export function holdForSeats(checkout: BillingCheckout, reserve: () => Promise<void>): void {
 *   checkout.addEventListener('billing-submit', (event) => {
 *     event.waitUntil(reserve());
 *   });
 * }
 * ```
 */
export class BillingSubmitEvent extends CustomEvent<SubmitDetail> {
  /** Promises the payment waits for. */
  readonly waits: Promise<unknown>[] = [];

  constructor(detail: SubmitDetail) {
    super('billing-submit', { bubbles: true, composed: true, cancelable: true, detail });
  }

  /**
   * Holds the payment until the promise settles, for at most 30 seconds.
   * A rejection refuses it; an `Error`'s message is shown to the customer.
   */
  waitUntil(promise: Promise<unknown>): void {
    this.waits.push(promise);
  }
}

/** Detail of `billing-exposure`. */
export interface ExposureDetail {
  /** The experiment. */
  readonly name: string;
  /** What is shown: one of the experiment's variants. */
  readonly variant: string;
  /** Whether page one of two would be shown to this customer. Computed alike in every arm. */
  readonly differs: boolean;
}

/**
 * Every event of the element, by name.
 *
 * @example
 * ```ts
 * import type { BillingEventMap } from 'billing-checkout';
 *
 * // What your own code takes of an event: its detail is known by its name.
 * export const toRevenue = ({ detail }: BillingEventMap['billing-complete']): string =>
 *   `${detail.amount} ${detail.currency}, ${detail.payment}`;
 * ```
 */
export interface BillingEventMap {
  /** Fields can be used. Once per opening. */
  'billing-ready': CustomEvent<ReadyDetail>;
  /** Completeness, method, total, currency or saving has changed. */
  'billing-change': CustomEvent<ChangeDetail>;
  /** Another of the two pages is shown. */
  'billing-step': CustomEvent<StepDetail>;
  /** Fields stopped Pay or Continue; nothing was sent to Stripe. */
  'billing-invalid': CustomEvent<InvalidDetail>;
  /** Before money moves, once per press that gets so far. Cancelable; `waitUntil()` holds it. */
  'billing-submit': BillingSubmitEvent;
  /** A bank said no; the form can be used again. */
  'billing-decline': CustomEvent<DeclineDetail>;
  /** The customer must act elsewhere, such as verify a bank account. Nothing is paid yet. */
  'billing-action': CustomEvent<SessionDetail>;
  /** Money is on its way, and may still fail to come. */
  'billing-processing': CustomEvent<SessionDetail>;
  /** Nobody could say within twenty seconds whether money moved; it is asked on. */
  'billing-unresolved': CustomEvent<SessionDetail>;
  /** Paid, nothing was due, or invoiced. Once per session and page. */
  'billing-complete': CustomEvent<CompleteDetail>;
  /** A developer's or a system's fault; never a decline. */
  'billing-error': CustomEvent<ErrorDetail>;
  /** The form can be used, within an experiment. Once per opening. */
  'billing-exposure': CustomEvent<ExposureDetail>;
}

/** What of a tag is told with some events. */
interface Teller {
  readonly session: SessionInfo | null;
  readonly trace: Trace;
}

/** Makes the event for what a checkout tells. */
export function toEvent(emission: HostEmission, teller: Teller, variant: string | null): Event | null {
  switch (emission.event) {
    case 'billing-ready': {
      const { session } = teller;
      return (
        session && make('billing-ready', { sessionId: session.id, mode: session.mode, livemode: session.livemode })
      );
    }
    case 'billing-change': {
      const { event, submits: _submits, ...detail } = emission;
      return make(event, detail);
    }
    case 'billing-step':
      return make('billing-step', { step: emission.step, from: emission.from, skipped: emission.skipped });
    case 'billing-invalid':
      return make('billing-invalid', { fields: [...new Set(emission.invalid.map(({ field }) => field))] });
    case 'billing-decline':
      return make('billing-decline', toDecline(emission.error, emission.submits));
    case 'billing-action':
    case 'billing-processing':
    case 'billing-unresolved':
      return make(emission.event, { sessionId: emission.id });
    case 'billing-complete': {
      const { id, mode, payment, amount, currency, replayed, via } = emission.completion;
      return make('billing-complete', {
        sessionId: id,
        mode,
        payment,
        amount,
        currency,
        variant,
        replayed,
        ...(via && { via }),
      });
    }
    case 'billing-exposure': {
      const { name, variant: shown, differs } = emission;
      return make('billing-exposure', { name, variant: shown, differs });
    }
    case 'billing-error': {
      const { code, hint = null, requestId } = emission.error;
      const requestIds = requestId ? [requestId] : [];
      return make('billing-error', { code, hint, requestIds, recoverable: emission.recoverable, trace: teller.trace });
    }
  }
}

const make = <N extends Exclude<keyof BillingEventMap, 'billing-submit'>>(
  name: N,
  detail: BillingEventMap[N]['detail'],
): Event => new CustomEvent(name, { bubbles: true, composed: true, detail });

function toDecline({ declineCode, declineClass = 'contact_bank' }: CheckoutError, attempt: number): DeclineDetail {
  return { code: declineCode ?? null, class: declineClass, retry: maySameCard(declineClass), attempt };
}

/** How long `waitUntil` may hold a payment, in milliseconds. */
export const WAIT_UNTIL_MS = 30_000;

/** Asks the host, and waits for what it waits for. */
export async function askHost(target: EventTarget, question: SubmitQuestion): Promise<SubmitVerdict> {
  const event = new BillingSubmitEvent(question);
  if (!target.dispatchEvent(event)) return { go: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TypeError('waitUntil() took longer than 30 seconds'));
    }, WAIT_UNTIL_MS);
  });
  try {
    await Promise.race([Promise.all(event.waits), tooLong]);
    return { go: true };
  } catch (cause) {
    return { go: false, ...(isSentence(cause) && { message: cause.message }) };
  } finally {
    clearTimeout(timer);
  }
}

/** A host refuses with `new Error('sentence')`. A `TypeError` and its like are bugs, not sentences. */
const isSentence = (cause: unknown): cause is Error =>
  cause instanceof Error && cause.name === 'Error' && cause.message !== '';
