/** Idempotency keys: what is kept, what is not. */
import { expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { all, openAccount, refusal } from './simulated-account.js';

const idempotencyKey = 'purchase-1';

/** A timer that a test lets run. */
function heldTimer(): { wait: NonNullable<SimulatorOptions['wait']>; go: () => void } {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    go: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

/** The SDK's fetch client gives the platform's `Headers`, its Node client a plain object. */
const replayed = ({ lastResponse }: { lastResponse: { headers: Record<string, string> } }): string | null =>
  new Headers(lastResponse.headers).get('idempotent-replayed');

it('answers a repeated request with the first result and says so', async () => {
  const { stripe } = openAccount();
  const first = await stripe.customers.create({ email: 'ada@example.com' }, { idempotencyKey });
  await stripe.customers.update(first.id, { email: 'ada.king@example.com' });

  const again = await stripe.customers.create({ email: 'ada@example.com' }, { idempotencyKey });

  expect(again).toMatchObject({ id: first.id, email: 'ada@example.com' });
  expect(replayed(again)).toBe('true');
  expect(replayed(first)).toBeNull();
  expect(await all(stripe.customers.list())).toHaveLength(1);
});

it('refuses the key with other parameters or on another route', async () => {
  const { stripe } = openAccount();
  await stripe.customers.create({ email: 'ada@example.com' }, { idempotencyKey });

  expect(await refusal(stripe.customers.create({ email: 'eve@example.com' }, { idempotencyKey }))).toMatchObject({
    statusCode: 400,
    type: 'StripeIdempotencyError',
    message: expect.stringContaining('can only be used with the same parameters') as string,
  });
  expect((await refusal(stripe.products.create({ name: 'Pro' }, { idempotencyKey }))).statusCode).toBe(400);
});

it('keeps keys of accounts apart', async () => {
  const acme = openAccount({}, 'acme');
  const other = openAccount({}, 'other');
  await acme.stripe.customers.create({}, { idempotencyKey });

  expect((await other.stripe.customers.create({ name: 'Else' }, { idempotencyKey })).name).toBe('Else');
});

it('forgets a key after a day', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { stripe } = openAccount({ now: () => now });
  const first = await stripe.customers.create({}, { idempotencyKey });
  now += 24 * 60 * 60 * 1000;

  expect((await stripe.customers.create({}, { idempotencyKey })).id).not.toBe(first.id);
});

it('keeps a 500 and answers it again', async () => {
  const { stripe, simulator, name } = openAccount();
  simulator.fault({ account: name, path: '/v1/customers', kind: 'status', status: 500 });

  expect((await refusal(stripe.customers.create({}, { idempotencyKey }))).statusCode).toBe(500);
  expect((await refusal(stripe.customers.create({}, { idempotencyKey }))).statusCode).toBe(500);
  expect(await all(stripe.customers.list())).toEqual([]);
});

it('keeps a refusal of the endpoint', async () => {
  const { stripe } = openAccount();
  const create = () =>
    stripe.prices.create({ currency: 'usd', unit_amount: 1, product: 'prod_late' }, { idempotencyKey });
  expect((await refusal(create())).code).toBe('resource_missing');
  await stripe.products.create({ id: 'prod_late', name: 'Late' });

  expect((await refusal(create())).code).toBe('resource_missing');
});

it('keeps nothing of a request that failed validation', async () => {
  const { stripe } = openAccount();
  const wrong = { colour: 'red' } as object;
  expect((await refusal(stripe.customers.create(wrong, { idempotencyKey }))).code).toBe('parameter_unknown');

  expect((await stripe.customers.create({ name: 'Ada' }, { idempotencyKey })).name).toBe('Ada');
});

it('frees the key when the gateway failed before the work', async () => {
  const { stripe, simulator, name } = openAccount();
  simulator.fault({ account: name, path: '/v1/customers', kind: 'status', status: 503 });
  expect((await refusal(stripe.customers.create({}, { idempotencyKey }))).statusCode).toBe(503);

  expect((await stripe.customers.create({}, { idempotencyKey })).object).toBe('customer');
});

it('gives the result whose answer was lost', async () => {
  const { stripe, simulator, name } = openAccount();
  simulator.fault({ account: name, path: '/v1/customers', kind: 'reset', after: true });
  expect((await refusal(stripe.customers.create({}, { idempotencyKey }))).type).toBe('StripeConnectionError');

  const found = await stripe.customers.create({}, { idempotencyKey });

  expect(await all(stripe.customers.list())).toMatchObject([{ id: found.id }]);
});

it('refuses a key whose first request is still running', async () => {
  const { wait, go } = heldTimer();
  const { stripe, simulator, name } = openAccount({ wait });
  simulator.fault({ account: name, path: '/v1/customers', kind: 'delay' });
  const first = stripe.customers.create({}, { idempotencyKey });

  const second = await refusal(stripe.customers.create({}, { idempotencyKey }));
  go();

  expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  expect((await first).object).toBe('customer');
});
