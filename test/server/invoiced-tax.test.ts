/** Pay by invoice where Stripe computes the tax, and for businesses that owe it themselves. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { truthSchema, type Truth } from '../../src/contract/index.js';
import { openShop, type Asking, type Shop } from './shop.js';

const BERLIN = { country: 'DE', line1: 'Unter den Linden 1', city: 'Berlin', postal_code: '10117' };
const GRACE = { email: 'grace@example.com', name: 'Analytical Engines', address: BERLIN };
const VAT = { type: 'eu_vat', value: 'DE136695976' };
const once = { items: [{ price: 'team_onboarding', quantity: 1 }] };

const openTaxed = (features: object = {}): Promise<Shop> =>
  openShop({ features: { payByInvoice: true, automaticTax: true, taxId: 'optional', ...features } });

const ask = (shop: Shop, id: string, body: object = GRACE, asking?: Asking): Promise<Response> =>
  shop.send('POST', `/sessions/${id}/invoice`, { contract: 1, ...body }, asking);

async function invoice(shop: Shop, id: string, body?: object, asking?: Asking): Promise<Truth> {
  return truthSchema.parse(await (await ask(shop, id, body, asking)).json());
}

/** The invoices there are, and what they say of tax. */
const invoices = async ({ stripe }: Shop): Promise<Stripe.Invoice[]> => (await stripe.invoices.list()).data;

const taxIds = async ({ stripe }: Shop, customer: string): Promise<string[]> =>
  (await stripe.customers.listTaxIds(customer)).data.map(({ value }) => value);

describe.each([
  ['a subscription', {}, 10_500],
  ['a one-time purchase', once, 49_900],
])('an invoice of %s', (_name, body, net) => {
  it('has the tax of the address', async () => {
    const shop = await openTaxed();
    const session = await shop.open(body);
    expect(session.features.payByInvoice).toBe(true);
    const tax = Math.round(net * 0.19);
    expect(await invoice(shop, session.id)).toMatchObject({ status: 'invoiced', amount: net + tax });
    expect(await invoices(shop)).toMatchObject([
      {
        status: 'open',
        total: net + tax,
        automatic_tax: { enabled: true, status: 'complete' },
        total_taxes: [{ amount: tax, taxability_reason: 'standard_rated' }],
      },
    ]);
  });

  it('has none for a business elsewhere in the Union, whose tax id it names', async () => {
    const shop = await openTaxed();
    const { id } = await shop.open(body);
    await shop.change(id, { change: 'details', company: 'Analytical Engines' });
    expect(await invoice(shop, id, { ...GRACE, taxId: VAT })).toMatchObject({ status: 'invoiced', amount: net });
    expect(await invoices(shop)).toMatchObject([
      { total: net, customer_tax_ids: [VAT], total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge' }] },
    ]);
    const [customer] = (await shop.stripe.customers.list()).data;
    expect(customer).toMatchObject({ name: 'Analytical Engines', business_name: 'Analytical Engines' });
    expect(await taxIds(shop, customer?.id ?? '')).toEqual([VAT.value]);
  });

  it.each(['/v1/customers', '/v1/subscriptions', '/v1/invoices', '/v1/invoiceitems'])(
    'is the same after the answer to POST %s was lost',
    async (path) => {
      const shop = await openTaxed();
      const { id } = await shop.open(body);
      shop.fault({ method: 'POST', path, kind: 'reset', after: true });
      await ask(shop, id, { ...GRACE, taxId: VAT });
      expect(await invoice(shop, id, { ...GRACE, taxId: VAT })).toMatchObject({ status: 'invoiced', amount: net });
      expect(await invoices(shop)).toHaveLength(1);
      expect((await shop.stripe.customers.list()).data).toHaveLength(1);
    },
  );
});

it('is of a subscription whose renewals are taxed as well', async () => {
  const shop = await openTaxed();
  await invoice(shop, (await shop.open()).id);
  const [subscription] = (await shop.stripe.subscriptions.list()).data;
  expect(subscription).toMatchObject({ automatic_tax: { enabled: true }, collection_method: 'send_invoice' });
});

describe('a known customer', () => {
  it('is taxed at the address that was typed, and gets a tax id once', async () => {
    const shop = await openTaxed();
    const { id: customer } = await shop.stripe.customers.create({
      email: 'ada@example.com',
      name: 'Ada',
      address: { country: 'US', state: 'NY', postal_code: '10001' },
    });
    for (const key of ['purchase-1', 'purchase-2']) {
      const { id } = await shop.open(once, { customer, key });
      const answer = await invoice(shop, id, { ...GRACE, taxId: VAT }, { customer });
      expect(answer).toMatchObject({ status: 'invoiced', amount: 49_900 });
    }
    expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({ name: 'Ada', address: BERLIN });
    expect(await taxIds(shop, customer)).toEqual([VAT.value]);
  });

  it('keeps the tax id that they have already', async () => {
    const shop = await openTaxed();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com', address: BERLIN });
    await shop.stripe.customers.createTaxId(customer, { type: 'eu_vat', value: VAT.value });
    const { id } = await shop.open(once, { customer });
    expect(await invoice(shop, id, {}, { customer })).toMatchObject({ status: 'invoiced', amount: 49_900 });
    expect(await taxIds(shop, customer)).toEqual([VAT.value]);
  });

  it('can have no more of them than Stripe keeps', async () => {
    const shop = await openTaxed();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com', address: BERLIN });
    for (const end of [1, 2, 3, 4, 5]) {
      await shop.stripe.customers.createTaxId(customer, { type: 'eu_vat', value: `DE12345678${String(end)}` });
    }
    const { id } = await shop.open(once, { customer });
    const refused = await ask(shop, id, { taxId: VAT }, { customer });
    expect(await refused.json()).toMatchObject({ code: 'request.invalid', field: 'taxId' });
    expect(await shop.truth(id, { customer })).toMatchObject({ status: 'open' });
  });
});

describe('a refused request', () => {
  it.each([
    ['a tax id of another form', { ...GRACE, taxId: { type: 'eu_vat', value: 'FR12' } }, 'taxId'],
    ['a tax id of ten kilobytes', { ...GRACE, taxId: { type: 'eu_vat', value: 'D'.repeat(10_000) } }, 'taxId.value'],
    ['a tax id of no type', { ...GRACE, taxId: { type: 'VAT', value: 'DE136695976' } }, 'taxId.type'],
    ['a tax id that no authority knows', { ...GRACE, taxId: { type: 'eu_vat', value: 'DE000000000' } }, 'taxId'],
    [
      'an address in no state, and so without a tax',
      { ...GRACE, address: { country: 'US', line1: '1 Main St' } },
      'address',
    ],
  ])('of %s leaves the session open, and nothing made', async (_name, body, field) => {
    const shop = await openTaxed();
    const { id } = await shop.open();
    const response = await ask(shop, id, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'request.invalid', field });
    expect((await shop.stripe.customers.list()).data).toEqual([]);
    expect(await shop.truth(id)).toMatchObject({ status: 'open' });
    expect(await invoice(shop, id)).toMatchObject({ status: 'invoiced' });
  });

  it('of a tax id that nobody asked for', async () => {
    const shop = await openShop({ features: { payByInvoice: true } });
    const { id } = await shop.open();
    const refused = await ask(shop, id, { ...GRACE, taxId: VAT });
    expect(await refused.json()).toMatchObject({ code: 'request.invalid', field: 'taxId' });
  });
});
