/** What the simulated Stripe.js and its frames say to each other by postMessage. No message carries a card number. */
import type {
  Appearance,
  ContactOption,
  CssFontSource,
  CustomFontSource,
  StripeAddressElementChangeEvent,
  StripeCheckoutContact,
  StripeCheckoutSavedPaymentMethod,
  StripePaymentElementChangeEvent,
} from '@stripe/stripe-js';
import type { IntentConfirm, IntentReply, TokenCreate, TypedBillingDetails } from './intents.js';
import type { MethodType } from './method-data.js';
import type { PaymentPageReply } from './post-payment-page.js';
import type { LinkedBank } from './test-banks.js';
import type { WalletCard, WalletType } from './wallets.js';

export type FrameKind = 'payment' | 'address' | 'express' | 'wallet' | 'challenge' | 'bank';

/** Wraps every message, in both directions. */
export interface Envelope<Message> {
  readonly simulator: 'stripe-frame';
  /** Name of the iframe that sends or receives. */
  readonly frame: string;
  readonly message: Message;
}

/** From the script to a frame. */
export type ToFrame =
  | { readonly type: 'appearance'; readonly appearance: Appearance; readonly fonts: readonly Font[] }
  /** Sent again when something changes; what was typed stays. */
  | { readonly type: 'setup'; readonly setup: FrameSetup }
  | { readonly type: 'focus' }
  | { readonly type: 'blur' }
  | { readonly type: 'clear' }
  /** What came of the bank-linking dialog that the payment frame asked for; null: it was closed. */
  | { readonly type: 'bank-linked'; readonly linked: LinkedBank | null }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

/** From a frame to the script. */
export type FromFrame =
  /** The frame's document runs: for the first time, or again after its node was moved. */
  | { readonly type: 'loaded' }
  | { readonly type: 'ready' }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'focus' }
  | { readonly type: 'blur' }
  | { readonly type: 'escape' }
  | { readonly type: 'payment-change'; readonly change: PaymentChange; readonly invalid: boolean }
  /** The customer removes a saved method; the script asks the API, and sets the frame up again. */
  | { readonly type: 'saved-remove'; readonly id: string }
  | { readonly type: 'card-details'; readonly brand: CardBrandName | null }
  | { readonly type: 'address-change'; readonly change: AddressChange; readonly invalid: boolean }
  /** The payment frame wants the bank-linking dialog. */
  | { readonly type: 'link-bank' }
  /** The dialog is done with. */
  | { readonly type: 'bank'; readonly linked: LinkedBank | null }
  /** A button of the express checkout frame was pressed. */
  | { readonly type: 'express-click'; readonly wallet: WalletType }
  /** The wallet's sheet is done with; null: it was closed. */
  | { readonly type: 'wallet'; readonly card: WalletCard['id'] | null }
  | { readonly type: 'challenge'; readonly outcome: 'complete' | 'fail' | 'canceled' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer };

export type Font = CssFontSource | CustomFontSource;
export type PaymentChange = Omit<StripePaymentElementChangeEvent, 'elementType'>;
export type AddressChange = Omit<StripeAddressElementChangeEvent, 'elementType' | 'elementMode'>;
export type CardBrandName = 'amex' | 'diners' | 'discover' | 'jcb' | 'mastercard' | 'unionpay' | 'visa';

export type FrameSetup = PaymentSetup | AddressSetup | ExpressSetup | WalletSetup | ChallengeSetup | BankSetup;

