/** What only setups do. That the intents gateway is one like Checkout's is in intents-conformance. */
import type { SetupIntent } from '@stripe/stripe-js';
import { describe, expect, inject, it } from 'vitest';
import type { GatewaySession } from '../../src/core/ports.js';
import { IntentsGateway } from '../../src/stripe/intents-gateway.js';
import { loadStripeJs } from '../../src/stripe/load-stripe.js';
import { cards, typeAddress, typeCard } from './support/fields.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { askStripe } from './support/stripe-api.js';

const { publishableKey } = inject('shop');

const options = {
  publishableKey,
  locale: 'en',
  look: { theme: 'stripe', variables: { colorPrimary: '#5b4bff' }, rules: {} },
  returnUrl: location.href,
  askAddress: true,
  askExpress: false,
} as const;

describe('a SetupIntent', () => {
  it('keeps the method, with the address and the email; a no is known before', async () => {
    await loadLocalStripe();
    const setup = await askStripe<SetupIntent>('POST', 'setup_intents');
    const session: GatewaySession = { id: setup.id, clientSecret: setup.client_secret ?? '' };
    const gateway = new IntentsGateway(loadStripeJs);
    const nodes = [document.createElement('div'), document.createElement('div')] as const;
    document.body.append(...nodes);
    const started = gateway.start(options, Promise.resolve(session));
    const ready = new Promise<void>((resolve) => {
      gateway.subscribe((event) => {
        if (event.type === 'frame.ready' && event.frame === 'address') resolve();
      });
    });
    await Promise.all([gateway.mount('payment', nodes[0]), gateway.mount('address', nodes[1])]);
    expect(await started).toMatchObject({ ok: true, value: { total: 0, lines: [] } });
    await ready;
    await gateway.setEmail('ada@example.com');
    await typeAddress();

    await typeCard(cards.insufficientFunds);
    expect(await gateway.confirm({ savePayment: null })).toMatchObject({
      type: 'declined',
      declineCode: 'insufficient_funds',
      adviceCode: 'try_again_later',
    });
    await typeCard(cards.pays);
    expect(await gateway.confirm({ savePayment: true })).toEqual({
      type: 'complete',
      id: setup.id,
      payment: 'none_due',
      amount: 0,
      currency: '',
    });

    const kept = await askStripe<SetupIntent>('GET', `setup_intents/${setup.id}?expand[]=payment_method`);
    expect(kept.payment_method).toMatchObject({
      allow_redisplay: 'always',
      billing_details: { name: 'Ada Lovelace', email: 'ada@example.com', address: { postal_code: '10001' } },
    });
    gateway.close();
    for (const node of nodes) node.remove();
  });
});
