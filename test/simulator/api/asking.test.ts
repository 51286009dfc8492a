/** Keys, and the envelope of every answer. */
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../src/simulator/index.js';
import { openAccount, origin, refusal } from './simulated-account.js';

describe('a key', () => {
  const ask = (key: string) =>
    createSimulator().fetch(new Request(`${origin}/v1/customers`, { headers: { authorization: `Bearer ${key}` } }));

  it.each(['sk_live_acme', 'rk_live_acme', 'pk_live_acme', 'sk_acme', ''])('%j is refused', async (key) => {
    const response = await ask(key);

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('for browsers is refused on the routes of servers', async () => {
    const response = await ask('pk_test_acme');

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'secret_key_required' } });
  });

  it('names an account that sees nothing of others', async () => {
    const simulator = createSimulator();
    const client = (name: string) =>
      new Stripe(`sk_test_${name}`, {
        httpClient: Stripe.createFetchHttpClient((input: RequestInfo | URL, init?: RequestInit) =>
          simulator.fetch(new Request(input, init)),
        ),
      });
    const { id } = await client('one').customers.create();

    expect((await client('one').customers.retrieve(id)).id).toBe(id);
    expect((await refusal(client('two').customers.retrieve(id))).code).toBe('resource_missing');
  });
});

describe('an answer', () => {
  it('names the request and repeats the version asked for', async () => {
    const response = await createSimulator().fetch(
      new Request(`${origin}/v1/customers`, {
        headers: { authorization: 'Bearer sk_test_acme', 'stripe-version': '2026-09-30.endive' },
      }),
    );

    expect(response.headers.get('request-id')).toMatch(/^req_\w{14}$/);
    expect(response.headers.get('stripe-version')).toBe('2026-09-30.endive');
  });

  it('to an unknown id is 404 with the id in its words', async () => {
    const { stripe } = openAccount();

    expect(await refusal(stripe.prices.retrieve('price_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such price: 'price_none'",
    });
  });

  it('to an unknown route is 404', async () => {
    const { stripe } = openAccount();

    expect(await refusal(stripe.payouts.create({ amount: 10, currency: 'usd' }))).toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Unrecognized request URL (POST: /v1/payouts)') as string,
    });
  });

  it.each<[string, object, object]>([
    [
      'a missing parameter',
      { unit_amount: 1 },
      { code: 'parameter_missing', param: 'currency', message: 'Missing required param: currency.' },
    ],
    [
      'a wrong integer',
      { currency: 'usd', unit_amount: '1.5' },
      { code: 'parameter_invalid_integer', param: 'unit_amount', message: 'Invalid integer: 1.5' },
    ],
    [
      'a wrong choice',
      { currency: 'usd', recurring: { interval: 'hour' } },
      {
        param: 'recurring[interval]',
        message: 'Invalid recurring[interval]: must be one of day, week, month, or year',
      },
    ],
    [
      'an unknown nested parameter',
      { currency: 'usd', recurring: { interval: 'day', color: 1 } },
      { code: 'parameter_unknown', param: 'recurring[color]' },
    ],
    ['an empty string', { currency: 'usd', nickname: '' }, { code: 'parameter_invalid_empty', param: 'nickname' }],
    [
      'a currency there is not',
      { currency: 'zzz', unit_amount: 1 },
      { param: 'currency', message: 'Invalid currency: zzz.' },
    ],
  ])('to %s says which', async (_, params, error) => {
    const { stripe } = openAccount();

    expect(await refusal(stripe.prices.create(params as Stripe.PriceCreateParams))).toMatchObject({
      statusCode: 400,
      ...error,
    });
  });
});
