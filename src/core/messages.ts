/** The shape of what customers read: sentences, and typed functions where a sentence has parts. */
import { isProblemCode, PROBLEMS, type ProblemSentence } from '../contract/problems.js';
import type { DeclineClass, DeclineLook } from './declines.js';
import type { CheckoutError, ErrorCode } from './errors.js';
import type { ExtraField, FieldName } from './state.js';
import type { Cadence, Discount } from './summary.js';

/** Why something did not go on, in kinds that customers can tell apart. */
export type SentenceKey =
  | ProblemSentence
  | 'offline'
  | 'slow'
  /** Stripe's script or fields were blocked. */
  | 'blocked'
  | 'declined'
  | 'notMade'
  | 'failed'
  | 'totalChanged'
  | 'promotionRefused'
  | 'promotionUnclear'
  | 'refused';

/** Everything a customer can read. Plurals inside; money and dates come formatted by `Intl`. */
export interface Messages {
  /** Below the buttons of wallets, above the form. */
  readonly otherWay: string;
  readonly contact: string;
  readonly email: string;
  /** A button that mends a likely slip in an email. */
  readonly emailSuggestion: (email: string) => string;
  /** In place of the email field, when the server knows who buys. */
  readonly payingAs: (email: string) => string;
  readonly address: string;
  readonly payment: string;
  readonly summary: string;
  /** Units and the price of one, below an item's name. */
  readonly quantityOf: (quantity: number, unitAmount: string) => string;
  /** How often; put into the sentences about renewals, and behind the price of one. */
  readonly every: (cadence: Cadence) => string;
  /** The price of one and how often it is paid. */
  readonly rate: (amount: string, every: string) => string;
  readonly subtotal: string;
  readonly discount: string;
  /** Opens the field for a promotion code. */
  readonly promotionAdd: string;
  /** The field for a promotion code. */
  readonly promotionCode: string;
  readonly promotionApply: string;
  /** Names the button that takes an applied code away. */
  readonly promotionRemove: (code: string) => string;
  /** Read out once a code is taken. `amount` is empty where nothing is taken off today. */
  readonly promotionApplied: (code: string, amount: string) => string;
  /** For how long something is taken off; empty for a purchase that is paid once. */
  readonly discountLasts: (lasts: Discount['lasts']) => string;
  readonly tax: string;
  readonly taxPending: string;
  /** Tax that is part of the prices. */
  readonly taxIncluded: string;
  /** The business owes the tax itself, to its own tax office. */
  readonly reverseCharge: string;
  readonly dueToday: string;
  /** In place of "due today", where an invoice is paid. */
  readonly amountDue: string;
  /** Names an invoice below its lines; `date` is empty where it is due at once. */
  readonly invoiceDue: (number: string, date: string) => string;
  /** Above what is due, when the last charge of it has failed. `why` is the bank's sentence, or empty. */
  readonly chargeFailed: (why: string) => string;
  /** The button that keeps a method, where nothing is paid. */
  readonly keepMethod: string;
  /** In place of totals, where nothing is paid. */
  readonly keepNote: string;
  /** What comes after today, below the totals. */
  readonly thenEvery: (amount: string, every: string) => string;
  /** What comes after the trial, below the totals. */
  readonly trialUntil: (date: string, amount: string, every: string) => string;
  /** What a later payment is while a discount lasts, after the sentence about its price. */
  readonly thenDiscounted: (amount: string) => string;
  /** What paying agrees to, below the button of a subscription. */
  readonly consent: (amount: string, every: string) => string;
  readonly savePayment: string;
  readonly savePaymentSubscription: string;
  readonly savePaymentSubscriptionNote: string;
  readonly savedAlways: string;
  /** Above saved cards, when a bank has given one of them another number or expiry. `last4` is the new number's end. */
  readonly cardUpdated: (last4: string, date: string) => string;
  /** Names the list of the two pages. */
  readonly steps: string;
  /** Page one of two: contact and address. */
  readonly details: string;
  /** From page one to page two. */
  readonly continue: string;
  readonly back: string;
  /** The pay button. */
  readonly pay: (amount: string) => string;
  readonly payWithoutAmount: string;
  readonly startTrial: string;
  readonly paying: string;
  readonly checking: string;
  readonly updating: string;
  readonly waitingForBank: string;
  readonly loading: string;
  readonly loadingSlow: string;
  /** Heads the list of fields that want something; `count` is at least 1. */
  readonly invalidTitle: (count: number) => string;
  readonly invalid: Readonly<Record<Exclude<FieldName, ExtraField>, string>>;
  readonly errors: Readonly<Record<SentenceKey, string>>;
  /** What to do next about a decline; empty where Stripe's own sentence says all. */
  readonly declineAdvice: Readonly<Record<DeclineClass, string>>;
  /** What to look at again; after a decline that is about one thing that was typed. */
  readonly declineLook: Readonly<Record<DeclineLook, string>>;
  /** The merchant does not sell where the address is. `country` is its name. */
  readonly addressCountry: (country: string) => string;
  readonly addressPoBox: string;
  readonly notCharged: string;
  readonly tryAgain: string;
  readonly startAgain: string;
  readonly checkAgain: string;
  /** The button that copies what has happened, for the seller’s support. */
  readonly copyDetails: string;
  readonly detailsCopied: string;
  /** Above the details, where a browser does not let a page copy. */
  readonly detailsSelected: string;
  /** The button that goes to a page of Stripe's, where Stripe's fields were kept out. */
  readonly payHosted: string;
  /** Above that button. */
  readonly payHostedHint: string;
  /** While the browser is on its way there. */
  readonly leaving: string;
  readonly failedTitle: string;
  readonly paymentFailedTitle: string;
  readonly expiredTitle: string;
  readonly expired: string;
  readonly completeTitle: string;
  /** Thanks for money that was paid. */
  readonly completePaid: (amount: string) => string;
  readonly completeNoneDue: string;
  readonly completeInvoiced: string;
  /** The day by which the invoice is to be paid. */
  readonly completeInvoicedBy: (date: string) => string;
  readonly completeKept: string;
  readonly completeReplayed: string;
  readonly receipt: string;
  readonly invoice: string;
  readonly processingTitle: string;
  readonly processing: string;
  /** Money asked from a bank account, and the day by which it should have arrived. */
  readonly processingBy: (date: string) => string;
  readonly actionTitle: string;
  readonly action: string;
  /** The day on which the small deposit that proves a bank account should be there. */
  readonly actionFrom: (date: string) => string;
  readonly verify: string;
  readonly unresolvedTitle: string;
  readonly unresolved: string;
}

