/** The discount a completed session leaves on its subscription and first invoice. */
import { addInterval } from '../billing/add-interval.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { hasTrial } from '../checkout/session-totals.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { Discount, Invoice, Subscription } from '../stripe-types.js';

/** Counts the redemption, with which the last one can use up coupon and code. */
export function countRedemption(account: Account, { discount }: SessionRecord): void {
  const coupon = discount && account.coupons.get(discount.coupon);
  if (coupon) coupon.times_redeemed += 1;
  const code = discount?.promotionCode == null ? undefined : account.promotionCodes.get(discount.promotionCode);
  if (code) code.times_redeemed += 1;
}

/** Puts the discount on the subscription. One that is for once is over with the first invoice that is not free. */
export function discountSubscription(
  account: Account,
  record: SessionRecord,
  subscription: Subscription,
): Discount | null {
  const coupon = record.discount && account.coupons.get(record.discount.coupon);
  if (!coupon) return null;
  const start = account.now();
  const months = coupon.duration === 'repeating' ? coupon.duration_in_months : null;
  const discount: Discount = {
    id: `di_1${randomText(23)}`,
    object: 'discount',
    checkout_session: null,
    customer: subscription.customer,
    customer_account: null,
    end: months === null ? null : addInterval(start, 'month', months),
    invoice: null,
    invoice_item: null,
    promotion_code: record.discount?.promotionCode ?? null,
    source: { coupon: coupon.id, type: 'coupon' },
    start,
    subscription: subscription.id,
    subscription_item: null,
  };
  account.discounts.set(discount.id, discount);
  if (coupon.duration !== 'once' || hasTrial(record)) subscription.discounts = [discount.id];
  account.emit('customer.discount.created', discount);
  return discount;
}

/** Puts the discount on the first invoice, whole and line by line. `shares` are those of the lines, in order. */
export function discountInvoice(invoice: Invoice, discount: Discount | null, shares: readonly number[]): void {
  const amount = shares.reduce((sum, share) => sum + share, 0);
  if (!discount || amount === 0) return;
  const credit = (share: number): NonNullable<Invoice['total_pretax_credit_amounts']>[number] => ({
    amount: share,
    discount: discount.id,
    type: 'discount',
  });
  invoice.discounts = [discount.id];
  invoice.total_discount_amounts = [{ amount, discount: discount.id }];
  invoice.total_pretax_credit_amounts = [credit(amount)];
  for (const [index, line] of invoice.lines.data.entries()) {
    const share = shares[index] ?? 0;
    line.discount_amounts = [{ amount: share, discount: discount.id }];
    line.pretax_credit_amounts = [{ amount: share, discount: discount.id, type: 'discount' }];
  }
}
