/** Adds up what a session costs now and at every renewal. */
import { leastCharge } from '../catalog/currencies.js';
import { amountFormatter } from '../page/format-amount.js';
import { findPrice } from '../catalog/prices.js';
import { findProduct } from '../catalog/products.js';
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { LineItem, Price } from '../stripe-types.js';
import type { SessionLine, SessionRecord } from './session-record.js';

export interface LineTotal {
  readonly line: SessionLine;
  readonly price: Price;
  readonly name: string;
  /** Due with this payment: nothing for a recurring price on trial. */
  readonly dueNow: number;
  /** Due at every renewal: nothing for a one-time price. */
  readonly dueNext: number;
}

export function lineTotals(account: Account, record: SessionRecord): LineTotal[] {
  const trial = hasTrial(record);
  return record.lines.map((line) => {
    const price = findPrice(account, line.priceId);
    const product = typeof price.product === 'string' ? findProduct(account, price.product) : undefined;
    const amount = (price.unit_amount ?? 0) * line.quantity;
    const dueNow = price.recurring && trial ? 0 : amount;
    return { line, price, name: product?.name ?? '', dueNow, dueNext: price.recurring ? amount : 0 };
  });
}

export const hasTrial = ({ subscriptionData }: SessionRecord): boolean =>
  subscriptionData.trial_period_days !== undefined || subscriptionData.trial_end !== undefined;

export function dueNow(account: Account, record: SessionRecord): number {
  return lineTotals(account, record).reduce((sum, { dueNow: amount }) => sum + amount, 0);
}

/** Writes the sums to the session, and refuses one Stripe could not charge. */
export function applyTotals(account: Account, record: SessionRecord): void {
  const { session } = record;
  const total = dueNow(account, record);
  const currency = session.currency ?? '';
  const least = leastCharge[currency] ?? 0;
  if (session.mode === 'payment' && total > 0 && total < least) {
    const shown = amountFormatter(currency, null)(least).amount;
    const message = `The Checkout Session's total amount due must add up to at least ${shown} ${currency}`;
    throw invalidRequest(message, { code: 'amount_too_small' });
  }
  session.amount_subtotal = total;
  session.amount_total = total;
}

/** Lines as `line_items` shows them. */
export function toLineItems(account: Account, record: SessionRecord): LineItem[] {
  return lineTotals(account, record).map(({ line, price, name, dueNow: amount }) => ({
    id: line.id,
    object: 'item',
    adjustable_quantity: line.adjustable,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: name,
    metadata: line.metadata,
    price,
    quantity: line.quantity,
  }));
}
