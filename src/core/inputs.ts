/** Everything that can happen to a checkout: commands, answers, time and the world outside. */
import type { Truth } from '../contract/truth.js';
import type { CheckoutError } from './errors.js';
import type { SessionInfo } from './session.js';
import type { InvalidField, Step } from './state.js';

/** What the host or the customer asks for. */
export type Command =
  /** Opens the checkout, once. */
  | { readonly type: 'load' }
  /** Pay was pressed, or `submit()` called. */
  | {
      readonly type: 'submit';
      /** What the customer has said yes in, in Stripe's word; nothing of the form is asked then. */
      readonly wallet?: string;
    }
  /** Reads the truth again, where it could not be read. */
  | { readonly type: 'recheck' }
  /** Begins again once it has ended: after a failure, an expiry or a purchase. */
  | { readonly type: 'restart' }
  /** Turns to a page. Forward only once nothing is missing on the one before. */
  | {
      readonly type: 'go';
      /** The page to turn to. */
      readonly step: Step;
    }
  /** The host shows the pages together now, or apart. */
  | {
      readonly type: 'flow.changed';
      /** The page the customer is on. */
      readonly step: Step;
    }
  /** The customer wants the code that is typed to be taken, or the one that was taken to be gone. */
  | {
      /** Which of the two. */
      readonly type: 'promotion.apply' | 'promotion.remove';
    }
  /** The customer wants to read what an invoice means, has read it and wants it, or does not. */
  | {
      /** Which of the three. */
      readonly type: 'invoice.ask' | 'invoice.send' | 'invoice.cancel';
    }
  /** The customer wants to pay on a page of Stripe's. */
  | { readonly type: 'hosted.ask' }
  /** What is sold was changed by the host: another price, other seats. */
  | { readonly type: 'items.changed' };

/** What was found out. */
export type Finding =
  /** Stripe has taken the session. */
  | {
      readonly type: 'opened';
      /** What the server has opened, without its secret. */
      readonly session: SessionInfo;
      /** The page to begin on: the second when everything on the first is known. */
      readonly step: Step;
    }
  /** This browser has finished the purchase before, or came back from a bank with it. */
  | {
      readonly type: 'remembered';
      /** The session's. */
      readonly id: string;
      /** The page's address said so: the customer is back from a bank. */
      readonly returned?: boolean;
    }
  /** The browser is on its way to Stripe's page of this session. */
  | {
      readonly type: 'hosted.left';
      /** The session's. */
      readonly id: string;
    }
  /** The checkout could not start. */
  | {
      readonly type: 'open.failed';
      /** Why not. */
      readonly error: CheckoutError;
    }
  /** Opening takes longer than usual: the customer is told. */
  | { readonly type: 'open.slow' }
  /** Opening has taken too long: it is given up. */
  | { readonly type: 'open.timeout' }
  /** Nothing is missing on page one. */
  | { readonly type: 'details.passed' }
  /** Fields, total and host have nothing against paying. */
  | { readonly type: 'check.passed' }
  /** Something is missing or wrong. */
  | {
      readonly type: 'check.invalid';
      /** What, in the order of the form. */
      readonly invalid: readonly InvalidField[];
    }
  /** The host has said no, or the total is another one. */
  | {
      readonly type: 'check.refused';
      /** What the customer is told. */
      readonly error: CheckoutError;
    }
  /** The server and Stripe know what is sold now. */
  | { readonly type: 'items.updated' }
  /** What is sold could not be changed: it stays as it was. */
  | {
      readonly type: 'items.failed';
      /** Why not. */
      readonly error: CheckoutError;
    }
  /** The code is taken, or gone. */
  | { readonly type: 'promotion.done' }
  /** The code was not taken. */
  | {
      readonly type: 'promotion.failed';
      /** Why not. */
      readonly error: CheckoutError;
    }
  /** Stripe says that it is paid, or that nothing was due. */
  | {
      readonly type: 'confirm.complete';
      /** The session's. */
      readonly id: string;
      /** Whether there was something to pay. */
      readonly payment: 'paid' | 'none_due';
      /** What was due: an integer in the currency's minor unit. */
      readonly amount: number;
      /** Three lower-case letters (ISO 4217). */
      readonly currency: string;
    }
  /** Stripe took the session; the money is not there yet. */
  | { readonly type: 'confirm.unpaid' }
  /** A known no: no money has moved. */
  | {
      readonly type: 'confirm.declined';
      /** Stripe's decline code; its error code where the card itself is at fault. Null where there is neither. */
      readonly declineCode: string | null;
      /** Stripe's sentence for the customer, in their language. */
      readonly message: string;
      /** Stripe's advice about this card, such as `try_again_later`. */
      readonly adviceCode?: string;
    }
  /** The server makes no invoice of this. */
  | {
      readonly type: 'invoice.refused';
      /** Why not. */
      readonly error: CheckoutError;
    }
  /** No answer that says whether money moved. */
  | {
      readonly type: 'confirm.unclear';
      /** A sentence for the customer, where it turns out that nothing has moved. */
      readonly message?: string;
    }
  /** The server has said where the session stands. */
  | {
      readonly type: 'truth';
      /** What it said. */
      readonly truth: Truth;
      /** The total on the button, when it was asked; in the currency's minor unit. */
      readonly shown?: number | null;
    }
  /** The truth could not be read. */
  | { readonly type: 'truth.unknown' }
  /** The server knows no such session for this caller: somebody logged in or out. */
  | { readonly type: 'truth.gone' }
  /** It is time to read the truth again. */
  | { readonly type: 'ask.due' }
  /** The truth has been asked for long enough: the customer is told that nobody knows yet. */
  | { readonly type: 'ask.over' };

/** What an effect found out. A number other than the state's makes it stale. */
export type Answer = {
  /** The number that the effect was given. */
  readonly attempt: number;
} & Finding;

/** What the page around us does. */
export type Occurrence =
  /** The tab is looked at again, or came back from the back-forward cache. */
  | { readonly type: 'page.visible' }
  /** The page was left while a payment was made, and is back from the back-forward cache: nobody waits for an answer any more. */
  | { readonly type: 'page.restored' }
  /** Stripe took one of its fields away or could not show it. */
  | {
      readonly type: 'frame.failed';
      /** What Stripe said. */
      readonly error: CheckoutError;
    };

/** Everything that can happen to a checkout. */
export type CheckoutInput = Command | Answer | Occurrence;
