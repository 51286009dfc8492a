import { describe, expect, it } from 'vitest';
import { gate, openShop } from './shop.js';

const items = (...lines: [price: string, quantity: number][]) => ({
  change: 'items',
  items: lines.map(([price, quantity]) => ({ price, quantity })),
});

async function linesOf(shop: Awaited<ReturnType<typeof openShop>>, id: string) {
  const { data } = await shop.stripe.checkout.sessions.listLineItems(id);
  return data.map((line) => ({ id: line.id, price: line.price?.lookup_key, quantity: line.quantity }));
}

describe('changing an open session', () => {
  it('changes the seats and keeps the line', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    const [before] = await linesOf(shop, id);
    expect(await shop.change(id, items(['pro_monthly', 20]))).toMatchObject({ id, status: 'open', amount: 17_500 });
    expect(await linesOf(shop, id)).toEqual([{ ...before, quantity: 20 }]);
  });

  it('drops the old price and adds the new one when the plan changes', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    expect(await shop.change(id, items(['pro_yearly', 12]))).toMatchObject({ amount: 104_400 });
    expect(await linesOf(shop, id)).toMatchObject([{ price: 'pro_yearly', quantity: 12 }]);
  });

  it('keeps the limits of the quantity', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    await shop.change(id, items(['pro_yearly', 12]));
    const { data } = await shop.stripe.checkout.sessions.listLineItems(id);
    expect(data[0]?.adjustable_quantity).toMatchObject({ enabled: true, minimum: 1, maximum: 100 });
  });

  it('adds a line beside the one there is', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    const [before] = await linesOf(shop, id);
    await shop.change(id, items(['pro_monthly', 12], ['team_onboarding', 1]));
    expect(await linesOf(shop, id)).toMatchObject([before, { price: 'team_onboarding', quantity: 1 }]);
  });

  it('says the same when the same change is sent twice', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    const first = await shop.change(id, items(['pro_yearly', 3]));
    expect(await shop.change(id, items(['pro_yearly', 3]))).toEqual(first);
  });

  it('is what the page finds when it comes back with the new plan', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.change(session.id, items(['pro_yearly', 3]));
    const again = await shop.open({ items: [{ price: 'pro_yearly', quantity: 3 }], resume: session.id });
    expect(again).toMatchObject({ httpStatus: 200, id: session.id, status: 'open' });
  });

  it.each([
    ['another mode', items(['team_onboarding', 1]), 422, 'price.incompatible'],
    ['another currency', items(['pro_monthly_jpy', 1]), 422, 'price.incompatible'],
    ['two intervals', items(['pro_monthly', 1], ['pro_yearly', 1]), 422, 'price.incompatible'],
    ['a price without an active price at Stripe', items(['retired', 1]), 422, 'price.unknown'],
    ['a price outside the catalog', items(['free_lunch', 1]), 422, 'price.unknown'],
    ['too many seats', items(['pro_monthly', 101]), 422, 'quantity.out_of_range'],
  ])('refuses %s', async (_what, change, status, code) => {
    const shop = await openShop();
    const { id } = await shop.open();
    const response = await shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...change });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('refuses once the session has been paid, and once it has expired', async () => {
    const shop = await openShop();
    const paid = await shop.open();
    await shop.pay(paid);
    const expired = await shop.open({}, { key: 'purchase-2' });
    await shop.stripe.checkout.sessions.expire(expired.id);
    for (const { id } of [paid, expired]) {
      const response = await shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...items(['pro_monthly', 2]) });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'session.closed' });
    }
  });

  it('refuses what was paid while it was being changed', async () => {
    const payment = gate();
    const shop = await openShop({}, { wait: () => payment.passed });
    const session = await shop.open();
    shop.fault({ method: 'GET', path: '/v1/prices', kind: 'delay' });
    const changing = shop.send('PATCH', `/sessions/${session.id}`, { contract: 1, ...items(['pro_monthly', 2]) });
    await shop.pay(session);
    payment.open();
    expect((await changing).status).toBe(409);
  });

  it('keeps a customer’s session from everybody else', async () => {
    const shop = await openShop();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const { id } = await shop.open({}, { customer });
    const response = await shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...items(['pro_monthly', 2]) });
    expect(response.status).toBe(404);
  });
});

describe('what the customer says about the purchase', () => {
  it('is kept with the session, out of reach of what is ours', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    await shop.change(id, {
      change: 'details',
      purchaseOrder: 'PO-7',
      company: 'Analytical Engines',
      fields: { team: 'Research', billing_owner: 'eve' },
    });
    const { metadata } = await shop.stripe.checkout.sessions.retrieve(id);
    expect(metadata).toMatchObject({
      billing_owner: 'guest',
      purchase_order: 'PO-7',
      company: 'Analytical Engines',
      field_team: 'Research',
      field_billing_owner: 'eve',
    });
  });

  it('is taken back by an empty text', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    await shop.change(id, { change: 'details', purchaseOrder: 'PO-7' });
    await shop.change(id, { change: 'details', purchaseOrder: '' });
    expect((await shop.stripe.checkout.sessions.retrieve(id)).metadata).not.toHaveProperty('purchase_order');
  });
});

describe('a flow that is switched in the middle', () => {
  const SWITCH = { change: 'experiment', switched: true };
  const experiment = { name: 'flow', variant: 'one-page', unit: 'visitor-42' };

  it('is noted once, and counts for nobody else', async () => {
    const shop = await openShop();
    const { id } = await shop.open({ experiment });
    const before = await shop.stripe.checkout.sessions.retrieve(id);
    const asked = shop.watch();
    const first = await shop.change(id, SWITCH);
    expect(await shop.change(id, SWITCH)).toEqual(first);
    expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(await shop.stripe.checkout.sessions.retrieve(id)).toEqual({
      ...before,
      metadata: { ...before.metadata, billing_switched: 'true' },
    });
  });

  it('is refused in a session without an experiment', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    const response = await shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...SWITCH });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'request.invalid', field: 'change' });
  });

  it('is refused once the session has been paid', async () => {
    const shop = await openShop();
    const session = await shop.open({ experiment });
    await shop.pay(session);
    const response = await shop.send('PATCH', `/sessions/${session.id}`, { contract: 1, ...SWITCH });
    expect(await response.json()).toMatchObject({ code: 'session.closed' });
  });

  it.each([{ switched: false }, {}, { switched: true, variant: 'two-page' }])('cannot say %j', async (body) => {
    const shop = await openShop();
    const { id } = await shop.open({ experiment });
    const response = await shop.send('PATCH', `/sessions/${id}`, { contract: 1, change: 'experiment', ...body });
    expect(await response.json()).toMatchObject({ code: 'request.invalid' });
  });
});
