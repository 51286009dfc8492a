/** Two processes act as one: each request of a checkout meets the other process than the one before, and nobody can tell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutSessionSchema, truthSchema } from '../../src/contract/index.js';
import { pay } from '../server/shop.js';
import { send } from './support/customer.js';
import { openPlace, type Place } from './support/place.js';

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(async () => {
  expect(await place.close()).toEqual([0, 0]);
});

const ask = async (method: string, path: string, body: object | null, key = '') => {
  const response = await send(place.proxy.url, method, path, body, { key });
  return { status: response.status, json: (await response.json()) as object };
};
const purchase = (price: string, more: object = {}) => ({
  contract: 1,
  kind: 'purchase',
  items: [{ price, quantity: 2 }],
  ...more,
});
const hooksTold = (): string[] =>
  place.servers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('Paid: ')));

describe('two processes behind a proxy', () => {
  it('open, change, pay, tell and show again, each request elsewhere', async () => {
    const before = new Map(place.proxy.answered);
    const opened = await ask('POST', '/sessions', purchase('pro_monthly'), 'purchase-as-one');
    expect(opened.status).toBe(201);
    const session = checkoutSessionSchema.parse(opened.json);
    // A double click, and a reload: the same session.
    expect((await ask('POST', '/sessions', purchase('pro_monthly'), 'purchase-as-one')).json).toMatchObject({
      id: session.id,
    });
    const resumed = await ask('POST', '/sessions', purchase('pro_monthly', { resume: session.id }), 'purchase-as-one');
    expect([resumed.status, resumed.json]).toMatchObject([200, { id: session.id, status: 'open' }]);
    const seats = { contract: 1, change: 'items', items: [{ price: 'pro_monthly', quantity: 5 }] };
    expect(truthSchema.parse((await ask('PATCH', `/sessions/${session.id}`, seats)).json).amount).toBe(5000);
    const said = { contract: 1, change: 'details', purchaseOrder: 'PO-7', company: 'Analytical Engines' };
    expect((await ask('PATCH', `/sessions/${session.id}`, said)).status).toBe(200);

    expect((await pay(place.page, place.account, session, '4242424242424242')).status).toBe(200);
    for (let reads = 0; reads < 2; reads += 1)
      expect(truthSchema.parse((await ask('GET', `/sessions/${session.id}`, null)).json).status).toBe('complete');
    await place.simulator.settled();
    expect(hooksTold()).toContain(`Paid: checkout.completed:${session.id}:paid`);
    // A tab that was left open asks for it once more.
    const late = purchase('pro_monthly', { resume: session.id });
    expect((await ask('POST', '/sessions', late, 'purchase-as-one')).json).toMatchObject({
      id: session.id,
      status: 'complete',
    });
    const { data } = await place.stripe.subscriptions.list({ limit: 10 });
    expect(data.map(({ metadata }) => metadata['purchase_order'])).toEqual(['PO-7']);

    for (const { port } of place.servers)
      expect((place.proxy.answered.get(port) ?? 0) - (before.get(port) ?? 0)).toBeGreaterThanOrEqual(4);
  });

  it('make one session of ten clicks at once', async () => {
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => ask('POST', '/sessions', purchase('pro_monthly'), 'purchase-of-ten')),
    );
    expect(new Set(clicks.map(({ json }) => checkoutSessionSchema.parse(json).id)).size).toBe(1);
  });

  it('make one invoice, asked of both at once', async () => {
    const opened = await ask('POST', '/sessions', purchase('pro_yearly'), 'purchase-by-invoice');
    const { id } = checkoutSessionSchema.parse(opened.json);
    const body = { contract: 1, email: 'ada@example.com', name: 'Ada', address: { country: 'US', line1: '1 Main St' } };
    const orders = await Promise.all(Array.from({ length: 4 }, () => ask('POST', `/sessions/${id}/invoice`, body)));
    for (const { status, json } of orders)
      if (status === 200) expect(truthSchema.parse(json).status).toBe('invoiced');
      else expect([409, 503]).toContain(status);
    expect(orders.some(({ status }) => status === 200)).toBe(true);
    expect(truthSchema.parse((await ask('GET', `/sessions/${id}`, null)).json).status).toBe('invoiced');
    const { data } = await place.stripe.subscriptions.list({ limit: 100 });
    expect(data.filter(({ metadata }) => Object.values(metadata).includes(id))).toHaveLength(1);
    expect((await place.stripe.invoices.list({ status: 'open', limit: 100 })).data).toHaveLength(1);
  });
});
