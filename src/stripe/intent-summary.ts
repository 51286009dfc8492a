/** What is due for an intent, in our words. */
import type { PaymentIntent, SetupIntent } from '@stripe/stripe-js';
import type { Summary } from '../core/summary.js';

/**
 * Takes the amount from Stripe and the lines from the server. Where the two disagree Stripe's amount is what will be
 * paid, and lines that do not add up to it are not shown.
 */
export function toIntentSummary(intent: PaymentIntent | SetupIntent, told?: Summary): Summary {
  const { amount, currency } =
    intent.object === 'payment_intent' ? intent : { amount: 0, currency: told?.currency ?? '' };
  if (told?.total === amount && told.currency === currency) return { ...told, canConfirm: false };
  return {
    currency,
    lines: [],
    subtotal: amount,
    discount: 0,
    discounts: [],
    tax: 0,
    taxIncluded: 0,
    reverseCharge: false,
    taxPending: false,
    taxId: null,
    total: amount,
    recurring: told?.recurring ?? null,
    email: told?.email ?? null,
    canConfirm: false,
  };
}
