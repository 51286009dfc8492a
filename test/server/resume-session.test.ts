import { describe, expect, it } from 'vitest';
import { gate, openShop, type Shop } from './shop.js';

const seats = (quantity: number) => ({ items: [{ price: 'pro_monthly', quantity }] });

/** A shop with a customer of its own. */
async function openShopWithAda() {
  const shop = await openShop();
  const { id } = await shop.stripe.customers.create({ email: 'ada@example.com', name: 'Ada Lovelace' });
  return { shop, ada: { customer: id } };
}

describe('coming back to a purchase', () => {
  it('gives the open session back, live', async () => {
    const shop = await openShop();
    const first = await shop.open();
    const again = await shop.open({ resume: first.id });
    expect(again).toEqual({ ...first, httpStatus: 200 });
  });

  it('finds the same session when the first answer was lost on its way', async () => {
    const shop = await openShop();
    const first = await shop.open();
    const again = await shop.open();
    expect(again).toMatchObject({ httpStatus: 200, id: first.id });
  });

  it('finds it from a tab in another language on another page', async () => {
    const shop = await openShop();
    const first = await shop.open();
    const headers = { 'accept-language': 'de', referer: 'https://shop.example/preise?utm=1' };
    expect(await shop.open({}, { headers })).toMatchObject({ httpStatus: 200, id: first.id });
    expect(await shop.open({ resume: first.id }, { headers })).toMatchObject({ id: first.id });
  });

  it('offers no more than the session was made for, and less where the tag asks for less', async () => {
    const shop = await openShop();
    const asking = await shop.open();
    const never = await shop.open({ resume: asking.id, savePayment: 'never' });
    expect(never).toMatchObject({ id: asking.id, features: { savePayment: 'never' } });
    const narrow = await shop.open({ savePayment: 'never' }, { key: 'purchase-2' });
    const wide = await shop.open({ savePayment: 'ask', resume: narrow.id }, { key: 'purchase-2' });
    expect(wide).toMatchObject({ id: narrow.id, features: { savePayment: 'never' } });
  });

  it('gives two tabs that open at the same moment one session', async () => {
    const shop = await openShop();
    const answers = await Promise.all([shop.post(), shop.post()]);
    const again = await shop.open();
    expect(await shop.openSessions()).toEqual([again.id]);
    for (const answer of answers) expect([200, 201, 503]).toContain(answer.status);
  });

  it('reads a repeated answer again: what was paid in between is complete, without a secret', async () => {
    const shop = await openShop();
    await shop.pay(await shop.open());
    expect(await shop.open()).toMatchObject({ httpStatus: 200, status: 'complete', clientSecret: null });
  });

  it('shows a paid session after a reload, and asks no prices for it', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    expect(await shop.open({ resume: session.id })).toMatchObject({
      httpStatus: 200,
      id: session.id,
      status: 'complete',
      clientSecret: null,
    });
  });

  it('shows a paid session to a second tab with another quantity', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    expect(await shop.open({ ...seats(5), resume: session.id })).toMatchObject({ id: session.id, status: 'complete' });
  });

  it('replaces an open session when the quantity is another', async () => {
    const shop = await openShop();
    const first = await shop.open();
    const second = await shop.open({ ...seats(5), resume: first.id });
    expect(second).toMatchObject({ httpStatus: 201, status: 'open' });
    expect(await shop.openSessions()).toEqual([second.id]);
  });

  it('goes back and forth between two quantities as often as it likes, with one open session', async () => {
    const shop = await openShop();
    let { id } = await shop.open();
    for (const quantity of [5, 12, 5, 12, 5, 12, 5, 12]) {
      const next = await shop.open({ ...seats(quantity), resume: id });
      expect(next).toMatchObject({ httpStatus: 201, status: 'open' });
      id = next.id;
    }
    expect(await shop.openSessions()).toEqual([id]);
  });

  it('answers with the session that was paid while it was being replaced', async () => {
    const payment = gate();
    const shop = await openShop({}, { wait: () => payment.passed });
    const session = await shop.open();
    shop.fault({ method: 'GET', path: '/v1/prices', kind: 'delay' });
    const replacing = shop.open({ ...seats(5), resume: session.id });
    await shop.pay(session);
    payment.open();
    expect(await replacing).toMatchObject({ id: session.id, status: 'complete', clientSecret: null });
  });

  it('makes another session once the first has expired', async () => {
    const shop = await openShop();
    const first = await shop.open();
    await shop.stripe.checkout.sessions.expire(first.id);
    expect(await shop.open({ resume: first.id })).toMatchObject({ httpStatus: 201, status: 'open' });
  });

  it('never gives a dead session to a browser that has lost its id', async () => {
    const shop = await openShop();
    const first = await shop.open();
    await shop.stripe.checkout.sessions.expire(first.id);
    const second = await shop.open();
    expect(second).toMatchObject({ httpStatus: 201, status: 'open' });
    await shop.stripe.checkout.sessions.expire(second.id);
    const third = await shop.open();
    expect(third).toMatchObject({ httpStatus: 201, status: 'open' });
    expect(await shop.open()).toMatchObject({ httpStatus: 200, id: third.id });
  });

  it('makes a session for an id that Stripe does not know', async () => {
    const shop = await openShop();
    expect(await shop.open({ resume: 'cs_test_of_another_account' })).toMatchObject({ httpStatus: 201 });
  });

  it('keeps the secret of a guest from whoever only knows the id', async () => {
    const shop = await openShop();
    const mine = await shop.open();
    const other = await shop.open({ resume: mine.id }, { key: 'another-purchase' });
    expect(other.id).not.toBe(mine.id);
    expect(await shop.openSessions()).toContain(mine.id);
  });

  it('keeps a customer’s session from a guest, open or paid', async () => {
    const { shop, ada } = await openShopWithAda();
    const hers = await shop.open({}, ada);
    const { id } = await shop.open({ resume: hers.id });
    expect(id).not.toBe(hers.id);
    await shop.pay(hers);
    expect((await shop.open({ resume: hers.id })).id).not.toBe(hers.id);
  });
});

