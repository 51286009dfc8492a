/** A customer of evil intent, who writes requests by hand: no price moves, nothing of anybody else's is seen, changed or paid with. */
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/contract/index.js';
import { openShop, ORIGIN, purchase, type Asking, type Shop } from './shop.js';

const FEATURES = { payByInvoice: true, removeSaved: true } as const;

async function openTwo() {
  const shop = await openShop({ features: FEATURES });
  const [ada, eve] = await Promise.all([
    shop.stripe.customers.create({ email: 'ada@example.com', name: 'Ada' }),
    shop.stripe.customers.create({ email: 'eve@example.com', name: 'Eve' }),
  ]);
  return { shop, ada: ada.id, eve: eve.id };
}

async function codeOf(shop: Shop, method: string, path: string, body?: unknown, asking?: Asking): Promise<string> {
  const response = await shop.send(method, path, body, asking);
  const text = await response.text();
  expect(text).not.toMatch(/_secret_/);
  return response.ok ? 'ok' : problemSchema.parse(JSON.parse(text)).code;
}

const change = (items: unknown) => ({ contract: 1, change: 'items', items });
const order = { contract: 1, email: 'eve@example.com', address: { country: 'US' } };

describe('what is paid', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an amount', { amount: 1 }],
    ['a currency', { currency: 'jpy' }],
    ['a discount', { discounts: [{ coupon: 'free' }] }],
    ['a mode', { mode: 'setup' }],
    ['a customer', { customer: 'cus_other' }],
    ['metadata', { metadata: { billing_owner: 'guest' } }],
    ['a price with an amount', { items: [{ price: 'pro_monthly', quantity: 1, unit_amount: 1 }] }],
    ['data of a price', { items: [{ price_data: { currency: 'usd', unit_amount: 1 }, quantity: 1 }] }],
    ['a price by Stripe’s id', { items: [{ price: 'price_1', quantity: 1 }] }],
    ['a price that is not sold', { items: [{ price: 'cheap', quantity: 1 }] }],
    ['a price that was retired', { items: [{ price: 'retired', quantity: 1 }] }],
    ['no units', { items: [{ price: 'pro_monthly', quantity: 0 }] }],
    ['units below nothing', { items: [{ price: 'pro_monthly', quantity: -3 }] }],
    ['a part of a unit', { items: [{ price: 'pro_monthly', quantity: 0.01 }] }],
    ['more than the shop sells', { items: [{ price: 'pro_monthly', quantity: 101 }] }],
    ['two of what is sold once', { items: [{ price: 'team_onboarding', quantity: 2 }] }],
  ])('is not moved by %s', async (_what, more) => {
    const { shop } = await openTwo();
    const opening = await codeOf(shop, 'POST', '/sessions', purchase(more));
    expect(['request.invalid', 'price.unknown', 'quantity.out_of_range']).toContain(opening);
    expect(await shop.openSessions()).toEqual([]);
  });

  it.each<[string, object]>([
    ['another currency', [{ price: 'pro_monthly_jpy', quantity: 1 }]],
    ['a single payment instead of a subscription', [{ price: 'team_onboarding', quantity: 1 }]],
    ['a price that is not sold', [{ price: 'cheap', quantity: 1 }]],
    ['more than the shop sells', [{ price: 'pro_monthly', quantity: 101 }]],
    ['an amount', [{ price: 'pro_monthly', quantity: 1, amount: 1 }]],
    ['nothing', []],
  ])('is not moved afterwards to %s', async (_what, items) => {
    const { shop } = await openTwo();
    const { id } = await shop.open();
    expect(await codeOf(shop, 'PATCH', `/sessions/${id}`, change(items))).not.toBe('ok');
    expect((await shop.truth(id)).amount).toBe(12 * 875);
  });

  it('is what the session sells, also by invoice', async () => {
    const { shop } = await openTwo();
    const { id } = await shop.open();
    const cheaper = { ...order, items: [{ price: 'pro_monthly', quantity: 1 }] };
    expect(await codeOf(shop, 'POST', `/sessions/${id}/invoice`, cheaper)).toBe('request.invalid');
    expect(await codeOf(shop, 'POST', `/sessions/${id}/invoice`, { ...order, netDays: 365 })).toBe('request.invalid');
    expect((await shop.truth(id)).status).toBe('open');
  });

  it('is not offered more than the shop does by asking for it', async () => {
    const shop = await openShop({ features: { savePayment: 'never', billingAddress: 'required' } });
    const { features } = await shop.open({ savePayment: 'always', billingAddress: 'auto' });
    expect(features).toMatchObject({ savePayment: 'never', billingAddress: 'required' });
  });

  it('is described in fields that are the merchant’s, and never in ours', async () => {
    const { shop } = await openTwo();
    const { id } = await shop.open();
    const before = (await shop.stripe.checkout.sessions.retrieve(id)).metadata;
    const fields = { billing_owner: 'guest', billing_purchase: 'x', company: 'y' };
    await shop.change(id, { change: 'details', fields });
    const after = (await shop.stripe.checkout.sessions.retrieve(id)).metadata;
    expect(after).toEqual({ ...before, field_billing_owner: 'guest', field_billing_purchase: 'x', field_company: 'y' });
  });
});

