/** What is due for an intent, in our words. */
import type { PaymentIntent, SetupIntent } from '@stripe/stripe-js';
import type { ToldSummary } from '../contract/told-summary.js';
import type { Summary } from '../core/summary.js';

/**
 * Takes the amount from Stripe and the lines from the server. Where the two disagree Stripe's amount is what will be
 * paid, and lines that do not add up to it are not shown. A SetupIntent has no amount: the server says what is charged
 * once the method is kept.
 */
export function toIntentSummary(intent: PaymentIntent | SetupIntent, told?: ToldSummary): Summary {
  const { amount, currency } =
    intent.object === 'payment_intent' ? intent : { amount: told?.total ?? 0, currency: told?.currency ?? '' };
  const agreed = told?.total === amount && told.currency === currency ? told : null;
  const { recurring = null, email = null, invoice = null, failure = null } = told ?? {};
  return {
    currency,
    lines: (agreed?.lines ?? []).map((line) => ({ ...line, description: null })),
    subtotal: agreed?.subtotal ?? amount,
    discount: agreed?.discount ?? 0,
    // The server tells what all of them take off together.
    discounts:
      agreed && agreed.discount > 0
        ? [{ label: agreed.discountNames?.join(', ') ?? '', code: null, amount: agreed.discount, lasts: 'once' }]
        : [],
    tax: agreed?.tax ?? 0,
    taxIncluded: 0,
    reverseCharge: false,
    taxPending: false,
    taxId: null,
    total: amount,
    recurring: recurring && { ...recurring, discount: 0, trialEnd: null },
    ...(invoice && { invoice: { ...invoice, failure } }),
    email,
    canConfirm: false,
  };
}
