/** Adds up what a session costs now and at every renewal. */
import { addInterval } from '../billing/add-interval.js';
import { leastCharge } from '../catalog/currencies.js';
import { amountFormatter } from '../page/format-amount.js';
import { findPrice } from '../catalog/prices.js';
import { findProduct } from '../catalog/products.js';
import { readCoupon } from '../discounts/coupons.js';
import { discountAmounts } from '../discounts/discount-amounts.js';
import { checkMinimum } from '../discounts/redeem-code.js';
import { isInclusive, taxOf, taxOn } from '../tax/session-tax.js';
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { Coupon, LineItem, Price } from '../stripe-types.js';
import type { SessionLine, SessionRecord } from './session-record.js';

export interface LineTotal {
  readonly line: SessionLine;
  readonly price: Price;
  readonly name: string;
  /** Due with this payment before discounts: nothing for a recurring price on trial. */
  readonly dueNow: number;
  /** Due at the next renewal before discounts: nothing for a one-time price. */
  readonly dueNext: number;
  /** Shares of the discount. */
  readonly offNow: number;
  readonly offNext: number;
  /** Of what is left after discounts: on top of it, or part of it where the price includes tax. */
  readonly taxNow: number;
  readonly taxNext: number;
}

export function lineTotals(account: Account, record: SessionRecord): LineTotal[] {
  const trial = hasTrial(record);
  const lines = record.lines.map((line) => {
    const price = findPrice(account, line.priceId);
    const product = typeof price.product === 'string' ? findProduct(account, price.product) : undefined;
    const amount = (price.unit_amount ?? 0) * line.quantity;
    const dueNow = price.recurring && trial ? 0 : amount;
    return { line, price, name: product?.name ?? '', dueNow, dueNext: price.recurring ? amount : 0 };
  });
  const coupon = couponOf(account, record);
  const amounts = (due: 'dueNow' | 'dueNext'): number[] => lines.map((line) => line[due]);
  const offNow = discountAmounts(coupon, amounts('dueNow'));
  const renewal = lines.find(({ price }) => price.recurring)?.price.recurring;
  const lasts = coupon && renewal && reachesRenewal(coupon, renewal, trial, account.now());
  const offNext = discountAmounts(lasts ? coupon : undefined, amounts('dueNext'));
  const tax = taxOf(account, record);
  return lines.map((line, index) => {
    const off = { offNow: offNow[index] ?? 0, offNext: offNext[index] ?? 0 };
    const taxNow = taxOn(tax, line.price, line.dueNow - off.offNow);
    return { ...line, ...off, taxNow, taxNext: taxOn(tax, line.price, line.dueNext - off.offNext) };
  });
}

/** The coupon of a session, which may have been deleted since. */
export function couponOf(account: Account, { discount }: SessionRecord): Coupon | undefined {
  return discount ? (readCoupon(account, discount.coupon) ?? account.deletedCoupons.get(discount.coupon)) : undefined;
}

/** Whether the coupon is still good for the invoice after this one. */
function reachesRenewal(
  { duration, duration_in_months: months }: Coupon,
  { interval, interval_count: count }: NonNullable<Price['recurring']>,
  trial: boolean,
  now: number,
): boolean {
  if (duration === 'forever' || trial) return true;
  if (duration !== 'repeating') return false;
  return addInterval(now, interval, count) < addInterval(now, 'month', months ?? 0);
}

export const hasTrial = ({ subscriptionData }: SessionRecord): boolean =>
  subscriptionData.trial_period_days !== undefined || subscriptionData.trial_end !== undefined;

/** Writes the sums to the session, and refuses one Stripe could not charge. */
export function applyTotals(account: Account, record: SessionRecord): void {
  const { session } = record;
  const lines = lineTotals(account, record);
  const subtotal = lines.reduce((sum, { dueNow: amount }) => sum + amount, 0);
  const off = lines.reduce((sum, { offNow }) => sum + offNow, 0);
  const { exclusive, inclusive } = toTaxes(lines);
  const total = subtotal - off + exclusive.now;
  // On trial nothing is due yet: what the code asks for is what will be.
  checkMinimum(account, record, hasTrial(record) ? lines.reduce((sum, { dueNext }) => sum + dueNext, 0) : subtotal);
  const currency = session.currency ?? '';
  const least = leastCharge[currency] ?? 0;
  if (session.mode === 'payment' && total > 0 && total < least) {
    const shown = amountFormatter(currency, null)(least).amount;
    const message = `The Checkout Session's total amount due must add up to at least ${shown} ${currency}`;
    throw invalidRequest(message, { code: 'amount_too_small' });
  }
  session.amount_subtotal = subtotal;
  session.amount_total = total;
  session.total_details = { amount_discount: off, amount_shipping: 0, amount_tax: exclusive.now + inclusive.now };
  if (session.automatic_tax.enabled) {
    const known = taxOf(account, record) !== 'unknown';
    session.automatic_tax.status = known ? 'complete' : 'requires_location_inputs';
  }
  session.discounts = toDiscounts(record);
  session.payment_status = total === 0 && !hasTrial(record) ? 'no_payment_required' : 'unpaid';
}

/** Tax on top of the prices, and tax within them. */
export function toTaxes(lines: readonly LineTotal[]): Record<'exclusive' | 'inclusive', { now: number; next: number }> {
  const sum = (included: boolean): { now: number; next: number } => {
    const taxed = lines.filter(({ price }) => isInclusive(price) === included);
    return {
      now: taxed.reduce((total, { taxNow }) => total + taxNow, 0),
      next: taxed.reduce((total, { taxNext }) => total + taxNext, 0),
    };
  };
  return { exclusive: sum(false), inclusive: sum(true) };
}

function toDiscounts({ discount }: SessionRecord): SessionRecord['session']['discounts'] {
  if (!discount) return [];
  const { coupon, promotionCode } = discount;
  return [{ coupon: promotionCode === null ? coupon : null, promotion_code: promotionCode }];
}

/** Puts another discount on the session, or none; refused, the old one stays. */
export function changeDiscount(account: Account, record: SessionRecord, discount: SessionRecord['discount']): void {
  const before = record.discount;
  record.discount = discount;
  try {
    applyTotals(account, record);
  } catch (error) {
    record.discount = before;
    throw error;
  }
}

/** Lines as `line_items` shows them. */
export function toLineItems(account: Account, record: SessionRecord): LineItem[] {
  return lineTotals(account, record).map(({ line, price, name, dueNow: amount, offNow, taxNow }) => ({
    id: line.id,
    object: 'item',
    adjustable_quantity: line.adjustable,
    amount_discount: offNow,
    amount_subtotal: amount,
    amount_tax: taxNow,
    amount_total: amount - offNow + (isInclusive(price) ? 0 : taxNow),
    currency: price.currency,
    description: name,
    metadata: line.metadata,
    price,
    quantity: line.quantity,
  }));
}
