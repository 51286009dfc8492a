/** A page of Stripe's in the place of the form: one session at a time, one payment, whatever is asked twice or lost. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import type { CheckoutSession } from '../../src/contract/index.js';
import type { FeatureRules } from '../../src/server/catalog.js';
import { gate, openShop, ORIGIN, type Asking, type Shop } from './shop.js';

const RETURN = `${ORIGIN}/plans?team=7#buy`;
const ask = (shop: Shop, resume: string | undefined, body = {}, asking?: Asking) =>
  shop.open({ ui: 'hosted', returnUrl: RETURN, ...(resume && { resume }), ...body }, asking);
const read = (shop: Shop, id: string) =>
  shop.stripe.checkout.sessions.retrieve(id, { expand: ['line_items', 'subscription'] });
const succeeded = async (shop: Shop): Promise<Stripe.PaymentIntent[]> =>
  (await shop.stripe.paymentIntents.list({ limit: 100 })).data.filter(({ status }) => status === 'succeeded');

function urlOf(session: CheckoutSession): string {
  if (session.gateway !== 'hosted') throw new Error(`The gateway is ${session.gateway}.`);
  return session.url;
}

describe('a hosted page', () => {
  it('takes the place of the session: the same purchase, the way back, what is known', async () => {
    const shop = await openShop({ features: { promotionCodes: true } });
    const experiment = { name: 'checkout', variant: 'two-page', unit: 'visitor-1' };
    const form = await shop.open({ experiment });
    const page = await ask(shop, form.id, { experiment, email: ' ada@example.com ' });
    expect(page).toMatchObject({ gateway: 'hosted', status: 'open', httpStatus: 201, mode: 'subscription' });
    expect(urlOf(page)).toMatch(/^https:\/\//);
    expect((await read(shop, form.id)).status).toBe('expired');
    expect(await shop.openSessions()).toEqual([page.id]);
    const [before, after] = [await read(shop, form.id), await read(shop, page.id)];
    expect(after).toMatchObject({
      ui_mode: 'hosted_page',
      success_url: `${ORIGIN}/plans?team=7&billing_session={CHECKOUT_SESSION_ID}#buy`,
      cancel_url: RETURN,
      customer_email: 'ada@example.com',
      allow_promotion_codes: true,
      amount_total: before.amount_total,
      client_reference_id: before.client_reference_id,
      line_items: { data: [{ quantity: 12, price: { lookup_key: 'pro_monthly' } }] },
    });
    for (const key of ['billing_owner', 'billing_purchase', 'billing_experiment', 'billing_variant', 'billing_unit'])
      expect(after.metadata?.[key]).toBe(before.metadata?.[key]);
    expect(Object.keys(after.metadata ?? {}).filter((key) => key.startsWith('billing_hosted'))).toEqual([]);
    await shop.pay(page);
    expect((await read(shop, page.id)).subscription).toMatchObject({
      metadata: { billing_via: 'hosted', billing_variant: 'two-page' },
    });
    expect(await shop.truth(page.id)).toMatchObject({ status: 'complete', payment: 'paid', amount: 10_500 });
  });

  it('takes along a code that was taken, what was said, and the number that was chosen', async () => {
    const shop = await openShop({
      features: { promotionCodes: true, purchaseOrder: 'optional' },
    });
    const coupon = await shop.stripe.coupons.create({ percent_off: 50, duration: 'once' });
    const code = await shop.stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'HALF',
    });
    const body = { items: [{ price: 'team_onboarding', quantity: 1 }] };
    const form = await shop.open(body);
    await shop.applyCode(form, 'HALF');
    await shop.change(form.id, { change: 'details', purchaseOrder: 'PO-7' });
    const page = await ask(shop, form.id, body);
    const session = await read(shop, page.id);
    expect(session).toMatchObject({ amount_total: 24_950, discounts: [{ promotion_code: code.id }] });
    expect(session.metadata).toMatchObject({ purchase_order: 'PO-7', billing_via: 'hosted' });
    await shop.pay(page);
    expect(await succeeded(shop)).toMatchObject([
      { amount: 24_950, metadata: { purchase_order: 'PO-7', billing_via: 'hosted' } },
    ]);
  });

  it('opens for a known customer, and keeps the trial', async () => {
    const shop = await openShop({ prices: { pro_monthly: { quantity: { max: 20 }, trialDays: 14 } } });
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const form = await shop.open({}, { customer });
    const page = await ask(shop, form.id, {}, { customer });
    expect(await read(shop, page.id)).toMatchObject({
      customer,
      amount_total: 0,
      line_items: { data: [{ adjustable_quantity: { enabled: true, minimum: 1, maximum: 20 } }] },
    });
    expect(await (await shop.send('GET', `/sessions/${page.id}`, undefined)).json()).toMatchObject({
      code: 'session.not_found',
    });
  });

  it('needs no session to begin with', async () => {
    const shop = await openShop();
    const page = await shop.open({ ui: 'hosted' });
    expect(page.gateway).toBe('hosted');
    expect((await read(shop, page.id)).cancel_url).toBe(`${ORIGIN}/`);
    expect(await shop.openSessions()).toEqual([page.id]);
    const again = await shop.open({ ui: 'hosted' });
    expect(again).toMatchObject({ id: page.id, httpStatus: 200 });
    expect(await shop.openSessions()).toEqual([page.id]);
  });
});

describe('one payment', () => {
  it('is what two tabs, a second click and a lost answer come to', async () => {
    const shop = await openShop();
    const form = await shop.open();
    const pages = await Promise.all([
      ask(shop, form.id),
      ask(shop, form.id, { returnUrl: `${ORIGIN}/another` }),
      ask(shop, form.id, { email: 'ada@example.com' }),
    ]);
    const again = await ask(shop, form.id);
    const resumed = await ask(shop, again.id);
    expect(new Set([...pages, again, resumed].map(urlOf)).size).toBe(1);
    expect([again.httpStatus, resumed.httpStatus]).toEqual([200, 200]);
    expect(await shop.openSessions()).toEqual([again.id]);
    await shop.pay(again);
    expect(await ask(shop, form.id)).toMatchObject({ id: again.id, status: 'complete', clientSecret: null });
    expect(await shop.open({ resume: form.id })).toMatchObject({ id: again.id, status: 'complete' });
    expect(await succeeded(shop)).toHaveLength(1);
  });

  it.each([
    ['marked', '/v1/checkout/sessions/*'],
    ['expired', '/v1/checkout/sessions/*/expire'],
    ['made', '/v1/checkout/sessions'],
  ])('is made where the answer that it was %s is lost', async (_what, path) => {
    const shop = await openShop();
    const form = await shop.open();
    shop.fault({ method: 'POST', path, kind: 'reset', after: true });
    const first = await shop.post({ ui: 'hosted', returnUrl: RETURN, resume: form.id });
    expect(first.status).toBe(503);
    const page = await ask(shop, form.id);
    expect(page.gateway).toBe('hosted');
    expect(await shop.openSessions()).toEqual([page.id]);
    await shop.pay(page);
    expect(await succeeded(shop)).toHaveLength(1);
  });

  it('was made before: the truth wins', async () => {
    const shop = await openShop();
    const form = await shop.open();
    await shop.pay(form);
    expect(await ask(shop, form.id)).toMatchObject({ id: form.id, gateway: 'checkout_session', status: 'complete' });
    expect(await shop.openSessions()).toEqual([]);
  });

  it('is found by whoever still asks for the session that was replaced', async () => {
    const shop = await openShop();
    const form = await shop.open();
    const page = await ask(shop, form.id);
    expect((await shop.truth(form.id)).status).toBe('expired');
    await shop.pay(page);
    expect(await shop.truth(form.id)).toMatchObject({ id: page.id, status: 'complete', payment: 'paid' });
  });

  it('is made in the form after all: the page can no longer be paid', async () => {
    const shop = await openShop();
    const form = await shop.open();
    const page = await ask(shop, form.id);
    const back = await shop.open({ resume: page.id });
    expect(back).toMatchObject({ gateway: 'checkout_session', status: 'open' });
    expect((await read(shop, page.id)).status).toBe('expired');
    const further = await ask(shop, back.id);
    expect(await shop.openSessions()).toEqual([further.id]);
    expect((await ask(shop, form.id)).id).not.toBe(page.id);
    expect(await shop.openSessions()).toHaveLength(1);
  });

  it('is asked for by one of two tabs while the other goes on in the form: that one asks again', async () => {
    const [reached, expired] = [gate(), gate()];
    const wait = (): Promise<void> => {
      reached.open();
      return expired.passed;
    };
    const shop = await openShop({}, { wait });
    const form = await shop.open();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions/*/expire', kind: 'reset' });
    // Marked by then.
    expect((await shop.post({ ui: 'hosted', returnUrl: RETURN, resume: form.id })).status).toBe(503);
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions/*', kind: 'delay' });
    const late = shop.post({ resume: form.id });
    await reached.passed;
    await shop.stripe.checkout.sessions.expire(form.id);
    expired.open();
    expect((await late).status).toBe(503);
    const again = await shop.open({ resume: form.id });
    expect(await shop.openSessions()).toEqual([again.id]);
  });

  it('is of what is bought now', async () => {
    const shop = await openShop();
    const form = await shop.open();
    const page = await ask(shop, form.id);
    const more = await ask(shop, page.id, { items: [{ price: 'pro_monthly', quantity: 20 }] });
    expect(more.id).not.toBe(page.id);
    expect(await shop.openSessions()).toEqual([more.id]);
    expect((await read(shop, more.id)).amount_total).toBe(17_500);
  });

  it('tells no host that the session was given up', async () => {
    const expired: string[] = [];
    const shop = await openShop({ hooks: { expired: ({ session }) => void expired.push(session.id) } });
    const form = await shop.open();
    const page = await ask(shop, form.id);
    const { data } = await shop.stripe.events.list({ type: 'checkout.session.expired' });
    for (const event of data) await shop.server.handleEvent(event);
    expect(expired).toEqual([]);
    await shop.stripe.checkout.sessions.expire(page.id);
    for (const event of (await shop.stripe.events.list({ type: 'checkout.session.expired' })).data)
      await shop.server.handleEvent(event);
    expect(expired).toEqual([page.id]);
  });
});

describe('no page is made', () => {
  it.each<[string, FeatureRules]>([
    ['the host wants none', { hostedPage: false }],
    ['a company has to be asked', { company: 'required' }],
    ['a tax id has to be asked', { taxId: 'required' }],
    ['an order number has to be asked', { purchaseOrder: 'required' }],
    ['terms have to be agreed to', { termsUrl: 'https://shop.example/terms' }],
    ['addresses are looked at', { countries: ['DE'] }],
  ])('where %s', async (_why, features) => {
    const shop = await openShop({ features });
    const form = await shop.open();
    expect(form.features.hosted).toBe(false);
    const response = await shop.post({ ui: 'hosted', resume: form.id });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'kind.unsupported', field: 'ui' });
    expect(await shop.openSessions()).toEqual([form.id]);
  });

  it.each([
    ['another origin', 'https://evil.example/'],
    ['another scheme', 'javascript:alert(1)'],
    ['a name and a password before the host', `https://shop.example@evil.example/`],
    ['no address', 'plans'],
    ['501 characters', `${ORIGIN}/${'x'.repeat(500)}`],
  ])('that leads back to %s', async (_what, returnUrl) => {
    const shop = await openShop();
    const form = await shop.open();
    const response = await shop.post({ ui: 'hosted', resume: form.id, returnUrl });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'request.invalid', field: 'returnUrl' });
    expect(await shop.openSessions()).toEqual([form.id]);
  });

  it('of an invoice, or of somebody else’s session', async () => {
    const shop = await openShop();
    const { id: customer } = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const invoice = await shop.send('POST', '/sessions', { contract: 1, kind: 'setup', ui: 'hosted' }, { customer });
    expect(await invoice.json()).toMatchObject({ code: 'kind.unsupported' });
    const theirs = await shop.open({}, { customer });
    const mine = await ask(shop, theirs.id, {}, { key: 'purchase-9' });
    expect((await read(shop, theirs.id)).status).toBe('open');
    expect(await read(shop, mine.id)).toMatchObject({ customer: null, customer_email: null });
  });
});
