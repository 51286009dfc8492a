/** The browser's view of a session: what Stripe.js hands to the page as its snapshot. */
import type {
  StripeCheckoutDiscountAmount,
  StripeCheckoutLineItem,
  StripeCheckoutSession,
  StripeCheckoutStatus,
} from '@stripe/stripe-js';
import { trialEnd } from '../billing/create-subscription.js';
import { minorUnitsDivisor } from '../catalog/currencies.js';
import { emailOf } from '../checkout/session-email.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { couponOf, lineTotals, toTaxes, type LineTotal } from '../checkout/session-totals.js';
import { findProduct } from '../catalog/products.js';
import type { Account } from '../state/account.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import { isInclusive, taxOf } from '../tax/session-tax.js';
import { toTaxAmounts, toTaxIdInfo } from '../tax/page-tax.js';
import { amountFormatter, type FormatAmount } from './format-amount.js';
import { savedMethods } from './saved-methods.js';

export function pageSnapshot(account: Account, record: SessionRecord): PaymentPage['session'] {
  const { session, typed } = record;
  const currency = session.currency ?? '';
  const money = amountFormatter(currency, session.locale);
  const lines = lineTotals(account, record);
  const tax = taxOf(account, record);
  const { exclusive, inclusive } = toTaxes(lines);
  const total = session.amount_total ?? 0;
  return {
    billingAddress: typed.address?.country
      ? { name: typed.name, address: { ...typed.address, country: typed.address.country } }
      : null,
    businessName: typed.taxId?.businessName ?? null,
    nameCollection: null,
    currency,
    currencyOptions: null,
    discountAmounts: toDiscountAmounts(account, record, session.total_details?.amount_discount ?? 0, money),
    email: emailOf(account, record),
    id: session.id,
    lastPaymentError: record.lastError === null ? null : { message: record.lastError },
    lineItems: lines.map((line) => toLineItem(account, record, line, { tax, money })),
    livemode: false,
    minorUnitsAmountDivisor: minorUnitsDivisor(currency),
    phoneNumber: typed.phone,
    recurring: toRecurring(account, record, lines, money),
    savedPaymentMethods: savedMethods(account, record),
    shipping: null,
    shippingAddress: null,
    shippingOptions: [],
    status: toStatus(session),
    surcharge: null,
    tax: { status: tax === 'unknown' ? 'requires_billing_address' : 'ready' },
    taxAmounts: toTaxAmounts(tax, lines, money),
    taxIdInfo: typed.taxId ? toTaxIdInfo(typed.taxId) : null,
    total: {
      appliedBalance: money(0),
      balanceAppliedToNextInvoice: false,
      discount: money(session.total_details?.amount_discount ?? 0),
      shippingRate: money(0),
      subtotal: money(session.amount_subtotal ?? 0),
      surcharge: money(0),
      taxExclusive: money(exclusive.now),
      taxInclusive: money(inclusive.now),
      total: money(total),
    },
    optionalItems: null,
  };
}

function toDiscountAmounts(
  account: Account,
  record: SessionRecord,
  amount: number,
  money: FormatAmount,
): StripeCheckoutDiscountAmount[] | null {
  const coupon = couponOf(account, record);
  if (!record.discount || !coupon) return null;
  const code =
    record.discount.promotionCode === null ? undefined : account.promotionCodes.get(record.discount.promotionCode);
  const { duration, duration_in_months: durationInMonths, percent_off: percentOff } = coupon;
  return [
    {
      ...money(amount),
      displayName: coupon.name ?? code?.code ?? coupon.id,
      promotionCode: code?.code ?? null,
      recurring:
        duration === 'repeating'
          ? { type: 'repeating', durationInMonths: durationInMonths ?? 0 }
          : duration === 'forever'
            ? { type: 'forever' }
            : null,
      percentOff,
    },
  ];
}

function toStatus(session: SessionRecord['session']): StripeCheckoutStatus {
  if (session.status === 'expired') return { type: 'expired' };
  if (session.status !== 'complete') return { type: 'open' };
  return { type: 'complete', paymentStatus: toPaymentStatus(session.payment_status) };
}

type PaymentStatus = Extract<StripeCheckoutStatus, { type: 'complete' }>['paymentStatus'];

/** `unpaid` is a debit that is under way. */
function toPaymentStatus(status: SessionRecord['session']['payment_status']): PaymentStatus {
  if (status === 'no_payment_required') return 'no_payment_required';
  return status === 'unpaid' ? 'unpaid' : 'paid';
}

function toLineItem(
  account: Account,
  record: SessionRecord,
  total: LineTotal,
  { tax, money }: { readonly tax: ReturnType<typeof taxOf>; readonly money: FormatAmount },
): StripeCheckoutLineItem {
  const { line, price, name, dueNow, offNow, taxNow } = total;
  const included = isInclusive(price);
  const product = findProduct(account, typeof price.product === 'string' ? price.product : price.product.id);
  return {
    id: line.id,
    name,
    discount: money(offNow),
    subtotal: money(dueNow),
    total: money(dueNow - offNow + (included ? 0 : taxNow)),
    taxExclusive: money(included ? 0 : taxNow),
    taxInclusive: money(included ? taxNow : 0),
    unitAmount: money(price.unit_amount ?? 0),
    unitAmountDecimal: null,
    description: product.description,
    quantity: line.quantity,
    unitLabel: product.unit_label ?? null,
    discountAmounts: toDiscountAmounts(account, record, offNow, money),
    taxAmounts: toTaxAmounts(tax, [total], money),
    recurring: price.recurring
      ? {
          interval: toInterval(price.recurring.interval),
          intervalCount: price.recurring.interval_count,
          usageType: 'licensed',
        }
      : null,
    adjustableQuantity: line.adjustable ? { minimum: line.adjustable.minimum, maximum: line.adjustable.maximum } : null,
    images: product.images,
    priceId: price.id,
    isRemovable: false,
    pricing: null,
    transformQuantity: null,
  };
}

function toRecurring(
  account: Account,
  record: SessionRecord,
  lines: readonly LineTotal[],
  money: FormatAmount,
): StripeCheckoutSession['recurring'] {
  const cycle = lines.find(({ price }) => price.recurring)?.price.recurring;
  if (!cycle) return null;
  const next = lines.reduce((sum, { dueNext }) => sum + dueNext, 0);
  const off = lines.reduce((sum, { offNext }) => sum + offNext, 0);
  const { exclusive, inclusive } = toTaxes(lines);
  const end = trialEnd(record, account.now());
  const day = 24 * 60 * 60;
  return {
    interval: toInterval(cycle.interval),
    intervalCount: cycle.interval_count,
    isProrated: false,
    dueNext: {
      subtotal: money(next),
      total: money(next - off + exclusive.next),
      discount: money(off),
      taxInclusive: money(inclusive.next),
      taxExclusive: money(exclusive.next),
      billingCycleAnchor: end,
    },
    trial:
      end === null
        ? null
        : {
            trialEnd: end,
            trialPeriodDays: record.subscriptionData.trial_period_days ?? Math.ceil((end - account.now()) / day),
          },
  };
}

type Interval = NonNullable<StripeCheckoutLineItem['recurring']>['interval'];

/** The SDK leaves room for intervals to come; a price made here has one of these. */
function toInterval(interval: string): Interval {
  return interval === 'day' || interval === 'week' || interval === 'year' ? interval : 'month';
}
