/** Past its limit the server says when to come again; nobody who is being served notices, and Stripe is always let in. */
import { expect, it, vi } from 'vitest';
import { problemSchema } from '../../src/contract/index.js';
import { createCheckoutServer, type Failure } from '../../src/server/index.js';
import { gate, openShop, ORIGIN, purchase, WEBHOOK_SECRET } from './shop.js';

function toRequest(key: string, body: BodyInit = JSON.stringify(purchase())): Request {
  const headers = { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': key };
  const init = { method: 'POST', headers, body, duplex: 'half' } as const;
  return new Request(`${ORIGIN}/billing/sessions`, init);
}

/** A server that two requests fill, held where the host says who asks. */
async function openSmallShop() {
  const held = gate();
  const failures: Failure[] = [];
  const arrived = vi.fn();
  const shop = await openShop();
  const server = createCheckoutServer({
    stripe: shop.stripe,
    origins: [ORIGIN],
    prices: { pro_monthly: { quantity: { max: 100 } } },
    webhookSecret: WEBHOOK_SECRET,
    inFlightLimit: 2,
    onError: (failure) => void failures.push(failure),
    customer: async () => {
      arrived();
      await held.passed;
      return null;
    },
  });
  return { shop, server, held, failures, arrived };
}

it('refuses what is too much with a time to come again, and tells the log once', async () => {
  const { server, held, failures, arrived } = await openSmallShop();
  const served = [server.fetch(toRequest('purchase-1')), server.fetch(toRequest('purchase-2'))];
  await vi.waitFor(() => {
    expect(arrived).toHaveBeenCalledTimes(2);
  }, 10_000);
  const refused = await Promise.all(
    ['purchase-3', 'purchase-4', 'purchase-5'].map((key) => server.fetch(toRequest(key))),
  );
  for (const response of refused) {
    expect(response.status).toBe(503);
    expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'server.busy' });
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(4);
    // A page may read when: it would meet an error of CORS instead.
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  }
  expect(failures.map(({ code }) => code)).toEqual(['server.busy']);

  held.open();
  expect((await Promise.all(served)).map(({ status }) => status)).toEqual([201, 201]);
  expect((await server.fetch(toRequest('purchase-3'))).status).toBe(201);
});

it('makes room again whatever became of a request', async () => {
  const { server, held, arrived } = await openSmallShop();
  held.open();
  for (let round = 0; round < 5; round += 1) {
    const bad = JSON.stringify(purchase({ items: [{ price: 'unknown', quantity: 1 }] }));
    expect((await server.fetch(toRequest(`purchase-${round}`, bad))).status).toBe(422);
    expect((await server.fetch(new Request(`${ORIGIN}/billing/sessions/cs_test_none`))).status).toBe(404);
  }
  expect((await server.fetch(toRequest('purchase-6'))).status).toBe(201);
  expect(arrived).toHaveBeenCalled();
});

it('lets Stripe in while it is full, and pages ask before they send', async () => {
  const { shop, server, held, arrived } = await openSmallShop();
  const served = [server.fetch(toRequest('purchase-1')), server.fetch(toRequest('purchase-2'))];
  await vi.waitFor(() => {
    expect(arrived).toHaveBeenCalledTimes(2);
  }, 10_000);
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', created: 1, type: 'ping', data: { object: {} } });
  const signature = await shop.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: WEBHOOK_SECRET });
  const webhook = new Request(`${ORIGIN}/billing/webhooks`, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body: payload,
  });
  expect((await server.fetch(webhook)).status).toBe(200);
  const preflight = new Request(`${ORIGIN}/billing/sessions`, { method: 'OPTIONS', headers: { origin: ORIGIN } });
  expect((await server.fetch(preflight)).status).toBe(204);
  held.open();
  await Promise.all(served);
});

it('does not count whoever is still sending', async () => {
  const { server, held } = await openSmallShop();
  held.open();
  const slow = Array.from({ length: 10 }, (_, index) => {
    const body = new TransformStream<Uint8Array, Uint8Array>();
    return { body, answer: server.fetch(toRequest(`purchase-slow-${index}`, body.readable)) };
  });
  expect((await server.fetch(toRequest('purchase-1'))).status).toBe(201);
  for (const { body, answer } of slow) {
    await body.writable.close();
    expect((await answer).status).toBe(400);
  }
});

it.each(['/sessions', '/webhooks'])('ends a body that does not arrive: POST %s', async (path) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const shop = await openShop({ bodyTimeout: 5_000 });
    const canceled = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"contract":1,'));
      },
      cancel: canceled,
    });
    const headers = { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': 'purchase-1' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    const answer = shop.server.fetch(new Request(`${ORIGIN}/billing${path}`, init));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(canceled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const response = await answer;
    expect(response.status).toBe(408);
    expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'request.too_slow' });
    expect(canceled).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

it('takes a body that breaks off for no fault of its own', async () => {
  const failures: Failure[] = [];
  const shop = await openShop({ onError: (failure) => void failures.push(failure) });
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  expect((await shop.server.fetch(toRequest('purchase-1', body))).status).toBe(400);
  expect(failures).toEqual([]);
});
