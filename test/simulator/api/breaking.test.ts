/** Faults on demand, and the log of what was asked. */
import { describe, expect, it } from 'vitest';
import { all, cardData, cards, openAccount, openSubscriptionSession, origin, refusal } from './simulated-account.js';

const email = 'ada@example.com';
const pay = { expected_amount: 1000, email, payment_method_data: cardData(cards.visa) };

describe('a fault', () => {
  it('happens as often as asked, on its route, in its account', async () => {
    const { simulator, stripe, name } = openAccount();
    simulator.fault({ account: name, method: 'GET', path: '/v1/customers/*', kind: 'status', status: 503, times: 2 });
    simulator.fault({ account: 'other', path: '*', kind: 'status', status: 500 });
    const { id } = await stripe.customers.create();

    expect((await refusal(stripe.customers.retrieve(id))).statusCode).toBe(503);
    expect((await refusal(stripe.customers.retrieve(id))).statusCode).toBe(503);
    expect((await stripe.customers.retrieve(id)).id).toBe(id);
  });

  it('can lose the answer to a payment that went through', async () => {
    const { simulator, stripe, name, browse } = openAccount();
    const session = await openSubscriptionSession(stripe);
    simulator.fault({ account: name, path: '/v1/payment_pages/*/confirm', kind: 'reset', after: true });

    await expect(browse(session).confirm(pay)).rejects.toThrow(/break this connection/);

    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
  });

  it('can break the connection before anything is done', async () => {
    const { simulator, stripe, name, browse } = openAccount();
    const session = await openSubscriptionSession(stripe);
    simulator.fault({ account: name, path: '/v1/payment_pages/*/confirm', kind: 'reset' });

    await expect(browse(session).confirm(pay)).rejects.toThrow(/break this connection/);

    expect(await all(stripe.paymentIntents.list())).toEqual([]);
    expect((await browse(session).confirm(pay)).status).toBe(200);
  });

  it('can answer a limit in words the SDK knows', async () => {
    const { simulator, stripe, name } = openAccount();
    simulator.fault({ account: name, path: '*', kind: 'status', status: 429 });

    expect(await refusal(stripe.customers.create())).toMatchObject({
      type: 'StripeRateLimitError',
      code: 'rate_limit',
    });
  });

  it('can leave a request hanging until its caller gives up', async () => {
    const { simulator, name } = openAccount();
    simulator.fault({ account: name, path: '/v1/customers', kind: 'hang' });
    const caller = new AbortController();
    const headers = { authorization: `Bearer sk_test_${name}` };
    const hanging = simulator.fetch(new Request(`${origin}/v1/customers`, { headers, signal: caller.signal }));
    let answered = false;
    void hanging.finally(() => (answered = true)).catch(() => undefined);
    // Another request goes through meanwhile, so the first had every chance to answer.
    await simulator.fetch(new Request(`${origin}/v1/customers`, { headers }));
    expect(answered).toBe(false);

    caller.abort();

    await expect(hanging).rejects.toThrow();
  });

  it('can delay an answer', async () => {
    const waits: number[] = [];
    const { simulator, stripe, name } = openAccount({
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    simulator.fault({ account: name, path: '/v1/customers', kind: 'delay', delay_ms: 3000 });

    expect((await stripe.customers.create()).object).toBe('customer');
    expect(waits).toEqual([3000]);
  });

  it('is made, listed and cleared over HTTP, account by account', async () => {
    const { simulator } = openAccount();
    const ask = (method: string, query = '', body?: object) =>
      simulator.fetch(
        new Request(`${origin}/_simulator/faults${query}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) }),
      );
    const fault = (account: string) => ({ account, path: '/v1/prices', kind: 'status', status: 500 });
    expect((await ask('POST', '', fault('one'))).status).toBe(201);
    expect((await ask('POST', '', fault('two'))).status).toBe(201);
    expect((await ask('POST', '', { account: 'one', path: '*', kind: 'explode' })).status).toBe(400);

    expect((await ask('DELETE', '?account=one')).status).toBe(204);

    expect(await (await ask('GET')).json()).toMatchObject({ data: [{ account: 'two', path: '/v1/prices', left: 1 }] });
  });
});

describe('the log', () => {
  it('tells who asked what and what came of it', async () => {
    const { simulator, stripe, name } = openAccount();
    const made = await stripe.customers.create({ email }, { idempotencyKey: 'first' });
    await refusal(stripe.customers.retrieve('cus_none'));

    const response = await simulator.fetch(new Request(`${origin}/_simulator/log?account=${name}`));

    expect(await response.json()).toMatchObject({
      data: [
        {
          method: 'POST',
          path: '/v1/customers',
          account: name,
          status: 200,
          request_id: made.lastResponse.requestId,
          idempotency_key: 'first',
        },
        { method: 'GET', path: '/v1/customers/cus_none', status: 404, idempotency_key: null },
      ],
    });
  });

  it('holds no card number and no secret', async () => {
    const { simulator, stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe);
    await browse(session).confirm(pay);

    const log = JSON.stringify(simulator.log);

    expect(log).toContain(`/v1/payment_pages/${session.id}/confirm`);
    expect(log).not.toContain(cards.visa);
    expect(log).not.toContain('_secret_');
    expect(log).not.toContain('sk_test_');
    expect(log).not.toContain(email);
  });
});

it('has a page that names its own routes', async () => {
  const response = await openAccount().simulator.fetch(new Request(`${origin}/`));

  expect(response.headers.get('content-type')).toContain('text/html');
  const page = await response.text();
  expect(page).toContain('/_simulator/log');
  expect(page).toContain('/_simulator/faults');
});