describe('somebody else’s', () => {
  it('session is not there, to read, to change or to turn into an invoice', async () => {
    const { shop, ada, eve } = await openTwo();
    const { id } = await shop.open({}, { customer: ada });
    for (const customer of [eve, undefined]) {
      expect(await codeOf(shop, 'GET', `/sessions/${id}`, undefined, { customer })).toBe('session.not_found');
      const seats = change([{ price: 'pro_monthly', quantity: 1 }]);
      expect(await codeOf(shop, 'PATCH', `/sessions/${id}`, seats, { customer })).toBe('session.not_found');
      expect(await codeOf(shop, 'POST', `/sessions/${id}/invoice`, order, { customer })).toBe('session.not_found');
    }
    expect((await shop.truth(id, { customer: ada })).status).toBe('open');
  });

  it('session is not resumed: not by its id, not with its key, and it stays open', async () => {
    const { shop, ada, eve } = await openTwo();
    const hers = await shop.open({}, { customer: ada, key: 'key-of-ada' });
    for (const asking of [
      { customer: eve, key: 'key-of-ada' },
      { key: 'key-of-ada' },
      { customer: eve, key: 'another-key' },
    ]) {
      const taken = await shop.open({ resume: hers.id }, asking);
      expect(taken.id).not.toBe(hers.id);
    }
    expect(await shop.openSessions()).toContain(hers.id);
  });

  it('session as a guest gives nobody its secret who does not know its key', async () => {
    const { shop, eve } = await openTwo();
    const guest = await shop.open({}, { key: 'key-of-guest' });
    for (const asking of [{ key: 'guessed-key' }, { key: 'guessed-key', customer: eve }]) {
      const taken = await shop.open({ resume: guest.id }, asking);
      expect(taken.id).not.toBe(guest.id);
    }
    expect(JSON.stringify(await shop.truth(guest.id))).not.toContain('_secret_');
  });

  it('invoice and subscription are not there, nor what stands in their place', async () => {
    const { shop, ada, eve } = await openTwo();
    const card = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer: ada });
    const subscription = await shop.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: shop.prices.monthly.id }],
      default_payment_method: card.id,
    });
    const { id: invoice } = await shop.stripe.invoices.create({ customer: ada, auto_advance: false });
    const setup = await shop.open({ kind: 'setup', items: undefined }, { customer: ada });
    const asked = (body: object) => ({ contract: 1, ...body });
    for (const customer of [eve, undefined]) {
      const expected = (code: string) => (customer === undefined ? 'customer.required' : code);
      const open = (body: object) => codeOf(shop, 'POST', '/sessions', asked(body), { customer });
      expect(await open({ kind: 'invoice', invoice })).toBe(expected('invoice.not_found'));
      expect(await open({ kind: 'subscription', subscription: subscription.id })).toBe(
        expected('subscription.not_found'),
      );
      for (const id of [invoice, setup.id])
        expect(await codeOf(shop, 'GET', `/sessions/${id}`, undefined, { customer })).toBe('session.not_found');
    }
    expect((await shop.stripe.invoices.retrieve(invoice)).status).toBe('draft');
  });

  it('cards are shown to nobody: a customer session is the caller’s own', async () => {
    const { shop, ada, eve } = await openTwo();
    await shop.stripe.paymentMethods.attach('pm_card_visa', { customer: ada });
    const asking = { customer: eve, key: 'key-of-eve' };
    expect(await codeOf(shop, 'POST', '/sessions', { contract: 1, kind: 'setup', customer: ada }, asking)).toBe(
      'request.invalid',
    );
    const setup = await shop.open({ kind: 'setup', items: undefined }, asking);
    const intent = await shop.stripe.setupIntents.retrieve(setup.id);
    expect(intent.customer).toBe(eve);
    const { id } = await shop.open({}, asking);
    expect((await shop.stripe.checkout.sessions.retrieve(id)).customer).toBe(eve);
  });

  it('objects of other kinds are not there, whatever their id', async () => {
    const { shop, ada } = await openTwo();
    const { id } = await shop.stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      line_items: [{ price: shop.prices.monthly.id, quantity: 1 }],
    });
    for (const name of [id, ada, shop.prices.monthly.id, 'cs_test_none', '..%2Fcustomers', `${id}%2Fline_items`])
      expect(await codeOf(shop, 'GET', `/sessions/${name}`)).toBe('session.not_found');
  });
});

describe('a page that is not the shop’s', () => {
  const changing = [
    ['POST', '/sessions'],
    ['PATCH', '/sessions/cs_test_1'],
    ['POST', '/sessions/cs_test_1/invoice'],
    ['POST', '/events'],
  ] as const;

  it.each(changing)('makes nobody’s browser send %s %s with their cookies', async (method, path) => {
    const { shop, ada } = await openTwo();
    const asked = shop.watch();
    const headers = { customer: ada };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])
      expect(
        (await shop.send(method, path, purchase(), { ...headers, headers: { 'content-type': type } })).status,
      ).toBeGreaterThanOrEqual(400);
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      'http://shop.example',
      `${ORIGIN}:444`,
      '',
    ])
      expect(
        (await shop.send(method, path, purchase(), { ...headers, headers: { origin } })).status,
      ).toBeGreaterThanOrEqual(400);
    expect(asked()).toEqual([]);
  });

  it('learns nothing by reading, and changes nothing', async () => {
    const { shop, ada } = await openTwo();
    const { id } = await shop.open({}, { customer: ada });
    const response = await shop.send('GET', `/sessions/${id}`, undefined, {
      customer: ada,
      headers: { origin: 'https://evil.example' },
    });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await shop.truth(id, { customer: ada })).status).toBe('open');
  });
});
