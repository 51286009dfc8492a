import { describe, expect, it } from 'vitest';
import { truthSchema, type Truth } from '../../src/contract/index.js';
import type { CheckoutFact } from '../../src/server/hooks.js';
import { openShop, type Asking, type Shop } from './shop.js';

const ADDRESS = { country: 'US', line1: '1 Main St', city: 'San Francisco', state: 'CA', postal_code: '94107' };
const GRACE = { email: 'grace@example.com', name: 'Grace Hopper', address: ADDRESS };
const DAY = 86_400;
const once = { items: [{ price: 'team_onboarding', quantity: 1 }] };

const openInvoicing = (options: Parameters<typeof openShop>[0] = {}) =>
  openShop({ features: { payByInvoice: true }, ...options });

const ask = (shop: Shop, id: string, body: object = GRACE, asking?: Asking): Promise<Response> =>
  shop.send('POST', `/sessions/${id}/invoice`, { contract: 1, ...body }, asking);

async function invoice(shop: Shop, id: string, body?: object, asking?: Asking): Promise<Truth> {
  const response = await ask(shop, id, body, asking);
  const json: unknown = await response.json();
  expect(json).not.toHaveProperty('code');
  return truthSchema.parse(json);
}

/** Everything at Stripe that a purchase by invoice makes. */
async function made({ stripe }: Shop) {
  const [customers, subscriptions, invoices, sent] = await Promise.all([
    stripe.customers.list({ limit: 100 }),
    stripe.subscriptions.list({ status: 'all', limit: 100 }),
    stripe.invoices.list({ limit: 100 }),
    stripe.events.list({ type: 'invoice.sent', limit: 100 }),
  ]);
  return { customers: customers.data, subscriptions: subscriptions.data, invoices: invoices.data, sent: sent.data };
}

const counts = async (shop: Shop) => {
  const { customers, subscriptions, invoices, sent } = await made(shop);
  return [customers, subscriptions, invoices, sent].map(({ length }) => length);
};

