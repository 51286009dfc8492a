/** What a checkout needs from the world, by role. `TNode` is where a field is shown: core knows no DOM. */
import type { Problem } from '../contract/problems.js';
import type { InvoiceRequest } from '../contract/invoice-request.js';
import type { SessionChange } from '../contract/session-change.js';
import type { OpenRequest } from '../contract/open-request.js';
import type { CheckoutSession } from '../contract/sessions.js';
import type { ToldSummary } from '../contract/told-summary.js';
import type { Truth } from '../contract/truth.js';
import type { CheckoutError } from './errors.js';
import type { TaxIdInfo } from './extra-fields.js';
import type { InvalidField } from './state.js';
import type { Summary } from './summary.js';

/** Success, or what went wrong. Ports answer; they do not throw. */
export type Result<T> =
  | {
      readonly ok: true;
      /** The answer. */
      readonly value: T;
    }
  | {
      readonly ok: false;
      /** What the customer and the host are told. */
      readonly error: CheckoutError;
      /** What the backend said, where it answered with a problem. */
      readonly problem?: Problem;
    };

/** The merchant's server. */
export interface Backend {
  /** Opens the session of a purchase, or gives the one that is open. */
  open(request: OpenRequest, purchaseKey: string, signal: AbortSignal): Promise<Result<CheckoutSession>>;
  /** Reads where a session stands. Never from a cache. */
  read(id: string, signal: AbortSignal): Promise<Result<Truth>>;
  /** Changes what is sold, in the same session. */
  change(id: string, change: SessionChange, signal: AbortSignal): Promise<Result<Truth>>;
  /** Turns the session into an invoice. Sent once, never again by itself. Left out, paying by invoice is not offered. */
  payByInvoice?(id: string, request: InvoiceRequest, signal: AbortSignal): Promise<Result<Truth>>;
}

/** Stripe's fields, which the customer fills in. */
export type FieldFrame = 'payment' | 'address';

/** What Stripe shows: its fields, and the buttons of wallets. */
export type FrameKind = FieldFrame | 'express';

/** What a customer's address looks like to Stripe. */
export interface Contact {
  /** The person's or the company's full name. */
  readonly name?: string;
  /** Where they are, in Stripe's names; `country` is two letters (ISO 3166-1). */
  readonly address: {
    /** Two letters (ISO 3166-1). */
    readonly country: string;
    /** Street and number. */
    readonly line1?: string;
    /** What is below the street. */
    readonly line2?: string;
    /** City, or the like. */
    readonly city?: string;
    /** State, province or the like, where addresses have one. */
    readonly state?: string;
    /** Where addresses have one. */
    readonly postal_code?: string;
  };
}

/** How Stripe's fields look, as names of Stripe's Appearance. */
export interface Look {
  /** What Stripe begins from, before `variables` and `rules`. */
  readonly theme: 'stripe' | 'night' | 'flat';
  /** Default `above`, as our own fields. */
  readonly labels?: 'auto' | 'above' | 'floating';
  /** Whether fields stand apart or share their borders. Default: Stripe's. */
  readonly inputs?: 'spaced' | 'condensed';
  /** Nothing moves in Stripe's fields, as where the customer prefers less motion. */
  readonly disableAnimations?: boolean;
  /** Stripe's variables and CSS values, such as `colorPrimary: '#4338ca'`. */
  readonly variables: Readonly<Record<string, string>>;
  /** CSS declarations by Stripe's selectors, such as `.Input:focus`. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Typefaces that Stripe's frames load for themselves: the page's own do not reach into them. */
  readonly fonts?: readonly Font[];
}

/** A typeface as Stripe takes it: a stylesheet with `@font-face` rules, or a family with where its file is (`url(…)`). */
export type Font =
  | {
      /** Web address of the stylesheet. */
      readonly cssSrc: string;
    }
  | {
      /** Its name, as `fontFamily` of the variables uses it. */
      readonly family: string;
      /** Where its file is, as CSS says it: `url(https://…)`. */
      readonly src: string;
      /** CSS `font-display`. Default: `auto`. */
      readonly display?: string;
      /** CSS `font-style`. Default: `normal`. */
      readonly style?: 'normal' | 'italic' | 'oblique';
      /** CSS `unicode-range`. Default: every character. */
      readonly unicodeRange?: string;
      /** CSS `font-weight`, as text. Default: `normal`. */
      readonly weight?: string;
    };

/** What an opening brings along. */
export interface GatewayOptions {
  /** Stripe's key for browsers, `pk_test_…` or `pk_live_…`. */
  readonly publishableKey: string;
  /** BCP 47; Stripe.js keeps the language it is loaded with. */
  readonly locale: string;
  /** As it is when it is read: a gateway reads it when it makes its fields. */
  readonly look: Look;
  /** Where a bank sends the customer back to. */
  readonly returnUrl: string;
  /** Whether the billing address has a field of its own. Else the payment field asks for what a method needs. */
  readonly askAddress: boolean;
  /** Whether wallets have buttons of their own, where the gateway can show them. */
  readonly askExpress: boolean;
  /** The customer's, where it is known when the checkout opens. */
  readonly email?: string;
  /** What the address field begins with. */
  readonly billingAddress?: Contact;
}

/** What an opened session gives to its gateway, and to nobody else. */
export interface GatewaySession {
  /** The session's id at the merchant's server. */
  readonly id: string;
  /** Of a Checkout Session, a PaymentIntent or a SetupIntent, as the gateway needs it. */
  readonly clientSecret: string;
  /** What is paid, where Stripe.js cannot tell: with intents. Only the amount due is read from Stripe then. */
  readonly summary?: ToldSummary | undefined;
  /** Lets Stripe's fields show saved methods. With intents only. */
  readonly customerSessionClientSecret?: string | undefined;
}

