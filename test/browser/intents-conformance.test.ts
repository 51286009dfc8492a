/** The intents gateway against a real Stripe.js with real frames: the same suite as Checkout's. */
import type { PaymentIntent } from '@stripe/stripe-js';
import { inject } from 'vitest';
import type { Truth } from '../../src/contract/truth.js';
import { refused } from '../../src/core/result.js';
import type { ToldSummary } from '../../src/contract/told-summary.js';
import { IntentsGateway } from '../../src/stripe/intents-gateway.js';
import { loadStripeJs } from '../../src/stripe/load-stripe.js';
import { conformsToPaymentGateway } from '../stripe/gateway-conformance.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { breakNext, loadLocalStripe, mendAll } from './support/local-stripe.js';
import { askStripe } from './support/stripe-api.js';

const UNIT = 875;
const { publishableKey } = inject('shop');

const options = {
  publishableKey,
  locale: 'en',
  look: { theme: 'stripe', variables: { colorPrimary: '#5b4bff' }, rules: {} },
  returnUrl: location.href,
  askAddress: true,
  askExpress: false,
} as const;

/** What a merchant's server tells of its intent. */
const toSummary = (quantity: number): ToldSummary => ({
  currency: 'usd',
  lines: [{ id: 'pro', name: 'Pro', quantity, unitAmount: UNIT, amount: quantity * UNIT, cadence: null }],
  subtotal: quantity * UNIT,
  discount: 0,
  tax: 0,
  total: quantity * UNIT,
  recurring: null,
  email: null,
  invoice: null,
  failure: null,
});

conformsToPaymentGateway('IntentsGateway', {
  options,
  early: false,
  promotion: null,
  unitAmount: UNIT,
  prepare: loadLocalStripe,
  mend: mendAll,
  createGateway: () => new IntentsGateway(loadStripeJs),
  async openSession(quantity) {
    const intent = await askStripe<PaymentIntent>('POST', 'payment_intents', {
      amount: String(quantity * UNIT),
      currency: 'usd',
    });
    return { id: intent.id, clientSecret: intent.client_secret ?? '', summary: toSummary(quantity) };
  },
  async truth(id) {
    const { status } = await askStripe<PaymentIntent>('GET', `payment_intents/${id}`);
    return { status: status === 'succeeded' ? 'complete' : 'open' } as Truth;
  },
  async change(id, quantity) {
    if (quantity > 500) return refused('quantity.out_of_range', 'At most 500.');
    const params = { amount: String(quantity * UNIT) };
    return { ok: true, value: await askStripe('POST', `payment_intents/${id}`, params) };
  },
  async fill(card) {
    await typeAddress();
    await typeCard(cards[card]);
  },
  typeCard: (card) => typeCard(cards[card]),
  losePromotion: () => Promise.resolve(),
  loseConfirmation: (when) => breakNext('/v1/payment_intents/*/confirm', { kind: 'status', after: when === 'after' }),
});
