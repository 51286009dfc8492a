/** The simulator over HTTP, as the official SDK meets it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, expect, it } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../../../src/simulator/index.js';
import { cardData, cards, openBrowser, openSubscriptionSession, refusal } from './simulated-account.js';

let served: ServedSimulator | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function start(): Promise<{ served: ServedSimulator; stripe: Stripe }> {
  served = await serveSimulator({ port: 0 });
  const { hostname, port } = new URL(served.url);
  return { served, stripe: new Stripe('sk_test_x', { host: hostname, port, protocol: 'http', maxNetworkRetries: 0 }) };
}

it('serves the official SDK', async () => {
  const { stripe } = await start();

  const customer = await stripe.customers.create({ email: 'ada@example.com', metadata: { team: 'engines' } });

  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
    email: 'ada@example.com',
    metadata: { team: 'engines' },
  });
  expect(customer.lastResponse.requestId).toMatch(/^req_\w{14}$/);
  expect(customer.lastResponse.apiVersion).toBe('2026-10-28.endive');
});

it('takes a payment from a browser', async () => {
  const {
    served: { simulator },
    stripe,
  } = await start();
  const session = await openSubscriptionSession(stripe);
  const browser = openBrowser(simulator, session.id, { key: 'pk_test_x', client_secret: session.client_secret ?? '' });

  await browser.confirm({ expected_amount: 1000, email: 'ada@example.com', payment_method_data: cardData(cards.visa) });

  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
});

it('breaks the connection when asked to, and the SDK tells so', async () => {
  const {
    served: { url },
    stripe,
  } = await start();
  // The SDK repeats a request whose connection was closed once, so two are broken.
  const fault = { account: 'x', path: '/v1/customers', kind: 'reset', times: 2 };
  await fetch(`${url}/_simulator/faults`, { method: 'POST', body: JSON.stringify(fault) });

  expect(await refusal(stripe.customers.create())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect((await stripe.customers.list()).data).toEqual([]);
});

it('delivers webhooks over HTTP', async () => {
  const received: { body: string; signature: string }[] = [];
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers['stripe-signature']) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const {
    served: { simulator },
    stripe,
  } = await start();
  const url = `http://127.0.0.1:${String(port)}/webhooks`;
  const { secret } = await stripe.webhookEndpoints.create({ url, enabled_events: ['customer.created'] });

  const customer = await stripe.customers.create();
  await simulator.settled();
  receiver.close();

  const [{ body, signature } = { body: '', signature: '' }] = received;
  expect(stripe.webhooks.constructEvent(body, signature, secret ?? '')).toMatchObject({
    data: { object: { id: customer.id } },
  });
});

it('closes although a request hangs', async () => {
  const { served: running, stripe } = await start();
  running.simulator.fault({ account: 'x', path: '/v1/customers', kind: 'hang', times: 2 });
  const hanging = stripe.customers.create().catch((error: unknown) => error);
  await expect.poll(() => running.simulator.faults('x')).toMatchObject([{ left: 1 }]);

  await running.close();
  served = undefined;

  expect(await hanging).toBeInstanceOf(Stripe.errors.StripeConnectionError);
});

it('says in one line that its port is in use', async () => {
  const {
    served: { url },
  } = await start();
  const port = Number(new URL(url).port);

  await expect(serveSimulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(serveSimulator({ port })).rejects.toThrow(
    `The simulator cannot start: port ${String(port)} on 127.0.0.1 is in use.`,
  );
});
