import { describe, expect, it } from 'vitest';
import { openShop } from './shop.js';

const once = { items: [{ price: 'team_onboarding', quantity: 1 }] };

describe('the truth about a session', () => {
  it('is open while nobody has paid', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    expect(await shop.truth(id)).toEqual({
      contract: 1,
      id,
      status: 'open',
      mode: 'subscription',
      payment: null,
      amount: 10_500,
      currency: 'usd',
      attempt: null,
      decline: null,
      links: { invoice: null, receipt: null, verification: null },
      expectedAt: null,
      livemode: false,
    });
  });

  it('is complete and paid once the card has paid, with the invoice', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    const truth = await shop.truth(session.id);
    expect(truth).toMatchObject({ status: 'complete', payment: 'paid', amount: 10_500, decline: null });
    expect(truth.links.invoice).toMatch(/^https?:/);
  });

  it('has the receipt of a single payment', async () => {
    const shop = await openShop();
    const session = await shop.open(once);
    await shop.pay(session);
    const truth = await shop.truth(session.id);
    expect(truth).toMatchObject({ mode: 'payment', status: 'complete', payment: 'paid', amount: 49_900 });
    expect(truth.links.receipt).toMatch(/^https?:/);
  });

  it('stays open after a decline, and tells why where Stripe tells', async () => {
    const shop = await openShop();
    const session = await shop.open(once);
    expect(await shop.pay(session, '4000000000009995')).toMatchObject({ status: 402 });
    expect(await shop.truth(session.id)).toMatchObject({
      status: 'open',
      decline: { code: 'card_declined', declineCode: 'insufficient_funds' },
    });
  });

  it('stays open after a subscription’s decline, of which Stripe shows nothing', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session, '4000000000000002');
    expect(await shop.truth(session.id)).toMatchObject({ status: 'open', decline: null });
  });

  it('says that an attempt waits for the customer’s bank', async () => {
    const shop = await openShop();
    const session = await shop.open(once);
    expect((await shop.pay(session, '4000002760003184')).challenge).not.toBeNull();
    expect(await shop.truth(session.id)).toMatchObject({ status: 'open', attempt: 'unfinished' });
  });

  it('is expired once it has been expired', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    await shop.stripe.checkout.sessions.expire(id);
    expect(await shop.truth(id)).toMatchObject({ status: 'expired', payment: null });
  });

  it('is expired a day after it was made', async () => {
    let now = Date.UTC(2026, 10, 22);
    const shop = await openShop({}, { now: () => now });
    const { id } = await shop.open();
    now += 25 * 3_600_000;
    expect(await shop.truth(id)).toMatchObject({ status: 'expired' });
  });

  it('counts in the currency’s minor unit, which of a yen is a yen', async () => {
    const shop = await openShop();
    const { id } = await shop.open({ items: [{ price: 'pro_monthly_jpy', quantity: 2 }] });
    expect(await shop.truth(id)).toMatchObject({ amount: 2400, currency: 'jpy' });
  });

  it('holds no secret and nothing personal', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    const text = JSON.stringify(await shop.truth(session.id));
    expect(text).not.toMatch(/secret|guest@example\.com|Hopper|cus_/);
  });

  it('is a customer’s own: a guest and another customer find nothing', async () => {
    const shop = await openShop();
    const ada = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const eve = await shop.stripe.customers.create({ email: 'eve@example.com' });
    const { id } = await shop.open({}, { customer: ada.id });
    expect((await shop.send('GET', `/sessions/${id}`, undefined)).status).toBe(404);
    expect((await shop.send('GET', `/sessions/${id}`, undefined, { customer: eve.id })).status).toBe(404);
    expect((await shop.truth(id, { customer: ada.id })).status).toBe('open');
  });

  it('is nobody’s business for sessions that this server has not made', async () => {
    const shop = await openShop();
    const { id } = await shop.stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      line_items: [{ price: shop.prices.monthly.id, quantity: 1 }],
    });
    const response = await shop.send('GET', `/sessions/${id}`, undefined);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'session.not_found' });
  });

  it('makes the card the default of a customer who had none, and changes none they had', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    await shop.truth(session.id);
    const { customer, subscription } = await shop.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['customer', 'subscription'],
    });
    expect(customer).toMatchObject({
      invoice_settings: {
        default_payment_method: (subscription as { default_payment_method?: unknown }).default_payment_method,
      },
    });
    const asked = shop.watch();
    await shop.truth(session.id);
    expect(asked()).toEqual([`GET /v1/checkout/sessions/${session.id}`]);
  });

  it('is told even when what is left to do fails', async () => {
    const failures: string[] = [];
    const shop = await openShop({ onError: ({ code }) => void failures.push(code) });
    const session = await shop.open();
    await shop.pay(session);
    shop.fault({ method: 'POST', path: '/v1/customers/*', kind: 'status', status: 500 });
    expect(await shop.truth(session.id)).toMatchObject({ status: 'complete' });
    expect(failures).toEqual(['stripe.unavailable']);
  });
});
