/** The Checkout Sessions gateway against a real Stripe.js with real frames, over a real backend. */
import { inject } from 'vitest';
import { createHttpBackend } from '../../src/backend/http-backend.js';
import { CheckoutSessionsGateway } from '../../src/stripe/checkout-sessions-gateway.js';
import { conformsToPaymentGateway } from '../stripe/gateway-conformance.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { breakNext, loadLocalStripe, mendAll } from './support/local-stripe.js';

const { endpoint, publishableKey } = inject('shop');
const backend = createHttpBackend({ endpoint: () => endpoint });
const { signal } = new AbortController();
const itemsOf = (quantity: number) => [{ price: 'team_monthly', quantity }];

conformsToPaymentGateway('CheckoutSessionsGateway', {
  options: {
    publishableKey,
    locale: 'en',
    look: { theme: 'stripe', variables: { colorPrimary: '#5b4bff' }, rules: {} },
    returnUrl: location.href,
    askAddress: true,
    askExpress: false,
  },
  early: true,
  unitAmount: 1250,
  promotion: { code: 'SPRING20', percentOff: 20 },
  prepare: loadLocalStripe,
  mend: mendAll,
  createGateway: () => new CheckoutSessionsGateway(),
  async openSession(quantity) {
    const request = { contract: 1, kind: 'purchase', items: itemsOf(quantity) } as const;
    const opened = await backend.open(request, crypto.randomUUID(), signal);
    if (!opened.ok || opened.value.gateway !== 'checkout_session' || opened.value.clientSecret === null) {
      throw new Error('The backend has opened no session.');
    }
    return { id: opened.value.id, clientSecret: opened.value.clientSecret };
  },
  async truth(id) {
    const answer = await backend.read(id, signal);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  },
  change: (id, quantity) => backend.change(id, { contract: 1, change: 'items', items: itemsOf(quantity) }, signal),
  async fill(card) {
    await typeAddress();
    await typeCard(cards[card]);
  },
  typeCard: (card) => typeCard(cards[card]),
  losePromotion: () => breakNext('/v1/payment_pages/*', { kind: 'status' }),
  loseConfirmation: (when) => breakNext('/v1/payment_pages/*/confirm', { kind: 'status', after: when === 'after' }),
});
