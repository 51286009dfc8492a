/** What a browser may do with a session, and what it is refused. */
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openBrowser,
  openPaymentSession,
  openSubscriptionSession,
  origin,
} from './simulated-account.js';

const email = 'ada@example.com';
const pay = { expected_amount: 1000, payment_method_data: cardData(cards.visa) };

async function openPage() {
  const account = openAccount();
  const session = await openSubscriptionSession(account.stripe);
  return { ...account, session, browser: account.browse(session) };
}

describe('confirming is refused', () => {
  it('without an email', async () => {
    const { browser } = await openPage();

    expect((await browser.confirm(pay)).error).toMatchObject({ type: 'invalid_request_error', param: 'email' });
  });

  it('with a total the session no longer has', async () => {
    const { browser, stripe, session } = await openPage();
    const { data } = await stripe.checkout.sessions.listLineItems(session.id);
    await stripe.checkout.sessions.update(session.id, { line_items: [{ id: data[0]?.id ?? '', quantity: 2 }] });

    expect((await browser.confirm({ ...pay, email })).error?.code).toBe('checkout_amount_mismatch');
    expect((await browser.confirm({ ...pay, email, expected_amount: 2000 })).status).toBe(200);
  });

  it('after the session has been paid', async () => {
    const { browser } = await openPage();
    await browser.confirm({ ...pay, email });

    expect((await browser.confirm({ ...pay, email })).error?.code).toBe('checkout_succeeded_session');
    expect((await browser.init()).error?.code).toBe('checkout_not_active_session');
  });

  it('after the session has been expired', async () => {
    const { browser, stripe, session } = await openPage();
    await stripe.checkout.sessions.expire(session.id);

    expect((await browser.confirm({ ...pay, email })).error?.code).toBe('checkout_not_active_session');
  });

  it('twice at once', async () => {
    let go = (): void => undefined;
    const account = openAccount({ wait: () => new Promise((resolve) => (go = resolve)) });
    const session = await openSubscriptionSession(account.stripe);
    const path = `/v1/payment_pages/${session.id}/confirm`;
    account.simulator.fault({ account: account.name, path, kind: 'delay' });
    const browser = account.browse(session);
    const first = browser.confirm({ ...pay, email });

    const second = await browser.confirm({ ...pay, email });
    go();

    expect(second).toMatchObject({ status: 429, error: { code: 'lock_timeout' } });
    expect((await first).page?.session.status.type).toBe('complete');
    expect(await all(account.stripe.charges.list())).toHaveLength(1);
  });

  it('with a card to save where saving is not enabled', async () => {
    const { browser } = await openPage();

    expect((await browser.confirm({ ...pay, email, save_payment_method: true })).error?.param).toBe(
      'save_payment_method',
    );
  });

  it('with a saved card of somebody else', async () => {
    const { browser, stripe } = await openPage();
    const { id: customer } = await stripe.customers.create();
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });

    const { error } = await browser.confirm({ expected_amount: 1000, email, payment_method: id });

    expect(error).toMatchObject({ code: 'resource_missing', param: 'payment_method' });
  });

  it('with a return URL beside that of the session', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe, { return_url: 'https://shop.test/thanks' });

    const { error } = await browse(session).confirm({ ...pay, email, return_url: 'https://shop.test/other' });

    expect(error?.param).toBe('return_url');
  });

  it('without the address and phone the merchant asked for', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe, {
      billing_address_collection: 'required',
      phone_number_collection: { enabled: true },
    });
    const browser = browse(session);
    expect((await browser.confirm({ ...pay, email })).error?.param).toBe('billing_address');
    await browser.update({ billing_address: { name: 'Ada', address: { line1: '1 Engine Way', country: 'GB' } } });
    expect((await browser.confirm({ ...pay, email })).error?.param).toBe('phone_number');
    await browser.update({ phone_number: '+442071234567' });

    expect((await browser.confirm({ ...pay, email })).status).toBe(200);
  });
});

