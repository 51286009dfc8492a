/** Automatic tax and tax ids: what is due where, for whom, and what is refused. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openSubscriptionSession,
  refusal,
  type PageAnswer,
} from './simulated-account.js';

const email = 'ada@example.com';
const at = (country: string, more: object = {}) => ({
  billing_address: {
    name: 'Ada',
    address: { country, line1: '1 Main St', city: 'Town', postal_code: '10115', ...more },
  },
});
const DE = { type: 'eu_vat', value: 'DE123456789', business_name: 'Analytical Engines' };

const amounts = ({ page }: PageAnswer) => ({
  status: page?.session.tax.status,
  tax: page?.session.total.taxExclusive.minorUnitsAmount,
  included: page?.session.total.taxInclusive.minorUnitsAmount,
  due: page?.session.total.total.minorUnitsAmount,
  next: page?.session.recurring?.dueNext.total.minorUnitsAmount,
});

async function open(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  price: Partial<Stripe.PriceCreateParams> = {},
) {
  const account = openAccount();
  const { id } = await monthlyPrice(account.stripe, price);
  const session = await account.stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'subscription',
    line_items: [{ price: id, quantity: 1 }],
    automatic_tax: { enabled: true },
    tax_id_collection: { enabled: true },
    ...more,
  });
  return { ...account, session, browser: account.browse(session) };
}

describe('automatic tax', () => {
  it('waits for an address', async () => {
    const { session, browser } = await open();
    expect(session.automatic_tax).toMatchObject({ enabled: true, status: 'requires_location_inputs' });
    expect(amounts(await browser.init())).toEqual({
      status: 'requires_billing_address',
      tax: 0,
      included: 0,
      due: 1000,
      next: 1000,
    });
  });

  it.each([
    ['DE', {}, 190],
    ['FI', {}, 255],
    ['GB', {}, 200],
    ['US', { state: 'NY' }, 40],
    ['US', { state: 'OR' }, 0],
    ['JP', {}, 0],
  ])('is in %s %o %i of 1000', async (country, more, tax) => {
    const { browser } = await open();
    const answer = await browser.update(at(country, more));
    expect(amounts(answer)).toEqual({ status: 'ready', tax, included: 0, due: 1000 + tax, next: 1000 + tax });
  });

  it('is part of a price that includes it', async () => {
    const { browser } = await open({}, { tax_behavior: 'inclusive', unit_amount: 1190 });
    expect(amounts(await browser.update(at('DE')))).toMatchObject({ tax: 0, included: 190, due: 1190 });
  });

  it('is computed after discounts, and once more with another quantity', async () => {
    const account = openAccount();
    const coupon = await account.stripe.coupons.create({ percent_off: 50 });
    const session = await openSubscriptionSession(account.stripe, {
      automatic_tax: { enabled: true },
      discounts: [{ coupon: coupon.id }],
    });
    const browser = account.browse(session);
    expect(amounts(await browser.update(at('DE')))).toMatchObject({ tax: 95, due: 595 });
    const [line] = (await account.stripe.checkout.sessions.listLineItems(session.id)).data;
    await account.stripe.checkout.sessions.update(session.id, { line_items: [{ id: line!.id, quantity: 3 }] });
    expect(amounts(await browser.init())).toMatchObject({ tax: 285, due: 1785 });
  });

  it('is on the invoice, the subscription and the session that was paid', async () => {
    const { stripe, session, browser } = await open();
    await browser.update({ ...at('DE'), email });
    await browser.confirm({ expected_amount: 1190, payment_method_data: cardData(cards.visa) });
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['invoice', 'subscription', 'line_items'],
    });
    expect(paid).toMatchObject({
      amount_subtotal: 1000,
      amount_total: 1190,
      total_details: { amount_tax: 190 },
      automatic_tax: { status: 'complete' },
      subscription: { automatic_tax: { enabled: true } },
      line_items: { data: [{ amount_tax: 190, amount_total: 1190 }] },
      invoice: {
        total: 1190,
        subtotal: 1000,
        amount_paid: 1190,
        total_excluding_tax: 1000,
        automatic_tax: { enabled: true, status: 'complete' },
        total_taxes: [
          { amount: 190, tax_behavior: 'exclusive', taxability_reason: 'standard_rated', taxable_amount: 1000 },
        ],
      },
    });
  });

  it('refuses a known customer who could be anywhere, in Stripe’s words', async () => {
    const { stripe } = openAccount();
    const customer = await stripe.customers.create({ email });
    const refused = await refusal(
      openSubscriptionSession(stripe, { customer: customer.id, automatic_tax: { enabled: true } }),
    );
    expect(refused).toMatchObject({ statusCode: 400, code: 'customer_tax_location_invalid' });
    expect(refused.message).toBe(
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the billing address entered in Checkout to the Customer.",
    );
    await stripe.customers.update(customer.id, { address: { country: 'DE' } });
    const session = await openSubscriptionSession(stripe, { customer: customer.id, automatic_tax: { enabled: true } });
    expect(session.amount_total).toBe(1190);
  });
});

describe('a business tax id', () => {
  it('of another country of the Union reverses the charge', async () => {
    const { stripe, session, browser } = await open();
    await browser.update({ ...at('DE'), email });
    const answer = await browser.update({ tax_id_info: DE });
    expect(amounts(answer)).toMatchObject({ tax: 0, due: 1000 });
    expect(answer.page?.session.taxAmounts).toMatchObject([{ minorUnitsAmount: 0, percentage: 0, displayName: 'VAT' }]);
    expect(answer.page?.session.taxIdInfo).toEqual({
      taxId: { type: 'eu_vat', value: 'DE123456789' },
      businessName: 'Analytical Engines',
    });
    await browser.confirm({ expected_amount: 1000, payment_method_data: cardData(cards.visa) });
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice', 'customer'] });
    expect(paid).toMatchObject({
      customer: { business_name: 'Analytical Engines' },
      customer_details: { tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }] },
      invoice: {
        customer_tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
        total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge', taxable_amount: 1000 }],
      },
    });
    expect(
      (await all(stripe.customers.listTaxIds((paid.customer as Stripe.Customer).id))).map(({ value }) => value),
    ).toEqual(['DE123456789']);
  });

  it.each([
    ['at home', 'IE', { ...DE, value: 'IE1234567AB' }, 230],
    ['of another country than the address', 'FR', DE, 200],
    ['in the United Kingdom', 'GB', { ...DE, type: 'gb_vat', value: 'GB123456789' }, 200],
  ])('changes nothing %s', async (_, country, info, tax) => {
    const { browser } = await open();
    await browser.update({ ...at(country), tax_id_info: info });
    expect(amounts(await browser.init())).toMatchObject({ tax });
  });

  it('is taken back with an empty one', async () => {
    const { browser } = await open();
    await browser.update({ ...at('DE'), tax_id_info: DE });
    expect(amounts(await browser.update({ tax_id_info: '' }))).toMatchObject({ tax: 190 });
  });

  it.each(['DE12345', 'XX123456789', 'DE000000000', ''])('cannot be %j', async (value) => {
    const { browser } = await open();
    const { error, status } = await browser.update({ tax_id_info: { ...DE, value } });
    expect(status).toBe(400);
    expect(error?.type).toBe('invalid_request_error');
    expect((await browser.init()).page?.session.taxIdInfo).toBeNull();
  });

  it('is not taken where it is not collected', async () => {
    const { browser } = await open({ tax_id_collection: { enabled: false } });
    expect((await browser.update({ tax_id_info: DE })).error?.param).toBe('tax_id_info');
  });

  it('is collected of a known customer only with their name, in Stripe’s words', async () => {
    const { stripe } = openAccount();
    const customer = await stripe.customers.create({ email });
    const more = { customer: customer.id, tax_id_collection: { enabled: true } };
    expect((await refusal(openSubscriptionSession(stripe, more))).message).toBe(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
    );
  });
});

describe('what a server bills itself', () => {
  const BERLIN = { country: 'DE', line1: 'Unter den Linden 1', city: 'Berlin', postal_code: '10117' };
  const taxed = { automatic_tax: { enabled: true } };
  const vat = { type: 'eu_vat', value: DE.value } as const;

  it.each([
    ['a consumer', [], { total: 1190, total_taxes: [{ amount: 190 }], customer_tax_ids: [] }],
    [
      'a business',
      [vat],
      { total: 1000, total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge' }], customer_tax_ids: [vat] },
    ],
  ])('is taxed for %s, as a subscription and as an invoice', async (_name, ids, expected) => {
    const { stripe } = openAccount();
    const { id: customer } = await stripe.customers.create({ email, address: BERLIN, tax_id_data: ids });
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: (await monthlyPrice(stripe)).id }],
      collection_method: 'send_invoice',
      days_until_due: 30,
      expand: ['latest_invoice'],
      ...taxed,
    });
    expect(subscription).toMatchObject({ automatic_tax: { enabled: true }, latest_invoice: expected });

    const price = await stripe.prices.create({ currency: 'usd', unit_amount: 500, product_data: { name: 'Setup' } });
    const { id: invoice } = await stripe.invoices.create({
      customer,
      collection_method: 'send_invoice',
      days_until_due: 30,
      ...taxed,
    });
    for (const quantity of [1, 1, 3]) {
      await stripe.invoiceItems.create({ customer, invoice, pricing: { price: price.id }, quantity });
    }
    const [last] = (await stripe.invoiceItems.list({ invoice })).data;
    await stripe.invoiceItems.del(last?.id ?? '');
    expect(await stripe.invoices.finalizeInvoice(invoice)).toMatchObject({ status: 'open', ...expected });
  });

  it('is refused where there is no place to tax, and checked before on demand, in Stripe’s words', async () => {
    const { stripe } = openAccount();
    const nowhere = { statusCode: 400, code: 'customer_tax_location_invalid' };
    const { id: customer } = await stripe.customers.create({ email, address: { country: 'US' } });
    const items = [{ price: (await monthlyPrice(stripe)).id }];
    const sent = { collection_method: 'send_invoice', days_until_due: 30 } as const;
    const refused = await refusal(stripe.subscriptions.create({ customer, items, ...sent, ...taxed }));
    expect(refused).toMatchObject({ ...nowhere, param: 'automatic_tax' });
    expect(refused.message).toBe(
      "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
    );
    expect(await refusal(stripe.invoices.create({ customer, ...sent, ...taxed }))).toMatchObject(nowhere);
    const tax = { validate_location: 'immediately' } as const;
    expect(await refusal(stripe.customers.create({ email, tax }))).toMatchObject(nowhere);
    expect(await refusal(stripe.customers.update(customer, { name: 'Ada', tax }))).toMatchObject(nowhere);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: null });
    expect(await stripe.customers.update(customer, { address: BERLIN, tax })).toMatchObject({ address: BERLIN });
  });

  it('names the tax ids that a customer has when it is finalized, taxed or not', async () => {
    const { stripe } = openAccount();
    const { id: customer } = await stripe.customers.create({ email });
    const draft = await stripe.invoices.create({ customer, collection_method: 'send_invoice', days_until_due: 30 });
    await stripe.invoiceItems.create({ customer, invoice: draft.id, amount: 500, currency: 'usd' });
    await stripe.customers.createTaxId(customer, vat);
    expect((await stripe.invoices.finalizeInvoice(draft.id)).customer_tax_ids).toEqual([vat]);
  });
});

describe('tax ids of a customer', () => {
  it('are made, read, listed and deleted, below the customer and by themselves', async () => {
    const { stripe } = openAccount();
    const customer = await stripe.customers.create({ email });
    const first = await stripe.customers.createTaxId(customer.id, { type: 'eu_vat', value: 'DE123456789' });
    expect(first).toMatchObject({ object: 'tax_id', country: 'DE', customer: customer.id });
    const second = await stripe.taxIds.create({
      type: 'us_ein',
      value: '12-3456789',
      owner: { type: 'customer', customer: customer.id },
    });
    expect(await stripe.taxIds.retrieve(second.id)).toMatchObject({ country: 'US' });
    expect(await stripe.customers.retrieveTaxId(customer.id, first.id)).toMatchObject({ id: first.id });
    expect((await all(stripe.customers.listTaxIds(customer.id))).map(({ id }) => id)).toEqual([second.id, first.id]);
    await stripe.customers.deleteTaxId(customer.id, first.id);
    await stripe.taxIds.del(second.id);
    expect(await all(stripe.customers.listTaxIds(customer.id))).toEqual([]);
    expect(await refusal(stripe.taxIds.retrieve(first.id))).toMatchObject({ statusCode: 404 });
    const types = (await all(stripe.events.list())).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('customer.tax_id'))).toHaveLength(4);
  });

  it('are refused where they have another form, or belong to somebody else', async () => {
    const { stripe } = openAccount();
    const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
    expect(await refusal(stripe.customers.createTaxId(one.id, { type: 'eu_vat', value: '123' }))).toMatchObject({
      code: 'tax_id_invalid',
    });
    const taxId = await stripe.customers.createTaxId(one.id, { type: 'eu_vat', value: 'DE123456789' });
    expect(await refusal(stripe.customers.retrieveTaxId(other.id, taxId.id))).toMatchObject({
      code: 'resource_missing',
    });
  });
});

describe('a renewal', () => {
  const DAY = 86_400;
  const begun = Date.UTC(2026, 0, 5) / 1000;

  /** Somebody in Berlin who has bought a month; `renew` moves to the next invoice. */
  async function subscribe(price: Partial<Stripe.PriceCreateParams> = {}) {
    const account = openAccount();
    const { stripe } = account;
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: begun });
    const { id: customer } = await stripe.customers.create({ email, test_clock: clock.id });
    const session = await stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      customer,
      customer_update: { name: 'auto', address: 'auto' },
      line_items: [{ price: (await monthlyPrice(stripe, price)).id, quantity: 1 }],
      automatic_tax: { enabled: true },
    });
    const browser = account.browse(session);
    const { page } = await browser.update(at('DE'));
    await browser.confirm({
      expected_amount: page?.session.total.total.minorUnitsAmount ?? 0,
      payment_method_data: cardData(cards.visa),
    });
    let months = 0;
    const renew = async (): Promise<Stripe.Invoice> => {
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: begun + (months += 1) * 31.5 * DAY });
      const [invoice] = (await stripe.invoices.list({ customer })).data;
      if (invoice?.billing_reason !== 'subscription_cycle') throw new Error('There is no renewal.');
      return invoice;
    };
    return { stripe, customer, renew };
  }

  it('is taxed as its first invoice was, and charged with the tax', async () => {
    const { renew } = await subscribe();
    expect(await renew()).toMatchObject({
      status: 'paid',
      subtotal: 1000,
      total: 1190,
      total_excluding_tax: 1000,
      amount_paid: 1190,
      total_taxes: [{ amount: 190, tax_behavior: 'exclusive', taxable_amount: 1000 }],
      automatic_tax: { enabled: true, status: 'complete' },
      lines: { data: [{ taxes: [{ amount: 190 }] }] },
    });
  });

  it('has the tax in its price where the price includes it', async () => {
    const { renew } = await subscribe({ unit_amount: 1190, tax_behavior: 'inclusive' });
    expect(await renew()).toMatchObject({
      subtotal: 1190,
      subtotal_excluding_tax: 1000,
      total: 1190,
      total_excluding_tax: 1000,
      amount_paid: 1190,
      total_taxes: [{ amount: 190, tax_behavior: 'inclusive' }],
    });
  });

  it('follows the customer: another place, a tax id of theirs, no place at all', async () => {
    const { stripe, customer, renew } = await subscribe();
    const live = (country: string): Promise<Stripe.Customer> =>
      stripe.customers.update(customer, {
        address: { country, line1: '1 Main St', city: 'Town', postal_code: '1000' },
      });
    await live('FI');
    expect(await renew()).toMatchObject({ total: 1255 });
    await live('DE');
    await stripe.customers.createTaxId(customer, { type: 'eu_vat', value: 'DE123456789' });
    expect(await renew()).toMatchObject({
      total: 1000,
      total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge' }],
      customer_tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
    });
    await stripe.customers.update(customer, { address: '' });
    expect(await renew()).toMatchObject({
      total: 1000,
      total_taxes: [],
      automatic_tax: { enabled: true, status: 'requires_location_inputs' },
    });
  });
});
