import Stripe from 'stripe';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCheckoutServer, type Failure } from '../../src/server/index.js';
import { openShop, ORIGIN, purchase, WEBHOOK_SECRET } from './shop.js';

const ask = (server: { fetch: (request: Request) => Promise<Response> }) =>
  server.fetch(
    new Request(`${ORIGIN}/billing/sessions`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': 'purchase-1' },
      body: JSON.stringify(purchase()),
    }),
  );

/** A server whose Stripe is at the end of this `fetch`. */
const serverOn = (fetch: (request: Request) => Promise<Response>, failures: Failure[] = [], key = 'sk_test_failing') =>
  createCheckoutServer({
    stripe: new Stripe(key, {
      httpClient: Stripe.createFetchHttpClient((input, init) => fetch(new Request(input, init))),
      maxNetworkRetries: 0,
    }),
    origins: [ORIGIN],
    prices: { pro_monthly: { quantity: {} } },
    onError: (failure) => void failures.push(failure),
  });

describe('when Stripe cannot help', () => {
  it.each([
    [429, 'stripe.unavailable', 503],
    [500, 'stripe.unavailable', 503],
    [502, 'stripe.unavailable', 503],
    [409, 'server.busy', 503],
  ])('%i becomes %s, to be tried again', async (status, code, ours) => {
    const shop = await openShop();
    shop.fault({ method: 'GET', path: '/v1/prices', kind: 'status', status });
    const response = await shop.post();
    expect(response.status).toBe(ours);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ code });
  });

  it('a broken connection becomes stripe.unavailable', async () => {
    const failures: Failure[] = [];
    const server = serverOn(() => Promise.reject(new TypeError('fetch failed')), failures);
    expect((await ask(server)).status).toBe(503);
    expect(failures).toMatchObject([{ code: 'stripe.unavailable', status: 503, route: 'POST /billing/sessions' }]);
  });

  it('an answer that is none becomes a problem, too', async () => {
    const response = await ask(serverOn(() => Promise.resolve(new Response('<html>', { status: 200 }))));
    expect([502, 503]).toContain(response.status);
  });

  it.each(['/v1/checkout/sessions/', '/v1/invoices/', '/v1/setup_intents/', '/v1/subscriptions/'])(
    'an event is sent again when what is read at %s is none of Stripe’s',
    async (path) => {
      const key = 'sk_test_failing';
      const server = createCheckoutServer({
        stripe: new Stripe(key, {
          httpClient: Stripe.createFetchHttpClient(() => Promise.resolve(Response.json({ hello: 'there' }))),
          maxNetworkRetries: 0,
        }),
        origins: [ORIGIN],
        prices: { pro_monthly: { quantity: {} } },
        webhookSecret: WEBHOOK_SECRET,
        hooks: { completed: () => undefined, subscriptionCreated: () => undefined, renewed: () => undefined },
        onError: () => undefined,
      });
      const type = {
        '/v1/checkout/sessions/': 'checkout.session.completed',
        '/v1/invoices/': 'invoice.paid',
        '/v1/setup_intents/': 'setup_intent.succeeded',
        '/v1/subscriptions/': 'customer.subscription.created',
      }[path];
      const payload = JSON.stringify({
        id: 'evt_1',
        object: 'event',
        created: 1_800_000_000,
        livemode: false,
        api_version: null,
        type,
        data: { object: { id: 'xx_1', object: 'x' } },
      });
      const signature = await new Stripe(key).webhooks.generateTestHeaderStringAsync({
        payload,
        secret: WEBHOOK_SECRET,
      });
      const response = await server.fetch(
        new Request(`${ORIGIN}/billing/webhooks`, {
          method: 'POST',
          headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
          body: payload,
        }),
      );
      expect(response.status).toBeGreaterThanOrEqual(500);
    },
  );

  it('a wrong key is told to the developer without the key', async () => {
    const failures: Failure[] = [];
    const message = 'Invalid API Key provided: sk_test_***ling';
    const refused = { error: { type: 'invalid_request_error', message } };
    const server = serverOn(() => Promise.resolve(Response.json(refused, { status: 401 })), failures);
    const response = await ask(server);
    const text = JSON.stringify([await response.json(), failures]);
    expect(response.status).toBe(502);
    expect(text).toContain('stripe.rejected');
    expect(text).not.toContain('sk_test');
  });

  it('what Stripe refuses is told by code, parameter and request id, not by its sentence', async () => {
    const shop = await openShop();
    const response = await shop.post({}, { customer: 'cus_gone' });
    expect(response.status).toBe(502);
    const problem = await response.json();
    expect(problem).toMatchObject({ code: 'stripe.rejected', requestId: expect.stringMatching(/^req_/) });
    expect(JSON.stringify(problem)).not.toContain('cus_gone');
  });

  it('a log that throws does not change the answer, and is heard of on the console', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => void said.mockRestore());
    const shop = await openShop({
      onError: () => {
        throw new Error('The log is full.');
      },
    });
    shop.fault({ method: 'GET', path: '/v1/prices', kind: 'status', status: 502 });
    expect((await shop.post()).status).toBe(503);
    expect(said).toHaveBeenCalledOnce();
  });

  it('a host’s own function that throws is a 500 without its words', async () => {
    const failures: Failure[] = [];
    const shop = await openShop({
      onError: (failure) => void failures.push(failure),
      customer: () => {
        throw new Error('password=hunter2');
      },
    });
    const response = await shop.post();
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(failures).toMatchObject([{ code: 'server.failed', cause: new Error('password=hunter2') }]);
  });
});