/** What happens in Stripe's fields, and to the session. */
export type GatewayEvent =
  /** What is bought, or what it costs, is another now. */
  | {
      readonly type: 'summary';
      /** As Stripe says it now. */
      readonly summary: Summary;
    }
  /** A field can be seen. */
  | {
      readonly type: 'frame.ready';
      /** Which one. */
      readonly frame: FieldFrame;
    }
  /** Stripe could not show a field, or took it away. */
  | {
      readonly type: 'frame.failed';
      /** Which one. */
      readonly frame: FieldFrame;
      /** What Stripe said. */
      readonly error: CheckoutError;
    }
  /** Whether there is a wallet to pay with. */
  | {
      readonly type: 'wallets.known';
      /** There is one. */
      readonly available: boolean;
    }
  /** The customer has said yes in the sheet of a wallet: it waits to be paid or refused. */
  | {
      readonly type: 'wallet.authorized';
      /** Which one, in Stripe's word, such as `apple_pay`. */
      readonly wallet: string;
    }
  /** Another method is chosen, or something was typed. */
  | {
      readonly type: 'payment.changed';
      /** The field needs nothing more. */
      readonly complete: boolean;
      /** What is chosen, in Stripe's word, such as `card`. */
      readonly method: string;
      /** It is one that was kept before. */
      readonly saved: boolean;
    }
  /** Something was typed in the address field. */
  | {
      readonly type: 'address.changed';
      /** The field needs nothing more. */
      readonly complete: boolean;
      /** What is typed, for giving it back after a reopening; it stays in memory. */
      readonly contact: Contact;
    };

/** How to pay. */
export interface ConfirmOptions {
  /** The toggle, or null where there is none. */
  readonly savePayment: boolean | null;
  /** With the wallet that waits, not with the field. */
  readonly wallet?: boolean;
}

/** What paying came to. Only `declined` is a known no. */
export type ConfirmAnswer =
  | {
      readonly type: 'complete';
      /** The session's. */
      readonly id: string;
      /** Whether there was something to pay. */
      readonly payment: 'paid' | 'none_due';
      /** What was due: an integer in the currency's minor unit. */
      readonly amount: number;
      /** Three lower-case letters (ISO 4217). */
      readonly currency: string;
    }
  /** Stripe took the session; the money is not there yet, as with a bank debit. */
  | { readonly type: 'unpaid' }
  | {
      readonly type: 'declined';
      /** Stripe's decline code; its error code where the card itself is at fault, such as `expired_card`. */
      readonly declineCode: string | null;
      /** Stripe's sentence for the customer, in their language. */
      readonly message: string;
      /** Stripe's advice about this card. Checkout does not give any. */
      readonly adviceCode?: string;
    }
  /** No answer that says whether money moved: the merchant's server is asked. */
  | {
      readonly type: 'unclear';
      /** A sentence for the customer, where it turns out that nothing has moved. */
      readonly message?: string;
    };

/**
 * One way to pay with Stripe. A gateway lives for one opening: it is started once and closed once.
 * It holds the client secret, and nobody else does.
 */
export interface PaymentGateway<TNode> {
  /**
   * Loads Stripe.js and makes the fields, as early as Stripe lets it: with Checkout before the session has answered, with
   * intents once there is a secret. Resolves when Stripe has taken the session.
   */
  start(options: GatewayOptions, session: Promise<GatewaySession>): Promise<Result<Summary>>;
  /** Shows a field in a node of the light DOM, once it is made. Again, when a framework has taken the first node away. */
  mount(frame: FrameKind, node: TNode): Promise<Result<null>>;
  /** Takes one field away for good. */
  remove(frame: FrameKind): void;
  /** Tells Stripe who buys. */
  setEmail(email: string): Promise<Result<null>>;
  /** Asks Stripe's fields whether they are complete, and makes them say what is missing. */
  validate(): Promise<readonly InvalidField[]>;
  /** Whether the address needs nothing more. Shows in its field what it does. */
  checkAddress(): Promise<boolean>;
  /** Pays. Never rejects; an answer that says nothing is `unclear`. */
  confirm(options: ConfirmOptions): Promise<ConfirmAnswer>;
  /** Tells the wallet that waits, if one does, that nothing is paid. */
  refuseWallet(): void;
  /** Runs a change at the server while Stripe holds confirmations back, then reads the session again. */
  update(change: () => Promise<Result<unknown>>): Promise<Result<Summary>>;
  /** Tells Stripe the customer's tax id, or that there is none. One that is no good is `tax_id.refused`, with Stripe's sentence. */
  setTaxId(info: TaxIdInfo | null): Promise<Result<Summary>>;
  /** Takes a promotion code. A code that is no good is `promotion.refused`, with Stripe's sentence. */
  applyPromotionCode(code: string): Promise<Result<Summary>>;
  /** Takes the promotion code away. */
  removePromotionCode(): Promise<Result<Summary>>;
  /** Gives Stripe's fields another look; what was typed stays. */
  setLook(look: Look): void;
  /** Gives Stripe's fields another language, where Stripe can; with Checkout they keep the one Stripe.js was loaded with. */
  setLocale(locale: string): void;
  /** Puts the keyboard into a field. */
  focus(frame: FieldFrame): void;
  /** Tells what happens in the fields, and to the session. Returns the way to stop. */
  subscribe(listener: (event: GatewayEvent) => void): () => void;
  /** Takes the fields away. */
  close(): void;
}
