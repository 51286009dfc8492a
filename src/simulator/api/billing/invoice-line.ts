/** Lines of invoices, and where they come from. */
import { makeId, randomText } from '../state/make-id.js';
import { decimalOnWire, type Invoice, type InvoiceLineItem, type Price, type Subscription } from '../stripe-types.js';

type Period = InvoiceLineItem['period'];
type Parent = NonNullable<InvoiceLineItem['parent']>;

/** What a line says. Amounts in minor units. */
export interface NewInvoiceLine {
  readonly amount: number;
  readonly currency: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly price: Price | null;
  readonly period: Period;
  readonly parent: Parent | null;
  readonly subscription: string | null;
  readonly metadata?: Record<string, string>;
}

/** Puts a line on an invoice. */
export function toLine(invoice: string, line: NewInvoiceLine): InvoiceLineItem {
  const { price, amount, quantity, metadata = {}, ...said } = line;
  return {
    id: `il_1${randomText(23)}`,
    object: 'line_item',
    ...said,
    amount,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata,
    pretax_credit_amounts: [],
    pricing: price && {
      price_details: {
        price: price.id,
        product: typeof price.product === 'string' ? price.product : price.product.id,
      },
      type: 'price_details',
      unit_amount_decimal: decimalOnWire(String(price.unit_amount ?? 0)),
    },
    quantity,
    quantity_decimal: decimalOnWire(String(quantity)),
    subtotal: amount,
    taxes: [],
  };
}

const noProration = { proration: false, proration_details: null };

/** A line that comes from a subscription's item. */
export const itemParent = (subscription: string, item: string): Parent => ({
  invoice_item_details: null,
  subscription_item_details: { ...noProration, subscription, invoice_item: null, subscription_item: item },
  type: 'subscription_item_details',
});

/** A line that is paid once, with a subscription or without. */
export const extraParent = (subscription: string | null, item = makeId('ii')): Parent => ({
  invoice_item_details: { ...noProration, subscription, invoice_item: item },
  subscription_item_details: null,
  type: 'invoice_item_details',
});

/** What an invoice of a subscription says about it. */
export const toParent = ({ id, metadata }: Subscription): NonNullable<Invoice['parent']> => ({
  quote_details: null,
  subscription_details: { metadata: { ...metadata }, subscription: id },
  type: 'subscription_details',
});