describe('typing', () => {
  it('is shown on the page and can be taken back', async () => {
    const { browser } = await openPage();
    const address = { line1: '1 Engine Way', city: 'London', postal_code: 'N1', country: 'GB' };

    const typed = await browser.update({
      email,
      phone_number: '+442071234567',
      billing_address: { name: 'Ada', address },
    });
    expect(typed.page?.session).toMatchObject({
      email,
      phoneNumber: '+442071234567',
      billingAddress: { name: 'Ada', address },
    });

    const cleared = await browser.update({ email: '', billing_address: '' });
    expect(cleared.page?.session).toMatchObject({ email: null, billingAddress: null, phoneNumber: '+442071234567' });
  });

  it('an email that is none is refused', async () => {
    const { browser } = await openPage();

    expect((await browser.update({ email: 'ada' })).error).toMatchObject({ code: 'email_invalid', param: 'email' });
  });

  it('an email is refused where the merchant gave one', async () => {
    const { stripe, browse } = openAccount();
    const session = await openPaymentSession(stripe, { customer_email: email });
    const browser = browse(session);
    expect((await browser.init()).page).toMatchObject({ session: { email }, config: { email_editable: false } });

    expect((await browser.update({ email: 'eve@example.com' })).error?.param).toBe('email');
  });
});

describe('changing a quantity', () => {
  async function openAdjustable() {
    const { stripe, browse } = openAccount();
    const { id: price } = await monthlyPrice(stripe);
    const adjustable_quantity = { enabled: true, minimum: 1, maximum: 10 };
    const session = await openSubscriptionSession(stripe, {
      line_items: [{ price, quantity: 2, adjustable_quantity }],
    });
    const browser = browse(session);
    const { page } = await browser.init();
    return { browser, line: page?.session.lineItems[0] };
  }

  it('changes the total', async () => {
    const { browser, line } = await openAdjustable();
    expect(line).toMatchObject({ quantity: 2, adjustableQuantity: { minimum: 1, maximum: 10 } });

    const { page } = await browser.update({ line_item_quantity: { line_item: line?.id ?? '', quantity: 5 } });

    expect(page?.session.total.total).toEqual({ minorUnitsAmount: 5000, amount: '$50.00' });
  });

  it('is refused out of range, and of an item that is fixed', async () => {
    const { browser, line } = await openAdjustable();
    const outside = await browser.update({ line_item_quantity: { line_item: line?.id ?? '', quantity: 11 } });
    expect(outside.error?.param).toBe('line_item_quantity[quantity]');

    const fixed = await openPage();
    const item = (await fixed.browser.init()).page?.session.lineItems[0]?.id ?? '';
    const { error } = await fixed.browser.update({ line_item_quantity: { line_item: item, quantity: 2 } });
    expect(error?.message).toMatch(/not adjustable/);
  });
});

describe('a page opens only', () => {
  it('with the secret of its session', async () => {
    const { simulator, session } = await openPage();
    const stranger = openBrowser(simulator, session.id, {
      key: 'pk_test_acme',
      client_secret: `${session.id}_secret_x`,
    });

    expect(await stranger.init()).toMatchObject({ status: 404, error: { code: 'resource_missing' } });
  });

  it('with the key of its account', async () => {
    const { simulator, session } = await openPage();
    const common = { key: 'pk_test_other', client_secret: session.client_secret ?? '' };

    expect((await openBrowser(simulator, session.id, common).init()).status).toBe(404);
  });

  it('with a publishable key', async () => {
    const { simulator, session } = await openPage();
    const common = { key: 'sk_test_acme', client_secret: session.client_secret ?? '' };

    expect((await openBrowser(simulator, session.id, common).init()).status).toBe(401);
  });
});

it('lets pages of any origin ask', async () => {
  const { simulator, session } = await openPage();
  const url = `${origin}/v1/payment_pages/${session.id}/init`;
  const headers = { origin: 'https://shop.test', 'access-control-request-method': 'POST' };

  const preflight = await simulator.fetch(new Request(url, { method: 'OPTIONS', headers }));
  const asked = await simulator.fetch(new Request(url, { method: 'POST', headers: { origin: 'https://shop.test' } }));

  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(asked.headers.get('access-control-allow-origin')).toBe('*');
  expect(asked.headers.get('access-control-expose-headers')).toContain('Request-Id');
});