export interface PaymentSetup {
  readonly kind: 'payment';
  readonly locale: string;
  readonly mode: 'payment' | 'subscription' | 'setup';
  readonly terms: 'auto' | 'always' | 'never';
  readonly readOnly: boolean;
  /** Which of its own billing fields the frame shows; neither beside a billing address element. */
  readonly billingFields: { readonly country: boolean; readonly postalCode: boolean };
  readonly defaultAddress: { readonly country: string | null; readonly postalCode: string | null };
  /** Ways to pay, in the order they are shown. */
  readonly methods: readonly MethodType[];
  /** Whether numbers of a bank account may be typed. */
  readonly bankVerification: 'automatic' | 'instant';
  /** What bank debits ask for and nobody else does. */
  readonly contactFields: { readonly name: boolean; readonly email: boolean };
  readonly defaultContact: { readonly name: string | null; readonly email: string | null };
  readonly savedPaymentMethods: readonly StripeCheckoutSavedPaymentMethod[];
  /** Each saved method can be removed. */
  readonly offerRemove: boolean;
  /** Stripe's own "save" checkbox: shown where the session enables saving and the page does not turn it off. */
  readonly offerSave: boolean;
}

export interface AddressSetup {
  readonly kind: 'address';
  readonly locale: string;
  readonly name: 'full' | 'split' | 'organization';
  readonly phone: boolean;
  readonly contacts: readonly ContactOption[];
  readonly defaultContact: StripeCheckoutContact | null;
}

export interface ExpressSetup {
  readonly kind: 'express';
  readonly locale: string;
  /** In the order they are shown. */
  readonly wallets: readonly WalletType[];
  /** CSS pixels. */
  readonly buttonHeight: number;
}

export interface WalletSetup {
  readonly kind: 'wallet';
  readonly locale: string;
  readonly wallet: WalletType;
  /** What is paid, as the customer reads it. */
  readonly amount: string;
}

export interface BankSetup {
  readonly kind: 'bank';
  readonly locale: string;
}

export interface ChallengeSetup {
  readonly kind: 'challenge';
  readonly locale: string;
  readonly amount: string;
}

/** What the script asks a frame; {@link Answer} has the same `name`. */
export type Question =
  /** Shows every complaint and focuses the first invalid field. */
  | { readonly name: 'validate' }
  | { readonly name: 'value' }
  /** The payment frame adds the card and sends it to the API itself. */
  | { readonly name: 'confirm'; readonly confirm: FrameConfirm }
  /** The same for an intent. */
  | { readonly name: 'pay'; readonly confirm: FrameIntentConfirm };

export type Answer =
  | { readonly name: 'validate'; readonly problem: string | null }
  | { readonly name: 'value'; readonly change: AddressChange }
  | { readonly name: 'confirm'; readonly reply: PaymentPageReply }
  | { readonly name: 'pay'; readonly reply: IntentReply };

export interface FrameConfirm {
  readonly key: string;
  readonly clientSecret: string;
  readonly sessionId: string;
  readonly expectedAmount: number;
  readonly billing: BillingDetails;
  readonly savePaymentMethod: boolean | null;
  readonly email: string | null;
  readonly returnUrl: string | null;
}

/** A confirmation of an intent, or a token for one, without the card. `path` is where it goes. */
export interface FrameIntentConfirm {
  readonly key: string;
  readonly path: string;
  readonly body:
    Omit<IntentConfirm, 'payment_method' | 'payment_method_data'> | Omit<TokenCreate, 'payment_method_data'>;
  /** From the address element and the page; what is typed in the payment frame goes before it. */
  readonly billing: TypedBillingDetails;
  readonly allowRedisplay: 'always' | 'limited' | 'unspecified' | null;
}

/** What the page knows of the payer; it goes before what the payment frame collects itself. */
export interface BillingDetails {
  readonly contact: StripeCheckoutContact | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Reads an envelope that a window already known to us has sent. */
export function isEnvelope<Message>(data: unknown, frame: string): data is Envelope<Message> {
  return (
    typeof data === 'object' &&
    data !== null &&
    'simulator' in data &&
    data.simulator === 'stripe-frame' &&
    'frame' in data &&
    data.frame === frame &&
    'message' in data &&
    typeof data.message === 'object' &&
    data.message !== null &&
    'type' in data.message
  );
}

/** Address of a frame: the fragment names it, and whose messages it takes. */
export function toFrameUrl(origin: string, kind: FrameKind, name: string, host: string): string {
  return `${origin}/frames/${kind}.html#${new URLSearchParams({ name, host }).toString()}`;
}
