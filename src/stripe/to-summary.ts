/** Stripe's session, in our words. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';
import type { Discount, Recurring, Summary, SummaryLine } from '../core/summary.js';

/**
 * Reads what a session costs. Stripe refuses a confirmation whose total nobody has read:
 * `minorUnitsAmount`, `currency` and `minorUnitsAmountDivisor` together count as read.
 */
export function toSummary(session: StripeCheckoutSession): Summary {
  const { total, currency, minorUnitsAmountDivisor, taxAmounts, taxIdInfo } = session;
  return {
    currency: minorUnitsAmountDivisor > 0 ? currency : '',
    lines: session.lineItems.map(toLine),
    subtotal: total.subtotal.minorUnitsAmount,
    discount: total.discount.minorUnitsAmount,
    discounts: (session.discountAmounts ?? []).map(toDiscount),
    tax: total.taxExclusive.minorUnitsAmount,
    taxIncluded: total.taxInclusive.minorUnitsAmount,
    reverseCharge: taxIdInfo !== null && (taxAmounts ?? []).some(({ percentage }) => percentage === 0),
    taxPending: session.tax.status !== 'ready',
    taxId: taxIdInfo,
    total: total.total.minorUnitsAmount,
    recurring: session.recurring && toRecurring(session.recurring),
    email: session.email,
    canConfirm: session.canConfirm,
  };
}

const toLine = (item: StripeCheckoutSession['lineItems'][number]): SummaryLine => ({
  id: item.id,
  name: item.name,
  description: item.description,
  quantity: item.quantity,
  unitAmount: item.unitAmount.minorUnitsAmount,
  amount: item.subtotal.minorUnitsAmount,
  cadence: item.recurring && { interval: item.recurring.interval, count: item.recurring.intervalCount },
});

const toDiscount = ({ displayName, promotionCode, minorUnitsAmount, recurring }: DiscountAmount): Discount => ({
  label: displayName,
  code: promotionCode,
  amount: minorUnitsAmount,
  lasts: recurring?.type === 'repeating' ? recurring.durationInMonths : (recurring?.type ?? 'once'),
});

type DiscountAmount = NonNullable<StripeCheckoutSession['discountAmounts']>[number];

const toRecurring = (recurring: NonNullable<StripeCheckoutSession['recurring']>): Recurring => ({
  interval: recurring.interval,
  count: recurring.intervalCount,
  amount: recurring.dueNext.total.minorUnitsAmount,
  discount: recurring.dueNext.discount.minorUnitsAmount,
  trialEnd: recurring.trial?.trialEnd ?? null,
});
