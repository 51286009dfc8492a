/** A session as Stripe.js shows it. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';

const amount = (minorUnitsAmount: number) => ({
  amount: `$${(minorUnitsAmount / 100).toFixed(2)}`,
  minorUnitsAmount,
});

const nextDue = {
  subtotal: amount(1_750),
  taxExclusive: amount(140),
  taxInclusive: amount(0),
  discount: amount(0),
  total: amount(1_890),
  appliedBalance: amount(0),
  balanceAppliedToNextInvoice: false,
  shippingRate: amount(0),
};

/** Two seats a month, taxed. Only what we read; the rest is Stripe's. */
export const stripeSession = (more: Partial<StripeCheckoutSession> = {}): StripeCheckoutSession =>
  ({
    id: 'cs_1',
    currency: 'usd',
    minorUnitsAmountDivisor: 100,
    email: 'ada@example.com',
    canConfirm: true,
    status: { type: 'open' },
    tax: { status: 'ready' },
    taxAmounts: null,
    taxIdInfo: null,
    lineItems: [
      {
        id: 'li_1',
        name: 'Pro',
        description: null,
        quantity: 2,
        unitAmount: amount(875),
        subtotal: amount(1_750),
        recurring: { interval: 'month', intervalCount: 1 },
      },
    ],
    total: nextDue,
    recurring: { interval: 'month', intervalCount: 1, dueNext: nextDue, trial: null },
    ...more,
  }) as unknown as StripeCheckoutSession;