describe('coming back within an experiment', () => {
  const within = (name: string, variant: string, unit = 'visitor-42') => ({ experiment: { name, variant, unit } });
  const read = async (shop: Shop, id: string) => {
    const { status, metadata, client_reference_id: reference } = await shop.stripe.checkout.sessions.retrieve(id);
    return { status, switched: metadata?.['billing_switched'], variant: metadata?.['billing_variant'], reference };
  };

  it('gives the open session back in the same variant', async () => {
    const shop = await openShop();
    const first = await shop.open(within('flow', 'one-page'));
    const asked = shop.watch();
    expect(await shop.open({ ...within('flow', 'one-page'), resume: first.id })).toEqual({ ...first, httpStatus: 200 });
    expect(asked().filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it.each([
    ['in no experiment', {}],
    ['in another experiment', within('colors', 'one-page')],
  ])('makes another session when the one there is was made %s', async (_what, before) => {
    const shop = await openShop();
    const first = await shop.open(before);
    const second = await shop.open({ ...within('flow', 'one-page'), resume: first.id });
    expect(second).toMatchObject({ httpStatus: 201, status: 'open' });
    expect(await shop.openSessions()).toEqual([second.id]);
    expect((await read(shop, second.id)).reference).toMatch(/^bc1\.flow\.one-page\./);
  });

  it('answers with what was paid before the experiment began', async () => {
    const shop = await openShop();
    const first = await shop.open();
    await shop.pay(first);
    expect(await shop.open({ ...within('flow', 'one-page'), resume: first.id })).toMatchObject({
      id: first.id,
      status: 'complete',
    });
  });

  it('keeps the session in another variant: it counts for the first, and says so once', async () => {
    const shop = await openShop();
    const first = await shop.open(within('flow', 'one-page'));
    const made = await read(shop, first.id);
    const again = { ...within('flow', 'two-page'), resume: first.id };
    expect(await shop.open(again)).toEqual({ ...first, httpStatus: 200 });
    expect(await read(shop, first.id)).toEqual({ ...made, switched: 'true' });
    const asked = shop.watch();
    await shop.open(again);
    expect(asked().filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('keeps the session of a visitor whose cookie was lost: it counts for the first', async () => {
    const shop = await openShop();
    const first = await shop.open(within('flow', 'one-page'));
    const made = await read(shop, first.id);
    const again = await shop.open({ ...within('flow', 'one-page', 'visitor-43'), resume: first.id });
    expect(again.id).toBe(first.id);
    expect(await read(shop, first.id)).toEqual(made);
  });

  it('gives the session back once the experiment is over', async () => {
    const shop = await openShop();
    const first = await shop.open(within('flow', 'one-page'));
    expect(await shop.open({ resume: first.id })).toMatchObject({ id: first.id, status: 'open' });
  });

  it('opens even when the switch cannot be noted', async () => {
    const failures: string[] = [];
    const shop = await openShop({ onError: ({ code }) => failures.push(code) });
    const first = await shop.open(within('flow', 'one-page'));
    shop.fault({ method: 'POST', path: `/v1/checkout/sessions/${first.id}`, kind: 'status', status: 500 });
    expect(await shop.open({ ...within('flow', 'two-page'), resume: first.id })).toMatchObject({ status: 'open' });
    expect(failures).toEqual(['stripe.unavailable']);
  });
});

describe('a guest who logs in', () => {
  it('gets a session of their own; the guest’s can no longer be paid', async () => {
    const { shop, ada } = await openShopWithAda();
    const guest = await shop.open();
    const known = await shop.open({ resume: guest.id }, ada);
    expect(known).toMatchObject({ httpStatus: 201, status: 'open', features: { email: 'known' } });
    expect(await shop.openSessions()).toEqual([known.id]);
    expect(await shop.stripe.checkout.sessions.retrieve(known.id)).toMatchObject({ customer: ada.customer });
  });

  it('sees what the guest has paid', async () => {
    const { shop, ada } = await openShopWithAda();
    const guest = await shop.open();
    await shop.pay(guest);
    expect(await shop.open({ resume: guest.id }, ada)).toMatchObject({ id: guest.id, status: 'complete' });
  });
});

describe('a failing Stripe', () => {
  it('gets a session after three stored failures, and 503 with the fourth', async () => {
    const shop = await openShop();
    const create = { method: 'POST', path: '/v1/checkout/sessions', kind: 'status', status: 500 } as const;
    shop.fault({ ...create, times: 4 });
    const failed = await shop.post();
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await failed.json()).toMatchObject({ code: 'stripe.unavailable' });
    shop.fault({ ...create, times: 3 });
    expect(await shop.open({}, { key: 'purchase-2' })).toMatchObject({ httpStatus: 201, status: 'open' });
  });

  it('answers 503 when prices cannot be read, and the reload after it gets a session', async () => {
    const shop = await openShop();
    shop.fault({ method: 'GET', path: '/v1/prices', kind: 'status', status: 500 });
    expect((await shop.post()).status).toBe(503);
    expect(await shop.open()).toMatchObject({ httpStatus: 201, status: 'open' });
  });

  it('tries again by itself when Stripe stores a failure', async () => {
    const shop = await openShop();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions', kind: 'status', status: 500 });
    expect(await shop.open()).toMatchObject({ httpStatus: 201, status: 'open' });
  });

  it('finds the session whose creation was answered by a broken connection', async () => {
    const shop = await openShop();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions', kind: 'reset', after: true });
    const lost = await shop.post();
    const found = await shop.open();
    expect(await shop.openSessions()).toEqual([found.id]);
    expect([200, 201, 503]).toContain(lost.status);
  });

  it('is not asked three times over when it is only busy', async () => {
    const shop = await openShop();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions', kind: 'status', status: 503 });
    expect((await shop.post()).status).toBe(503);
    expect((await shop.open()).status).toBe('open');
  });
});