/** Sentences for the browser's own codes; those of the backend have theirs in the contract's table. */
const SENTENCES: Partial<Record<ErrorCode, SentenceKey>> = {
  'network.offline': 'offline',
  'network.timeout': 'slow',
  'checkout.load_timeout': 'slow',
  'network.failed': 'unreachable',
  'backend.unreadable': 'unreachable',
  'stripe.load_failed': 'blocked',
  'stripe.frame_failed': 'blocked',
  'payment.declined': 'declined',
  'payment.not_made': 'notMade',
  'payment.failed': 'failed',
  'payment.total_changed': 'totalChanged',
  'promotion.refused': 'promotionRefused',
  'promotion.invalid': 'promotionRefused',
  'promotion.unclear': 'promotionUnclear',
  'host.refused': 'refused',
};

/** The sentence for an error: Stripe's or the host's own where there is one, else the catalog's. */
export const toSentence = (messages: Messages, { code, message }: CheckoutError): string =>
  message ?? messages.errors[isProblemCode(code) ? PROBLEMS[code].sentence : (SENTENCES[code] ?? 'setup')];

/** Whether trying again unchanged can help; a wrong set-up stays wrong until its developer mends it. */
export const mayTryAgain = ({ code }: CheckoutError): boolean =>
  isProblemCode(code) ? PROBLEMS[code].sentence !== 'setup' : code !== 'config.invalid';
