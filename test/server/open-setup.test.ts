/** A method that is kept for later: by card, or by what else the server takes. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { checkoutSessionSchema, type CheckoutSession } from '../../src/contract/index.js';
import type { FeatureRules } from '../../src/server/catalog.js';
import { openShop, type Shop } from './shop.js';

const KEEP = { kind: 'setup' };

async function open(shop: Shop, customer: string, asked: object = KEEP): Promise<CheckoutSession> {
  const response = await shop.send('POST', '/sessions', { contract: 1, ...asked }, { customer });
  return checkoutSessionSchema.parse(await response.json());
}

async function subscribe({ stripe }: Shop, price: string): Promise<{ readonly customer: string; readonly id: string }> {
  const { id: customer } = await stripe.customers.create();
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    default_payment_method: method.id,
  });
  return { customer, id };
}

describe('a method to keep', () => {
  it('is the customer’s default once it is kept', async () => {
    const shop = await openShop();
    const { stripe } = shop;
    const { id: customer } = await stripe.customers.create();
    const session = await open(shop, customer);
    expect(session).toMatchObject({ gateway: 'setup_intent', status: 'open', mode: 'setup' });
    const details = { contract: 1, change: 'details', fields: { cost_center: '4711' } };
    await shop.send('PATCH', `/sessions/${session.id}`, details, { customer });
    expect((await stripe.setupIntents.retrieve(session.id)).metadata).toMatchObject({ field_cost_center: '4711' });
    await stripe.setupIntents.confirm(session.id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/done',
    });
    expect(await shop.truth(session.id, { customer })).toMatchObject({ status: 'complete', mode: 'setup' });
    const { invoice_settings: settings } = (await stripe.customers.retrieve(customer)) as Stripe.Customer;
    expect(settings.default_payment_method).toMatch(/^pm_/);
    const response = await shop.send('GET', `/sessions/${session.id}`, undefined, { customer: 'cus_other' });
    expect(response.status).toBe(404);
  });

  it('may be removed from those that are saved where the server says so, and no live subscription hangs on one', async () => {
    const shop = await openShop({ features: { removeSaved: true } });
    const { stripe, prices } = shop;
    const { id: customer } = await stripe.customers.create();
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await stripe.paymentMethods.update(card.id, { allow_redisplay: 'always' });
    const saved = async (asked: object = KEEP) => shop.shownSaved(await open(shop, customer, asked));
    const invoice = await stripe.invoices.create({ customer, collection_method: 'send_invoice', days_until_due: 30 });
    await stripe.invoiceItems.create({ customer, invoice: invoice.id, amount: 4_200, currency: 'usd' });
    const bill = { kind: 'invoice', invoice: invoice.id };
    const shown = { saved_payment_methods: [{ id: card.id }] };
    for (const asked of [KEEP, bill])
      expect(await saved(asked)).toMatchObject({ ...shown, payment_method_remove: 'enabled' });

    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.monthly.id }],
      default_payment_method: card.id,
    });
    for (const asked of [KEEP, bill, { kind: 'subscription', subscription: id }]) {
      const now = await saved(asked);
      expect(now).toMatchObject(shown);
      expect(now).not.toHaveProperty('payment_method_remove');
    }
  });

  it.each<[string, FeatureRules, object]>([
    ['by card where the server names nothing', {}, { payment_method_types: ['card'] }],
    [
      'from a bank account, which may be proven days later',
      { paymentMethods: ['card', 'us_bank_account'] },
      {
        allowed_payment_method_types: ['card', 'us_bank_account'],
        payment_method_options: { us_bank_account: { verification_method: 'automatic' } },
      },
    ],
    [
      'from a linked account only, where the server says so',
      { paymentMethods: ['us_bank_account'], bankVerification: 'instant' },
      {
        payment_method_types: ['us_bank_account'],
        payment_method_options: { us_bank_account: { verification_method: 'instant' } },
      },
    ],
  ])('is kept %s', async (_, features, expected) => {
    const shop = await openShop({ features });
    const { id: customer } = await shop.stripe.customers.create();
    const { id } = await open(shop, customer);
    expect(await shop.stripe.setupIntents.retrieve(id)).toMatchObject(expected);
  });

  it.each<[string, FeatureRules, object]>([
    [
      'is linked',
      {},
      {
        payment_method_types: ['card', 'us_bank_account'],
        payment_method_options: { us_bank_account: { verification_method: 'instant' } },
      },
    ],
    [
      'may be typed, where the server says so',
      { bankVerification: 'automatic' },
      { payment_method_options: { us_bank_account: { verification_method: 'automatic' } } },
    ],
  ])('for a subscription %s', async (_, rules, expected) => {
    const shop = await openShop({ features: { paymentMethods: ['card', 'us_bank_account', 'sepa_debit'], ...rules } });
    const { customer, id } = await subscribe(shop, shop.prices.monthly.id);
    const session = await open(shop, customer, { kind: 'subscription', subscription: id });
    expect(await shop.stripe.setupIntents.retrieve(session.id)).toMatchObject(expected);
  });

  it('for a subscription is one that can pay in its currency', async () => {
    const shop = await openShop({ features: { paymentMethods: ['us_bank_account'] } });
    const { customer, id } = await subscribe(shop, shop.prices.yen.id);
    const session = await open(shop, customer, { kind: 'subscription', subscription: id });
    expect(await shop.stripe.setupIntents.retrieve(session.id)).toMatchObject({ payment_method_types: ['card'] });
  });
});
