/** How a checkout works with the extra fields of a tag: loaded for tags that ask, so that the others go without. */
import type { Features } from '../contract/sessions.js';
import type { PurchaseDetails, TagWishes, TaxIdInfo } from './extra-fields.js';
import type { Facts } from './facts.js';
import type { Result } from './ports.js';
import type { CheckoutInput } from './inputs.js';
import type { InvalidField, Step } from './state.js';

/** What a checkout gives to its extra fields. */
export interface ExtraFieldsPorts {
  readonly wishes: () => TagWishes;
  /** How many the host says are bought. */
  readonly quantity: () => number;
  /** Two letters (ISO 3166-1) of the address that is typed; null before one is. */
  readonly country: () => string | null;
  readonly facts: () => Facts;
  readonly learn: (news: Partial<Facts>) => void;
  /** Sells another quantity. */
  readonly setQuantity: (quantity: number) => void;
  /** Tells Stripe. A tax id that is no good is `tax_id.refused`, with Stripe's sentence. */
  readonly setTaxId: (info: TaxIdInfo | null) => Promise<Result<unknown>>;
  /** Whether the backend can be asked for an invoice. */
  readonly mayInvoice: () => boolean;
  /** Tells the server. */
  readonly change: (details: PurchaseDetails) => Promise<Result<unknown>>;
}

/** The extra fields of one checkout. */
export interface ExtraFields {
  /** A session has opened: what it allows is asked from now on. */
  begin(features: Features): void;
  /** The host sells another quantity, or the tag asks for other things. */
  refresh(): void;
  /** Takes what the customer types. */
  type(key: string, value: string): void;
  /** The customer has left a field: from now on it says what is wrong with it. What Stripe has to know, it is told. */
  leave(key: string): Promise<void>;
  /** What is wrong with a field as it is now, by its key; null where nothing is. */
  problem(key: string): string | null;
  /** What still wants something on a page; with null on all. Tells Stripe what it has to know. */
  check(page: Step | null): Promise<readonly InvalidField[]>;
  /** Tells the server what was typed, where it does not know yet. */
  save(): Promise<Result<unknown>>;
}

/** What came of asking for an invoice; the attempt is added by whoever asked. */
export type InvoiceAnswer = Invoiced extends infer A ? (A extends unknown ? Omit<A, 'attempt'> : never) : never;

type Invoiced = Extract<CheckoutInput, { readonly type: 'truth' | 'invoice.refused' | 'confirm.unclear' }>;

/** Everything that only some tags ask for. */
export interface Extra extends ExtraFields {
  /** Asks the server for the invoice, once. What cannot be told from a lost answer is `confirm.unclear`. */
  payByInvoice(): Promise<InvoiceAnswer>;
}
