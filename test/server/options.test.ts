import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { createCheckoutServer, type CheckoutServerOptions } from '../../src/server/index.js';

const good: CheckoutServerOptions = {
  stripe: new Stripe('sk_test_options'),
  origins: ['https://shop.example'],
  prices: { pro_monthly: { quantity: { min: 1, max: 10 } } },
};

describe('options', () => {
  it('are fine when they are complete', () => {
    expect(createCheckoutServer(good)).toMatchObject({ fetch: expect.any(Function) as unknown });
  });

  it.each([
    ['stripe', undefined, 'new Stripe('],
    ['stripe', 'sk_test_123', 'new Stripe('],
    ['origins', undefined, 'origins: ["https://example.com"]'],
    ['origins', [], 'origins: ["https://example.com"]'],
    ['origins', ['*'], 'scheme, host and port'],
    ['origins', ['https://shop.example/'], 'scheme, host and port'],
    ['origins', ['null'], 'scheme, host and port'],
    ['prices', undefined, 'pro_monthly'],
    ['prices', {}, 'pro_monthly'],
    ['prices', { pro: { quantity: { min: 5, max: 2 } } }, 'whole numbers'],
    ['prices', { pro: { quantity: { min: 0 } } }, 'whole numbers'],
    ['prices', { pro: { quantity: { max: 1_000_000 } } }, 'whole numbers'],
    ['prices', { pro: { trialDays: 0 } }, 'whole number, 1 to 730'],
    ['prices', { pro: { trialDays: 731 } }, 'whole number, 1 to 730'],
    ['endpoint', '/billing/', 'without a slash'],
    ['endpoint', 'billing', 'without a slash'],
    ['webhookSecret', '', 'whsec_'],
    ['webhookSecret', ['whsec_ok', 'sk_test_no'], 'whsec_'],
    ['bodyLimit', 0, '65536'],
    ['bodyTimeout', 0.5, '15000'],
    ['inFlightLimit', 0, '1000'],
    ['inFlightLimit', Infinity, '1000'],
  ])('%s = %j fails loudly and names the mend', (option, value, mend) => {
    // A host without types can pass anything.
    const options = { ...good, [option]: value };
    expect(() => createCheckoutServer(options)).toThrow(TypeError);
    expect(() => createCheckoutServer(options)).toThrow(`option \`${option}\``);
    expect(() => createCheckoutServer(options)).toThrow(mend);
  });

  it('never repeat a secret in what they say', () => {
    const options = { ...good, webhookSecret: 'sk_test_not_a_webhook_secret' };
    expect(() => createCheckoutServer(options)).not.toThrow('sk_test_not');
  });
});

describe('endpoint', () => {
  it('moves the routes', async () => {
    const server = createCheckoutServer({ ...good, endpoint: '/api/pay' });
    const status = async (path: string) => (await server.fetch(new Request(`https://shop.example${path}`))).status;
    expect(await status('/api/pay/sessions')).toBe(405);
    expect(await status('/billing/sessions')).toBe(404);
  });
});