describe('paying by invoice', () => {
  it('makes a guest’s customer, the subscription and its invoice, and mails it', async () => {
    const shop = await openInvoicing();
    const session = await shop.open();
    expect(session.features.payByInvoice).toBe(true);
    const truth = await invoice(shop, session.id, { ...GRACE, purchaseOrder: 'PO-77' });
    const { customers, subscriptions, invoices, sent } = await made(shop);
    expect(customers).toMatchObject([{ email: 'grace@example.com', name: 'Grace Hopper', address: ADDRESS }]);
    expect(subscriptions).toMatchObject([
      {
        status: 'active',
        collection_method: 'send_invoice',
        days_until_due: 30,
        items: { data: [{ quantity: 12 }] },
        metadata: { billing_owner: 'guest', purchase_order: 'PO-77', billing_session: session.id },
      },
    ]);
    expect(invoices).toMatchObject([
      { status: 'open', total: 10_500, custom_fields: [{ name: 'Purchase order', value: 'PO-77' }] },
    ]);
    expect(sent).toHaveLength(1);
    expect(truth).toMatchObject({
      id: session.id,
      status: 'invoiced',
      payment: 'invoiced',
      amount: 10_500,
      currency: 'usd',
      links: { invoice: invoices[0]?.hosted_invoice_url },
      expectedAt: invoices[0]?.due_date,
    });
    expect(await shop.truth(session.id)).toEqual(truth);
  });

  it('bills a known customer, who keeps email and name, after the days of the price', async () => {
    const shop = await openInvoicing({ prices: { pro_monthly: { quantity: {}, netDays: 14 } } });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com', name: 'Ada' });
    const { id } = await shop.open({}, { customer });
    const { expectedAt } = await invoice(shop, id, { ...GRACE }, { customer });
    const { customers, subscriptions, invoices } = await made(shop);
    expect(customers).toMatchObject([{ id: customer, email: 'ada@example.com', name: 'Ada', address: ADDRESS }]);
    expect(subscriptions).toMatchObject([{ customer, days_until_due: 14 }]);
    expect(expectedAt).toBe((invoices[0]?.created ?? 0) + 14 * DAY);
  });

  it('bills a one-time purchase', async () => {
    const shop = await openInvoicing();
    const { id } = await shop.open(once);
    const truth = await invoice(shop, id, { ...GRACE, purchaseOrder: 'PO-1' });
    expect(truth).toMatchObject({ mode: 'payment', status: 'invoiced', amount: 49_900 });
    expect(await counts(shop)).toEqual([1, 0, 1, 1]);
    expect((await made(shop)).invoices).toMatchObject([
      { status: 'open', collection_method: 'send_invoice', lines: { data: [{ amount: 49_900 }] } },
    ]);
  });

  it('ends with one of each when it is asked twice, and at the same time', async () => {
    const shop = await openInvoicing();
    const { id } = await shop.open();
    await Promise.all([ask(shop, id), ask(shop, id), ask(shop, id)]);
    const truth = await invoice(shop, id);
    expect(await invoice(shop, id)).toEqual(truth);
    expect(await counts(shop)).toEqual([1, 1, 1, 1]);
  });

  describe.each([
    ['a subscription', {}, [1, 1, 1, 1]],
    ['a one-time purchase', once, [1, 0, 1, 1]],
  ])('of %s', (_name, body, whole) => {
    it.each([
      '/v1/customers',
      '/v1/checkout/sessions/*',
      '/v1/checkout/sessions/*/expire',
      '/v1/subscriptions',
      '/v1/invoices',
      '/v1/invoiceitems',
      '/v1/invoices/*/finalize',
      '/v1/invoices/*/send',
      '/v1/invoices/in_*',
    ])('continues after the answer to POST %s was lost, or was an error', async (path) => {
      for (const fault of [
        { kind: 'reset', after: true },
        { kind: 'status', status: 500 },
      ] as const) {
        const shop = await openInvoicing();
        const { id } = await shop.open(body);
        shop.fault({ method: 'POST', path, ...fault });
        await ask(shop, id);
        expect(await invoice(shop, id)).toMatchObject({ status: 'invoiced', payment: 'invoiced' });
        expect(await counts(shop)).toEqual(whole);
      }
    });
  });

  it('is not ordered without what the shop requires, and leaves the session open until it is there', async () => {
    const shop = await openInvoicing({
      features: {
        payByInvoice: true,
        company: 'required',
        purchaseOrder: 'required',
        taxId: 'required',
        termsUrl: 'https://shop.example.com/terms',
      },
    });
    const { id } = await shop.open();
    const refused = async (body: object = GRACE): Promise<unknown> => (await ask(shop, id, body)).json();
    const lacks = (field: string) => ({ status: 422, code: 'request.invalid', field });
    const ordered = { ...GRACE, purchaseOrder: 'PO-1' };
    expect(await refused()).toMatchObject(lacks('company'));
    await shop.change(id, { change: 'details', company: 'Analytical Engines' });
    expect(await refused({ ...GRACE, purchaseOrder: ' ' })).toMatchObject(lacks('purchaseOrder'));
    expect(await refused(ordered)).toMatchObject(lacks('taxId'));
    const whole = { ...ordered, taxId: { type: 'eu_vat', value: 'DE136695976' } };
    expect(await refused(whole)).toMatchObject(lacks('terms'));
    expect(await counts(shop)).toEqual([0, 0, 0, 0]);
    await shop.change(id, { change: 'details', terms: true });
    expect(await invoice(shop, id, whole)).toMatchObject({ status: 'invoiced' });
  });

  it('asks a known customer for nothing that Stripe has of them', async () => {
    const shop = await openInvoicing({ features: { payByInvoice: true, company: 'required', taxId: 'required' } });
    const { id: customer } = await shop.stripe.customers.create({
      email: 'ada@example.com',
      business_name: 'Analytical Engines',
      tax_id_data: [{ type: 'eu_vat', value: 'DE136695976' }],
    });
    const { id } = await shop.open({}, { customer });
    expect(await invoice(shop, id, { address: ADDRESS }, { customer })).toMatchObject({ status: 'invoiced' });
  });

  it('goes to no address against the rules: neither one that is typed, nor one that a known customer has', async () => {
    const shop = await openInvoicing({ features: { payByInvoice: true, countries: ['DE'] } });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com', address: ADDRESS });
    const { id } = await shop.open({}, { customer });
    const refused = async (body: object): Promise<unknown> => (await ask(shop, id, body, { customer })).json();
    const refusal = { status: 422, code: 'address.refused', field: 'address.country' };
    expect(await refused({})).toMatchObject(refusal);
    expect(await refused({ address: ADDRESS })).toMatchObject(refusal);
    const berlin = { country: 'DE', line1: 'Unter den Linden 1', city: 'Berlin', postal_code: '10117' };
    await invoice(shop, id, { address: berlin }, { customer });
    expect((await made(shop)).customers).toMatchObject([{ id: customer, address: berlin }]);
  });

  it('is finished by whoever reads the session next', async () => {
    const shop = await openInvoicing();
    const { id } = await shop.open();
    shop.fault({ method: 'POST', path: '/v1/subscriptions', kind: 'reset' });
    expect((await ask(shop, id)).status).toBe(503);
    expect(await shop.truth(id)).toMatchObject({ status: 'invoiced' });
    expect(await counts(shop)).toEqual([1, 1, 1, 1]);
  });

  it('is the answer when the purchase is opened again', async () => {
    const shop = await openInvoicing();
    const { id } = await shop.open();
    await invoice(shop, id);
    expect(await shop.open()).toMatchObject({ id, status: 'invoiced', clientSecret: null });
    expect(await shop.open({ resume: id })).toMatchObject({ id, status: 'invoiced', clientSecret: null });
  });

  it('answers with a payment that was made before', async () => {
    const shop = await openInvoicing();
    const session = await shop.open();
    await shop.pay(session);
    expect(await invoice(shop, session.id)).toMatchObject({ status: 'complete', payment: 'paid' });
    expect(await counts(shop)).toEqual([1, 1, 1, 0]);
  });

  it('tells the completed hook by Stripe’s event, and finishes there what was left', async () => {
    const facts: CheckoutFact[] = [];
    const shop = await openInvoicing({ hooks: { completed: (fact) => void facts.push(fact) } });
    const { id } = await shop.open();
    shop.fault({ method: 'POST', path: '/v1/subscriptions', kind: 'reset' });
    await ask(shop, id);
    const [event] = (await shop.stripe.events.list({ type: 'checkout.session.expired' })).data;
    if (event === undefined) throw new Error('Stripe told nothing.');
    await shop.server.handleEvent(event);
    expect(facts).toMatchObject([{ fact: `checkout.completed:${id}:invoiced`, truth: { status: 'invoiced' } }]);
    expect(await counts(shop)).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['without an email', { address: ADDRESS }, 422, 'request.invalid', 'email'],
    ['with one that is none', { ...GRACE, email: 'grace' }, 422, 'request.invalid', 'email'],
    ['without an address', { email: GRACE.email }, 422, 'request.invalid', 'address'],
    [
      'with a country that is none',
      { ...GRACE, address: { country: 'us' } },
      422,
      'request.invalid',
      'address.country',
    ],
    ['with a price of its own', { ...GRACE, amount: 1 }, 422, 'request.invalid', 'amount'],
    [
      'with an order number of 141 signs',
      { ...GRACE, purchaseOrder: 'x'.repeat(141) },
      422,
      'request.invalid',
      'purchaseOrder',
    ],
  ])('is refused %s, and nothing is made', async (_name, body, status, code, field) => {
    const shop = await openInvoicing();
    const { id } = await shop.open();
    const response = await ask(shop, id, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, field });
    expect(await counts(shop)).toEqual([0, 0, 0, 0]);
    expect(await shop.truth(id)).toMatchObject({ status: 'open' });
  });

  it('is refused where it is not offered, by the guard, to others, for what is over, and for what is had already', async () => {
    const codeOf = async (answer: Promise<Response>): Promise<unknown> => (await (await answer).json()) as unknown;
    const shy = await openShop();
    expect(await codeOf(ask(shy, (await shy.open()).id))).toMatchObject({ code: 'invoice.not_offered' });

    const kinds: string[] = [];
    const guarded = await openInvoicing({
      guard: (_request, { kind }) => {
        kinds.push(kind);
        return kind !== 'pay_by_invoice';
      },
    });
    expect(await codeOf(ask(guarded, (await guarded.open()).id))).toMatchObject({ code: 'guard.refused' });
    expect(kinds).toEqual(['purchase', 'pay_by_invoice']);

    const shop = await openInvoicing();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const { id } = await shop.open({}, { customer });
    expect(await codeOf(ask(shop, id))).toMatchObject({ code: 'session.not_found' });
    await invoice(shop, id, GRACE, { customer });
    const { id: other } = await shop.open(
      { items: [{ price: 'pro_yearly', quantity: 1 }] },
      { customer, key: 'purchase-2' },
    );
    await shop.stripe.checkout.sessions.expire(other);
    expect(await codeOf(ask(shop, other, GRACE, { customer }))).toMatchObject({ code: 'session.closed' });
    expect(await counts(shop)).toEqual([1, 1, 1, 1]);
  });

  it('is refused to whoever subscribed in between', async () => {
    const shop = await openInvoicing();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const first = await shop.open({}, { customer });
    const second = await shop.open({}, { customer, key: 'purchase-2' });
    await invoice(shop, first.id, GRACE, { customer });
    const refused = await ask(shop, second.id, GRACE, { customer });
    expect(await refused.json()).toMatchObject({ code: 'customer.already_subscribed' });
    expect(await counts(shop)).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['of a purchase', {}],
    ['of a trial, which takes nothing off yet', { prices: { pro_monthly: { quantity: {}, trialDays: 7 } } }],
  ])('is refused in words with a promotion code %s, until it is gone', async (_name, options) => {
    const shop = await openInvoicing({ features: { payByInvoice: true, promotionCodes: true }, ...options });
    const { id: coupon } = await shop.stripe.coupons.create({ percent_off: 20, duration: 'forever' });
    await shop.stripe.promotionCodes.create({ code: 'SPRING', promotion: { type: 'coupon', coupon } });
    const session = await shop.open();
    expect((await shop.applyCode(session, 'SPRING')).status).toBe(200);
    const refused = await ask(shop, session.id);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'invoice.not_offered',
      detail: 'A promotion code cannot be taken along to an invoice.',
    });
    expect(await counts(shop)).toEqual([0, 0, 0, 0]);
    await shop.applyCode(session, '');
    expect(await invoice(shop, session.id)).toMatchObject({ status: 'invoiced' });
  });

  it('tells the browser after how many days it is due', async () => {
    const shop = await openInvoicing({ prices: { pro_monthly: { quantity: {}, netDays: 14 } } });
    expect((await shop.open()).features.netDays).toBe(14);
    const shy = await openShop();
    expect((await shy.open()).features).not.toHaveProperty('netDays');
  });

  it('begins with the trial, of which there is nothing to send', async () => {
    const shop = await openInvoicing({ prices: { pro_monthly: { quantity: {}, trialDays: 7 } } });
    const { id } = await shop.open();
    expect(await invoice(shop, id)).toMatchObject({ status: 'invoiced', amount: 0, expectedAt: null });
    expect((await made(shop)).subscriptions).toMatchObject([{ status: 'trialing', collection_method: 'send_invoice' }]);
    expect(await counts(shop)).toEqual([1, 1, 1, 0]);
  });

  it('bills nothing for a session that ran out by itself', async () => {
    let now = Date.UTC(2025, 0, 6);
    const shop = await openShop({ features: { payByInvoice: true } }, { now: () => now });
    const { id } = await shop.open();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions/*/expire', kind: 'reset' });
    await ask(shop, id);
    now += 25 * 3_600_000;
    expect(await shop.truth(id)).toMatchObject({ status: 'expired' });
    expect(await counts(shop)).toEqual([1, 0, 0, 0]);
  });

  it('takes no more than whole days, 1 to 365', async () => {
    await expect(openShop({ features: { netDays: 0 } })).rejects.toThrow('features');
  });
});
