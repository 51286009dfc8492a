import { describe, expect, it } from 'vitest';
import type { FeatureRules } from '../../src/server/catalog.js';
import { openShop } from './shop.js';

describe('opening a purchase', () => {
  it('makes a subscription session of a recurring price, and answers 201', async () => {
    const shop = await openShop();
    const session = await shop.open();
    expect(session).toMatchObject({
      httpStatus: 201,
      gateway: 'checkout_session',
      status: 'open',
      mode: 'subscription',
    });
    const { line_items: lines, ...stored } = await shop.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items'],
    });
    expect(lines?.data).toMatchObject([{ price: { lookup_key: 'pro_monthly' }, quantity: 12 }]);
    expect(stored).toMatchObject({ ui_mode: 'elements', adaptive_pricing: { enabled: false }, amount_total: 10_500 });
  });

  it('makes a payment session of one-time prices', async () => {
    const shop = await openShop();
    expect(await shop.open({ items: [{ price: 'team_onboarding', quantity: 1 }] })).toMatchObject({ mode: 'payment' });
  });

  it('makes a subscription of a recurring and a one-time price together', async () => {
    const shop = await openShop();
    const items = [
      { price: 'pro_monthly', quantity: 3 },
      { price: 'team_onboarding', quantity: 1 },
    ];
    expect(await shop.open({ items })).toMatchObject({ mode: 'subscription', features: { quantity: null } });
  });

  it('gives the shortest trial that all of its subscriptions give, and a single payment none', async () => {
    const SEATS = { quantity: { min: 1, max: 100 } };
    const shop = await openShop({
      prices: {
        pro_monthly: { ...SEATS, trialDays: 30 },
        addon_monthly: { ...SEATS, trialDays: 14 },
        pro_yearly: SEATS,
        team_onboarding: {},
      },
    });
    const dueFor = async (...prices: readonly string[]): Promise<number | null> => {
      const items = prices.map((price) => ({ price, quantity: 1 }));
      const { id } = await shop.open({ items }, { key: prices.join() });
      return (await shop.stripe.checkout.sessions.retrieve(id)).amount_total;
    };
    expect(await dueFor('pro_monthly')).toBe(0);
    expect(await dueFor('pro_monthly', 'team_onboarding')).toBe(49_900);
    expect(await dueFor('pro_yearly')).toBe(8_700);
    expect(await dueFor('team_onboarding')).toBe(49_900);

    const { id, ...opened } = await shop.open({ items: [{ price: 'addon_monthly', quantity: 2 }] });
    expect(await shop.pay({ id, ...opened })).toMatchObject({ status: 200 });
    const { subscription } = await shop.stripe.checkout.sessions.retrieve(id, { expand: ['subscription'] });
    expect(subscription).toMatchObject({ status: 'trialing' });
  });

  it('asks Stripe twice and does not read its first answer again', async () => {
    const shop = await openShop();
    const asked = shop.watch();
    await shop.open();
    expect(asked()).toEqual(['GET /v1/prices', 'POST /v1/checkout/sessions']);
  });

  it('gives a secret that Stripe takes', async () => {
    const shop = await openShop();
    expect(await shop.pay(await shop.open())).toMatchObject({ status: 200 });
  });

  it('sends the limits of the quantity', async () => {
    const shop = await openShop();
    const session = await shop.open();
    expect(session.features.quantity).toEqual({ min: 1, max: 100 });
    const { data } = await shop.stripe.checkout.sessions.listLineItems(session.id);
    expect(data[0]?.adjustable_quantity).toMatchObject({ enabled: true, minimum: 1, maximum: 100 });
  });

  it('lets the customer type an email when it is a guest, and not when it is known', async () => {
    const shop = await openShop();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    expect((await shop.open()).features.email).toBe('ask');
    expect((await shop.open({}, { customer })).features.email).toBe('known');
  });

  it('offers saving to a subscriber, who becomes a customer, but not to a guest who pays once', async () => {
    const shop = await openShop();
    expect((await shop.open()).features.savePayment).toBe('ask');
    const once = await shop.open({ items: [{ price: 'team_onboarding', quantity: 1 }] });
    expect(once.features.savePayment).toBe('never');
  });

  it('lets the tag ask for less than the server allows, never for more', async () => {
    const shop = await openShop({ features: { savePayment: 'ask' } });
    expect((await shop.open({ savePayment: 'never' })).features.savePayment).toBe('never');
    expect((await shop.open({ savePayment: 'always' }, { key: 'purchase-2' })).features.savePayment).toBe('ask');
  });

  it('keeps every card where it says always, and has it offered again', async () => {
    const shop = await openShop({ features: { savePayment: 'always' } });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const items = [{ price: 'team_onboarding', quantity: 1 }];
    const session = await shop.open({ items }, { customer });
    expect(session.features.savePayment).toBe('always');
    const stored = await shop.stripe.checkout.sessions.retrieve(session.id);
    expect(stored.saved_payment_method_options?.payment_method_save).toBe('disabled');
    // The rule is the session's: a page that asks for less later finds it made.
    const resumed = await shop.open({ items, savePayment: 'never', resume: session.id }, { customer });
    expect(resumed).toMatchObject({ id: session.id, features: { savePayment: 'always' } });
  });

  it('lets nobody remove cards unless it says so, and nobody whose subscription needs one', async () => {
    const removal = async (shop: Awaited<ReturnType<typeof openShop>>, customer: string, key: string) => {
      const { id } = await shop.open({}, { customer, key });
      const { saved_payment_method_options: options } = await shop.stripe.checkout.sessions.retrieve(id);
      return options?.payment_method_remove;
    };
    const strict = await openShop();
    const { id: ada } = await strict.stripe.customers.create({ email: 'ada@example.com' });
    expect(await removal(strict, ada, 'purchase-1')).toBe('disabled');

    const shop = await openShop({ features: { removeSaved: true } });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const card = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer });
    await shop.stripe.paymentMethods.update(card.id, { allow_redisplay: 'always' });
    expect(await removal(shop, customer, 'purchase-1')).toBe('enabled');

    const price = (await shop.stripe.prices.list({ lookup_keys: ['pro_yearly'] })).data[0]?.id ?? '';
    const subscription = await shop.stripe.subscriptions.create({
      customer,
      items: [{ price }],
      default_payment_method: card.id,
    });
    expect(await removal(shop, customer, 'purchase-2')).toBe('disabled');
    await shop.stripe.subscriptions.cancel(subscription.id);
    expect(await removal(shop, customer, 'purchase-3')).toBe('enabled');
  });

  it('lets a bank account be typed for a single payment, not for a subscription, unless the server says otherwise', async () => {
    const paymentMethods = ['card', 'us_bank_account'] as const;
    const verified = async (price: string, rules: FeatureRules = {}, ofPrice: FeatureRules = {}) => {
      const shop = await openShop({ features: { paymentMethods, ...rules }, prices: { [price]: ofPrice } });
      const { id } = await shop.open({ items: [{ price, quantity: 1 }] });
      const { payment_method_options: options } = await shop.stripe.checkout.sessions.retrieve(id);
      return options?.us_bank_account?.verification_method;
    };
    expect(await verified('team_onboarding')).toBe('automatic');
    expect(await verified('pro_monthly')).toBe('instant');
    expect(await verified('team_onboarding', { bankVerification: 'instant' })).toBe('instant');
    expect(await verified('pro_monthly', { bankVerification: 'automatic' })).toBe('automatic');
    expect(await verified('pro_monthly', {}, { bankVerification: 'automatic' })).toBe('automatic');
  });

  it('takes promotion codes where the server or every price says so, and not otherwise', async () => {
    const shop = await openShop();
    const { id, features } = await shop.open();
    expect(features.promotionCodes).toBe(false);
    expect((await shop.stripe.checkout.sessions.retrieve(id)).allow_promotion_codes).toBe(false);
    const generous = await openShop({ features: { promotionCodes: true } });
    const offered = await generous.open();
    expect(offered.features.promotionCodes).toBe(true);
    expect((await generous.stripe.checkout.sessions.retrieve(offered.id)).allow_promotion_codes).toBe(true);
  });

  it('writes the experiment where Stripe can be asked for it, and never the unit itself', async () => {
    const shop = await openShop();
    const { id } = await shop.open({ experiment: { name: 'flow', variant: 'two-page', unit: 'visitor-42' } });
    const session = await shop.stripe.checkout.sessions.retrieve(id);
    expect(session.client_reference_id).toMatch(/^bc1\.flow\.two-page\.[0-9a-f]{32}$/);
    expect(session.metadata).toMatchObject({ billing_experiment: 'flow', billing_variant: 'two-page' });
    expect(JSON.stringify(session)).not.toContain('visitor-42');
  });

  it('writes the experiment to the subscription, and to a single payment', async () => {
    const shop = await openShop();
    const experiment = { name: 'flow', variant: 'one-page', unit: 'visitor-42', fallback: true };
    const carried = { billing_experiment: 'flow', billing_variant: 'one-page', billing_fallback: 'true' };
    const subscribed = await shop.open({ experiment });
    await shop.pay(subscribed);
    const { subscription } = await shop.stripe.checkout.sessions.retrieve(subscribed.id, { expand: ['subscription'] });
    expect(subscription).toMatchObject({ metadata: carried });
    const paid = await shop.open(
      { experiment, items: [{ price: 'team_onboarding', quantity: 1 }] },
      { key: 'purchase-2' },
    );
    await shop.pay(paid);
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(paid.id, {
      expand: ['payment_intent'],
    });
    expect(intent).toMatchObject({ metadata: carried });
  });

  describe.each(['one-page', 'two-page'])('says of a customer assigned to %s', (variant) => {
    const differs = async (
      prefilled: string[],
      { email = null as string | null, known = false, address = 'required' },
    ) => {
      const shop = await openShop();
      const customer = known ? (await shop.stripe.customers.create(email === null ? {} : { email })).id : undefined;
      const experiment = { name: 'flow', variant, unit: 'visitor-42', prefilled };
      const { id } = await shop.open({ experiment, billingAddress: address }, { customer });
      return (await shop.stripe.checkout.sessions.retrieve(id)).metadata?.['billing_differs'];
    };

    it.each([
      ['a guest', [], {}, 'true'],
      ['a guest whose email the page knows', ['email'], {}, 'true'],
      ['a guest of whom the page knows everything', ['email', 'billing_address'], {}, 'false'],
      ['a guest who is not asked for an address', ['email'], { address: 'auto' }, 'false'],
      ['a known customer', [], { known: true, email: 'ada@example.com' }, 'true'],
      ['a known customer with an address', ['billing_address'], { known: true, email: 'ada@example.com' }, 'false'],
      ['a known customer without an email', ['billing_address'], { known: true }, 'true'],
    ])('whether page one has something to ask: %s', async (_what, prefilled, who, said) => {
      expect(await differs(prefilled, who)).toBe(said);
    });
  });

  it('opens within an experiment even when the customer cannot be read for it', async () => {
    const failures: string[] = [];
    const shop = await openShop({ onError: ({ code }) => failures.push(code) });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    shop.fault({ method: 'GET', path: `/v1/customers/${customer}`, kind: 'status', status: 500 });
    const experiment = { name: 'flow', variant: 'one-page', unit: 'visitor-42', prefilled: ['billing_address'] };
    const { id, status } = await shop.open({ experiment }, { customer });
    expect([status, failures]).toEqual(['open', ['stripe.unavailable']]);
    expect((await shop.stripe.checkout.sessions.retrieve(id)).metadata).toMatchObject({ billing_differs: 'false' });
  });

  it.each([
    ['a name that is no slug', { name: 'check out', variant: 'a', unit: 'u' }, 'experiment.name'],
    ['a variant that is no slug', { name: 'flow', variant: '', unit: 'u' }, 'experiment.variant'],
    ['a unit of 60,000 characters', { name: 'flow', variant: 'a', unit: 'x'.repeat(60_000) }, 'experiment.unit'],
    ['no unit', { name: 'flow', variant: 'a' }, 'experiment.unit'],
    [
      'a detail the contract does not know',
      { name: 'flow', variant: 'a', unit: 'u', prefilled: ['card'] },
      'experiment.prefilled.0',
    ],
  ])('refuses an experiment with %s', async (_what, experiment, field) => {
    const shop = await openShop();
    const response = await shop.post({ experiment });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'request.invalid', field });
  });

  it('refuses a customer who has this subscription already', async () => {
    const shop = await openShop();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    await shop.pay(await shop.open({}, { customer }));
    const again = await shop.post({}, { customer, key: 'purchase-2' });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'customer.already_subscribed' });
  });

  it('sells a subscription again where its price says so', async () => {
    const shop = await openShop();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const items = [{ price: 'addon_monthly', quantity: 1 }];
    await shop.pay(await shop.open({ items }, { customer }));
    expect(await shop.open({ items }, { customer, key: 'purchase-2' })).toMatchObject({ status: 'open' });
  });

  it('asks the guard before Stripe', async () => {
    const shop = await openShop({ guard: () => ({ code: 'guard.refused', detail: 'Slow down.', retryAfter: 30 }) });
    const asked = shop.watch();
    const response = await shop.post();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await response.json()).toMatchObject({ code: 'guard.refused', detail: 'Slow down.' });
    expect(asked()).toEqual([]);
  });
});
