/** A process that is told to stop while it answers: the answer comes whole, nobody else is let in, and it ends with 0. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkoutSessionSchema } from '../../src/contract/index.js';
import { gate } from '../server/shop.js';
import { openPlace, ORIGIN, type Place } from './support/place.js';

const [asked, answered] = [gate(), gate()];
let place: Place;

beforeAll(async () => {
  // Stripe takes its time with what a fault delays, and nothing else.
  const wait = (): Promise<void> => {
    asked.open();
    return answered.passed;
  };
  place = await openPlace({ processes: 1, wait });
});
afterAll(() => place.close());

it('answers what it has begun, lets nobody in any more, and ends with 0', { timeout: 60_000 }, async () => {
  const [server] = place.servers;
  if (!server) throw new Error('There is no server.');
  const url = `http://127.0.0.1:${String(server.port)}/billing/sessions`;
  const open = (key: string): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ contract: 1, kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 2 }] }),
    });
  place.simulator.fault({ account: place.account, method: 'POST', path: '/v1/checkout/sessions', kind: 'delay' });
  const begun = open('purchase-that-was-begun');
  await asked.passed;

  const stopped = server.stop();
  await expect.poll(() => open('purchase-too-late').then(() => 'let in', refusalOf)).toBe('ECONNREFUSED');

  answered.open();
  const answer = await begun;
  expect(answer.status).toBe(201);
  const session = checkoutSessionSchema.parse(await answer.json());
  expect((await place.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
  expect(await stopped).toBe(0);
});

const refusalOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : error;
