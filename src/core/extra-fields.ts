/** What only some tags ask for: how many, for which company, with which tax id, under which order number, by invoice. */
import type { Features } from '../contract/sessions.js';

/** Whether something is asked for, and has to be answered. */
export type Requirement = Features['company'];

/**
 * A check of the host's, in the form that validators share (standardschema.dev): zod, valibot, arktype and others.
 */
export interface StandardSchema {
  /** What the standard asks of a validator, under the name it reserves. */
  readonly '~standard': {
    readonly version: 1;
    /** Which validator it is, such as `zod`. Not read here. */
    readonly vendor: string;
    /** Says what is wrong with a value, or nothing. */
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
  };
}

/** What a {@link StandardSchema} says. `message` of the first issue is shown to the customer. */
export type StandardResult =
  | {
      /** What the validator made of it. Not read: the server is sent what was typed. */
      readonly value: unknown;
      /** Nothing is wrong. */
      readonly issues?: undefined;
    }
  | {
      /** What is wrong; the first is shown. */
      readonly issues: readonly {
        /** A sentence for the customer, in their language. */
        readonly message: string;
      }[];
    };

/** A field of the merchant's own. What is typed goes to the server before the payment, and into Stripe's metadata. */
export interface MerchantField {
  /** Letters, digits, `-` and `_`; at most 34. The server keeps the value as `field_<name>`. */
  readonly name: string;
  /** What the customer reads above it. */
  readonly label: string;
  /** Has to be answered. Default false. */
  readonly required?: boolean;
  /** Checks what is typed, once something is. One that throws, or takes longer than five seconds, stops nothing. */
  readonly schema?: StandardSchema;
}

/** What the tag asks for; null where it says nothing. */
export interface TagWishes {
  /** Lets the customer choose how many. */
  readonly quantity: boolean;
  /** Whether a company's name is asked. */
  readonly company: Requirement | null;
  /** Whether a tax id and its country are asked. */
  readonly taxId: Requirement | null;
  /** Whether the customer's own order number is asked. */
  readonly purchaseOrder: Requirement | null;
  /** Leaves the button for an invoice where the server offers one. */
  readonly payByInvoice: boolean;
  /** Fields of the merchant's own, in the order they are shown. Empty: none. */
  readonly fields: readonly MerchantField[];
}

/** A tag that asks for nothing more. */
export const NO_WISHES: TagWishes = {
  quantity: false,
  company: null,
  taxId: null,
  purchaseOrder: null,
  payByInvoice: true,
  fields: [],
};

/** What is asked, once the server has said what it allows. */
export interface AskedFields {
  /** Limits of the quantity; null when it is fixed. */
  readonly quantity: {
    /** Fewest, 1 or more. */
    readonly min: number;
    /** Most. */
    readonly max: number;
  } | null;
  /** Whether the company's name is asked. */
  readonly company: Requirement;
  /** Whether a tax id and its country are asked. */
  readonly taxId: Requirement;
  /** Whether the customer's own order number is asked. */
  readonly purchaseOrder: Requirement;
  /** Whether the button for an invoice is shown. */
  readonly payByInvoice: boolean;
  /** Fields of the merchant's own, in the order they are shown. */
  readonly fields: readonly MerchantField[];
  /** Web address of terms to be agreed to; null where there are none. */
  readonly terms: string | null;
}

/** A tax id, and the company it belongs to. */
export interface TaxIdInfo {
  /** The number as the customer wrote it, and what kind of number it is. */
  readonly taxId: {
    /** Stripe's word, as `eu_vat`. */
    readonly type: string;
    /** The number itself. */
    readonly value: string;
  };
  /** The company's name, for the invoice. */
  readonly businessName: string;
}

/** What the customer says of the purchase, for the server. An empty text takes back what was said. */
export interface PurchaseDetails {
  readonly purchaseOrder?: string;
  readonly company?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The customer agrees to the terms. */
  readonly terms?: true;
}

/** The key of a merchant's field in `typed`. */
export const fieldKey = (name: string): string => `field-${name}`;

/** Whether a tag asks for anything here, as far as the server allows. */
export function asksMore(wishes: TagWishes, features: Features): boolean {
  const { quantity, company, taxId, purchaseOrder, payByInvoice, fields, terms } = toAsked(wishes, features);
  const asked = [company, taxId, purchaseOrder].some((each) => each !== 'off');
  return asked || quantity !== null || payByInvoice || terms !== null || fields.length > 0;
}

/** The server says what may be asked, the tag asks for less, or insists. What the server requires is asked. */
export const toAsked = (wishes: TagWishes, features: Features): AskedFields => ({
  quantity: wishes.quantity ? features.quantity : null,
  company: narrow(features.company, wishes.company),
  taxId: narrow(features.taxId, wishes.taxId),
  purchaseOrder: narrow(features.purchaseOrder, wishes.purchaseOrder),
  payByInvoice: features.payByInvoice && wishes.payByInvoice,
  fields: wishes.fields,
  terms: features.terms ?? null,
});

const narrow = (allowed: Requirement, wish: Requirement | null): Requirement =>
  allowed === 'optional' ? (wish ?? allowed) : allowed;
