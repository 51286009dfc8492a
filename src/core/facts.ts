/** What is known beside the state: what was typed, what Stripe says of its fields, what it costs. */
import type { PlaceFault } from '../contract/address-rules.js';
import { isEmail } from '../contract/email.js';
import type { FieldFrame } from './ports.js';
import type { AskedFields } from './extra-fields.js';
import type { ExtraField, FieldName } from './state.js';
import type { Summary } from './summary.js';

/** What is known beside the state. Hosts never see the email. */
export interface Facts {
  /** What is bought and what it costs, as Stripe last said. Null before it has. */
  readonly summary: Summary | null;
  /** Fields that Stripe shows already. */
  readonly shown: Readonly<Record<FieldFrame, boolean>>;
  /** Fields that need nothing more: Stripe's, as Stripe says, and of the extra ones those that are asked. */
  readonly filled: Readonly<Record<FieldFrame, boolean> & Partial<Record<ExtraField, boolean>>>;
  /** The kind of payment method chosen, in Stripe's word. */
  readonly method: string | null;
  /** A method that was kept before is chosen: there is nothing to be kept. */
  readonly saved: boolean;
  /** Whether a wallet can pay. Null before it is known. */
  readonly wallets: boolean | null;
  /** Page one was passed over when the form opened: everything on it was known. */
  readonly skipped: boolean;
  /** As typed, or as the host knew it. */
  readonly email: string;
  /** Why the merchant does not sell to the address that is typed; null where they do. */
  readonly addressFault: PlaceFault | null;
  /** How the email was probably meant; null where it looks right. */
  readonly emailSuggestion: string | null;
  /** The save toggle. Unticked until the customer ticks it. */
  readonly savePayment: boolean;
  /** A promotion code as typed, until Stripe has taken it. */
  readonly promotionCode: string;
  /** Extra fields that are asked; null for tags that ask for none, and before it is known. */
  readonly asked: AskedFields | null;
  /** What is typed in extra fields, by name; a merchant’s by `fieldKey`. */
  readonly typed: Readonly<Record<string, string>>;
  /** Keys of our fields that the customer has typed in and left: those say what is wrong with them, or that nothing is. */
  readonly left: readonly string[];
  /** An email that Stripe has refused, and its sentence. */
  readonly emailRefused: {
    /** As it was typed; another email is not refused. */
    readonly email: string;
    /** Stripe's, for the customer; null where it gave none. */
    readonly message: string | null;
  } | null;
  /** The browser says that it has no network. */
  readonly offline: boolean;
  /** The server offers a page of Stripe's in the place of the form. */
  readonly hosted: boolean;
}

/** Before anything is known. */
export const NO_FACTS: Facts = {
  summary: null,
  shown: { payment: false, address: false },
  filled: { payment: false, address: false },
  method: null,
  saved: false,
  wallets: null,
  skipped: false,
  email: '',
  savePayment: false,
  promotionCode: '',
  asked: null,
  typed: {},
  left: [],
  emailRefused: null,
  emailSuggestion: null,
  addressFault: null,
  offline: false,
  hosted: false,
};

/** Whether a field needs nothing more from the customer. One that is not asked needs nothing. */
export function isFilled(facts: Facts, field: FieldName): boolean {
  if (field === 'email') return isEmail(facts.email) && !isRefused(facts);
  return facts.filled[field] !== false && !(field === 'address' && facts.addressFault !== null);
}

/** Whether the email as typed is one that Stripe has refused. */
export const isRefused = ({ email, emailRefused }: Facts): boolean => emailRefused?.email === email.trim();

/**
 * `left` after a keystroke. A field that was wrong goes on saying how it stands, so that it forgives at once; one that was
 * right says nothing before it is left again.
 */
export const leftAfterTyping = (left: readonly string[], key: string, wasWrong: boolean): readonly string[] =>
  wasWrong ? left : left.filter((each) => each !== key);

/** `left` once a field is left. */
export const leftAfterLeaving = (left: readonly string[], key: string): readonly string[] =>
  left.includes(key) ? left : [...left, key];
