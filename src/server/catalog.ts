/** What may be bought, how many, and what the form offers with it. */
import { MAX_QUANTITY } from '../contract/item-rules.js';
import type { Item } from '../contract/items.js';
import type { Features } from '../contract/sessions.js';
import { Refusal } from './refusal.js';

/** What the form offers. The server decides; a tag's attribute may ask for less. */
export interface FeatureRules {
  /** Keep the payment method for later: ask the customer, always, or never. Default `ask`. */
  readonly savePayment?: Features['savePayment'];
  /** Let known customers remove a saved card, while no live subscription of theirs is paid with one. Default false. */
  readonly removeSaved?: boolean;
  /** `required` collects a full billing address, `auto` what the payment method needs. Default: as the tag asks, else `required`. */
  readonly billingAddress?: Features['billingAddress'];
  /** Ask for a company's name. Default `off`. */
  readonly company?: Features['company'];
  /** Ask for a tax id. Default `off`. */
  readonly taxId?: Features['taxId'];
  /** Ask for the customer's own number of this purchase. Default `off`. */
  readonly purchaseOrder?: Features['purchaseOrder'];
  /** Countries of billing addresses, two letters each (ISO 3166-1). Default: every one. Several prices: what all of them allow. */
  readonly countries?: readonly string[];
  /** Whether a billing address may be a post office box. Default true. */
  readonly poBoxes?: boolean;
  /** Whether a billing address must be a company's: the name is asked, and required, with it. Default false. Several prices: as soon as one says so. */
  readonly companyAddress?: boolean;
  /** Web address of terms that the customer has to agree to before paying. Default: none. */
  readonly termsUrl?: string;
  /** Let the customer enter a promotion code. Default false. */
  readonly promotionCodes?: boolean;
  /** Let Stripe Tax compute the tax; a billing address is asked for then. Default false. */
  readonly automaticTax?: boolean;
  /** Offer to pay by invoice. Default false. Not together with `automaticTax`. */
  readonly payByInvoice?: boolean;
  /** Days until such an invoice is due, 1 to 365. Default 30; of several prices the fewest. */
  readonly netDays?: number;
  /** Let wallets pay without the form, where the tag asks for it. Default true; never with `automaticTax` or rules about addresses, which need one first. */
  readonly express?: boolean;
  /**
   * Offer a page of Stripe's to customers whose browser does not load Stripe.js. Default true; never where something has to be asked
   * that Stripe's page does not ask: a company, a tax id or an order number that is required, terms, rules about addresses.
   */
  readonly hostedPage?: boolean;
  /**
   * Ways to pay, in Stripe's words: `['card', 'us_bank_account']`. Default: what your Stripe Dashboard has turned on. Of `features` also
   * for methods that are kept.
   */
  readonly paymentMethods?: readonly [string, ...string[]];
  /**
   * How a US bank account is verified: `instant` takes linked accounts only; `automatic` takes typed numbers as well, which the
   * customer proves days later. Default `automatic` for a payment and for `setup`, `instant` for a subscription. Takes effect with `paymentMethods`.
   */
  readonly bankVerification?: 'automatic' | 'instant';
}

/**
 * Rules of one price of the catalog. What it leaves out comes from the server's `features`.
 *
 * @example
 * ```ts
 * import type { PriceRules } from 'billing-checkout/server';
 *
 * export const prices: Readonly<Record<string, PriceRules>> = {
 *   pro_monthly: { quantity: { min: 1, max: 500 }, trialDays: 14 },
 *   pro_yearly: { quantity: { min: 5 }, promotionCodes: true },
 * };
 * ```
 */
export interface PriceRules extends FeatureRules {
  /** Units one purchase may hold. Without it exactly one. */
  readonly quantity?: {
    /** Fewest. Default 1. */
    readonly min?: number;
    /** Most. Default 999999, which is Stripe's. */
    readonly max?: number;
  };
  /** Days before a subscription to this price is first charged, 1 to 730: the method is kept, nothing is due today. */
  readonly trialDays?: number;
  /** Lets a customer who already has this subscription buy it again. Default false. */
  readonly multiple?: boolean;
}

/** Smallest and largest quantity of a price. */
export interface QuantityLimits {
  readonly min: number;
  readonly max: number;
}

/** An item whose price the catalog has and whose quantity it allows. */
export interface CatalogItem extends Item {
  readonly rules: PriceRules;
  readonly limits: QuantityLimits;
}

/** Limits of a price; both 1 when its quantity is fixed. */
export const toLimits = ({ quantity }: PriceRules): QuantityLimits =>
  quantity === undefined ? { min: 1, max: 1 } : { min: quantity.min ?? 1, max: quantity.max ?? MAX_QUANTITY };

/** Looks the items up. Refuses a key that is not in the catalog and a quantity outside its limits. */
export function toCatalogItems(items: readonly Item[], catalog: ReadonlyMap<string, PriceRules>): CatalogItem[] {
  return items.map((item, index) => {
    const rules = catalog.get(item.price);
    if (rules === undefined) {
      throw new Refusal('price.unknown', {
        field: `items.${index}.price`,
        detail: 'Add the lookup key to `prices` of createCheckoutServer.',
      });
    }
    const limits = toLimits(rules);
    if (item.quantity < limits.min || item.quantity > limits.max) {
      throw new Refusal('quantity.out_of_range', {
        field: `items.${index}.quantity`,
        detail: `Between ${limits.min} and ${limits.max}; \`prices\` of createCheckoutServer says so.`,
      });
    }
    return { ...item, rules, limits };
  });
}
