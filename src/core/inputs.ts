/** Everything that can happen to a checkout: commands, answers, time and the world outside. */
import type { Truth } from '../contract/truth.js';
import type { CheckoutError } from './errors.js';
import type { SessionInfo } from './session.js';
import type { InvalidField, Step } from './state.js';

/** What the host or the customer asks for. */
export type Command =
  | { readonly type: 'load' }
  /** `wallet`: what the customer has said yes in, in Stripe's word; nothing of the form is asked then. */
  | { readonly type: 'submit'; readonly wallet?: string }
  | { readonly type: 'recheck' }
  | { readonly type: 'restart' }
  /** Turns to a page. Forward only once nothing is missing on the one before. */
  | { readonly type: 'go'; readonly step: Step }
  /** The host shows the pages together now, or apart. `step` is the one the customer is on. */
  | { readonly type: 'flow.changed'; readonly step: Step }
  /** The customer wants the code that is typed to be taken, or the one that was taken to be gone. */
  | { readonly type: 'promotion.apply' | 'promotion.remove' }
  /** The customer wants to read what an invoice means, has read it and wants it, or does not. */
  | { readonly type: 'invoice.ask' | 'invoice.send' | 'invoice.cancel' }
  /** The customer wants to pay on a page of Stripe's. */
  | { readonly type: 'hosted.ask' }
  /** What is sold was changed by the host: another price, other seats. */
  | { readonly type: 'items.changed' };

/** What an effect found out. A number other than the state's makes it stale. */
export type Answer = { readonly attempt: number } &
  /** `step` is the page to begin on: the second when everything on the first is known. */
  (
    | { readonly type: 'opened'; readonly session: SessionInfo; readonly step: Step }
    /** This browser has finished the purchase before, or came back from a bank with it. */
    | { readonly type: 'remembered'; readonly id: string; readonly returned?: boolean }
    /** The browser is on its way to Stripe's page of this session. */
    | { readonly type: 'hosted.left'; readonly id: string }
    | { readonly type: 'open.failed'; readonly error: CheckoutError }
    | { readonly type: 'open.slow' }
    | { readonly type: 'open.timeout' }
    | { readonly type: 'details.passed' }
    | { readonly type: 'check.passed' }
    | { readonly type: 'check.invalid'; readonly invalid: readonly InvalidField[] }
    | { readonly type: 'check.refused'; readonly error: CheckoutError }
    | { readonly type: 'items.updated' }
    | { readonly type: 'items.failed'; readonly error: CheckoutError }
    | { readonly type: 'promotion.done' }
    | { readonly type: 'promotion.failed'; readonly error: CheckoutError }
    | {
        readonly type: 'confirm.complete';
        readonly id: string;
        readonly payment: 'paid' | 'none_due';
        readonly amount: number;
        readonly currency: string;
      }
    /** Stripe took the session; the money is not there yet. */
    | { readonly type: 'confirm.unpaid' }
    | {
        readonly type: 'confirm.declined';
        readonly declineCode: string | null;
        readonly message: string;
        readonly adviceCode?: string;
      }
    /** The server makes no invoice of this. */
    | { readonly type: 'invoice.refused'; readonly error: CheckoutError }
    /** No answer that says whether money moved. */
    | { readonly type: 'confirm.unclear'; readonly message?: string }
    | {
        readonly type: 'truth';
        readonly truth: Truth;
        /** The total on the button, when it was asked. */ readonly shown?: number | null;
      }
    /** The truth could not be read. */
    | { readonly type: 'truth.unknown' }
    /** The server knows no such session for this caller: somebody logged in or out. */
    | { readonly type: 'truth.gone' }
    | { readonly type: 'ask.due' }
    | { readonly type: 'ask.over' }
  );

/** What the page around us does. */
export type Occurrence =
  /** The tab is looked at again, or came back from the back-forward cache. */
  | { readonly type: 'page.visible' }
  /** The page was left while a payment was made, and is back from the back-forward cache: nobody waits for an answer any more. */
  | { readonly type: 'page.restored' }
  /** Stripe took one of its fields away or could not show it. */
  | { readonly type: 'frame.failed'; readonly error: CheckoutError };

/** Everything that can happen to a checkout. */
export type CheckoutInput = Command | Answer | Occurrence;
