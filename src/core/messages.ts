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
  | 'notKept'
  | 'totalChanged'
  | 'promotionRefused'
  | 'promotionUnclear'
  | 'refused';

/** Everything a customer can read. Plurals inside; money and dates come formatted by `Intl`. */
export interface Messages {
  /** Below the buttons of wallets, above the form. */
  readonly otherWay: string;
  /** Heads the part of the form with the email. */
  readonly contact: string;
  /** Names the email field. */
  readonly email: string;
  /** A button that mends a likely slip in an email. */
  readonly emailSuggestion: (email: string) => string;
  /** In place of the email field, when the server knows who buys. */
  readonly payingAs: (email: string) => string;
  /** Heads Stripe's address field. */
  readonly address: string;
  /** Heads Stripe's field for card and bank; names page two of two. */
  readonly payment: string;
  /** Heads what is bought and what it costs. */
  readonly summary: string;
  /** Units and the price of one, below an item's name. */
  readonly quantityOf: (quantity: number, unitAmount: string) => string;
  /** How often; put into the sentences about renewals, and behind the price of one. */
  readonly every: (cadence: Cadence) => string;
  /** The price of one and how often it is paid. */
  readonly rate: (amount: string, every: string) => string;
  /** Names the sum of the lines, before discounts and tax. */
  readonly subtotal: string;
  /** Names something that is taken off, in the totals; the coupon's name stands below it. */
  readonly discount: string;
  /** Opens the field for a promotion code. */
  readonly promotionAdd: string;
  /** The field for a promotion code. */
  readonly promotionCode: string;
  /** The button beside the field for a promotion code. */
  readonly promotionApply: string;
  /** Names the button that takes an applied code away. */
  readonly promotionRemove: (code: string) => string;
  /** Read out once a code is taken. `amount` is empty where nothing is taken off today. */
  readonly promotionApplied: (code: string, amount: string) => string;
  /** For how long something is taken off; empty for a purchase that is paid once. */
  readonly discountLasts: (lasts: Discount['lasts']) => string;
  /** Names the tax that is added to the prices. */
  readonly tax: string;
  /** In place of the tax, before an address is typed. */
  readonly taxPending: string;
  /** Tax that is part of the prices. */
  readonly taxIncluded: string;
  /** The business owes the tax itself, to its own tax office. */
  readonly reverseCharge: string;
  /** Names the total. */
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
  /** The save toggle, for a purchase that is paid once. */
  readonly savePayment: string;
  /** The save toggle, for a subscription. */
  readonly savePaymentSubscription: string;
  /** Below that toggle: renewals use the method whether it is ticked or not. */
  readonly savePaymentSubscriptionNote: string;
  /** In place of the save toggle, where the method is kept in any case. */
  readonly savedAlways: string;
  /** Above saved cards, when a bank has given one of them another number or expiry. `last4` is the new number's end. */
  readonly cardUpdated: (last4: string, date: string) => string;
  /** Names the list of the two pages. */
  readonly steps: string;
  /** Page one of two: contact and address. */
  readonly details: string;
  /** From page one to page two. */
  readonly continue: string;
  /** From page two back to page one. */
  readonly back: string;
  /** The pay button. */
  readonly pay: (amount: string) => string;
  /** The pay button before the total is known. */
  readonly payWithoutAmount: string;
  /** The pay button where a trial begins and nothing is due. */
  readonly startTrial: string;
  /** The pay button after it was pressed; read out as well. */
  readonly paying: string;
  /** Below the button, or in place of the form, while the server is asked what came of a payment. */
  readonly checking: string;
  /** Below the button, while a new total is awaited. */
  readonly updating: string;
  /** Below the button, when Stripe takes long to answer a payment. */
  readonly waitingForBank: string;
  /** In place of the form, until its fields are there; read out. */
  readonly loading: string;
  /** In its place, when that takes longer than usual. */
  readonly loadingSlow: string;
  /** Heads the list of fields that want something; `count` is at least 1. */
  readonly invalidTitle: (count: number) => string;
  /** At a field that stopped Pay or Continue, and in the list above the form, by the field's name. */
  readonly invalid: Readonly<Record<Exclude<FieldName, ExtraField>, string>>;
  /** What went wrong, above the form or in its place, by kind; Stripe's own sentence goes before. */
  readonly errors: Readonly<Record<SentenceKey, string>>;
  /** What to do next about a decline; empty where Stripe's own sentence says all. */
  readonly declineAdvice: Readonly<Record<DeclineClass, string>>;
  /** What to look at again; after a decline that is about one thing that was typed. */
  readonly declineLook: Readonly<Record<DeclineLook, string>>;
  /** The merchant does not sell where the address is. `country` is its name. */
  readonly addressCountry: (country: string) => string;
  /** At the address, when a PO box is typed and the merchant takes none. */
  readonly addressPoBox: string;
  /** Behind an error that comes with no other advice. */
  readonly notCharged: string;
  /** The button below a checkout that could not be opened, whose money did not come, or whose method is not kept. */
  readonly tryAgain: string;
  /** The button below a checkout that has expired. */
  readonly startAgain: string;
  /** The button that asks the server at once, below a payment whose outcome is unknown. */
  readonly checkAgain: string;
  /** The button that copies what has happened, for the seller’s support. */
  readonly copyDetails: string;
  /** Beside the button, once the details are copied; read out. */
  readonly detailsCopied: string;
  /** Above the details, where a browser does not let a page copy. */
  readonly detailsSelected: string;
  /** The button that goes to a page of Stripe's, where Stripe's fields were kept out. */
  readonly payHosted: string;
  /** Above that button. */
  readonly payHostedHint: string;
  /** While the browser is on its way there. */
  readonly leaving: string;
  /** Heads a checkout that could not be opened. */
  readonly failedTitle: string;
  /** Heads a payment whose money did not come, often days later. */
  readonly paymentFailedTitle: string;
  /** Heads a bank account that was to be kept, and could not be confirmed; also what kept no method for another reason. */
  readonly notKeptTitle: string;
  /** Heads a session that can no longer be paid. */
  readonly expiredTitle: string;
  /** Below that heading. */
  readonly expired: string;
  /** Heads every purchase that is complete. */
  readonly completeTitle: string;
  /** Thanks for money that was paid. */
  readonly completePaid: (amount: string) => string;
  /** Below that heading, where nothing was due: a trial, or a discount of everything. */
  readonly completeNoneDue: string;
  /** Below that heading, where an invoice was sent and its day is not known. */
  readonly completeInvoiced: string;
  /** The day by which the invoice is to be paid. */
  readonly completeInvoicedBy: (date: string) => string;
  /** Below that heading, where a method was kept and nothing sold. */
  readonly completeKept: string;
  /** Below that heading, where the amount is not known: paid on an earlier visit or in another tab. */
  readonly completeReplayed: string;
  /** The link to Stripe's receipt, below a complete purchase. */
  readonly receipt: string;
  /** The link to the invoice, below a complete purchase. */
  readonly invoice: string;
  /** Heads a payment whose money is on its way, such as a debit. */
  readonly processingTitle: string;
  /** Below that heading, where the day of arrival is not known. */
  readonly processing: string;
  /** Money asked from a bank account, and the day by which it should have arrived. */
  readonly processingBy: (date: string) => string;
  /** Heads a payment that waits for the customer to do something elsewhere. */
  readonly actionTitle: string;
  /** Below that heading, where no day is known. */
  readonly action: string;
  /** The day on which the small deposit that proves a bank account should be there. */
  readonly actionFrom: (date: string) => string;
  /** The link to the page where a bank account is verified. */
  readonly verify: string;
  /** Heads a payment of which nobody could say within twenty seconds what became. */
  readonly unresolvedTitle: string;
  /** Below that heading: warns against paying again. */
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
  'payment.not_kept': 'notKept',
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
