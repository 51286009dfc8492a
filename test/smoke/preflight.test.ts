/** Keys that are no good, and a Stripe that is not there: one line each, which names the mend. */
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preflight } from './support/preflight.js';
import { openSimulator, type Target } from './support/target.js';

let target: Target;
beforeAll(async () => {
  target = await openSimulator();
});
afterAll(() => target.close());

/** The same Stripe with another secret key. */
function withKey(secretKey: string): Target {
  const { hostname, port } = new URL(target.api);
  const stripe = new Stripe(secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
  return { ...target, stripe, secretKey };
}

it('has nothing to say about keys of one account', async () => {
  expect(await preflight(target)).toBeNull();
});

it('tells keys of two accounts', async () => {
  expect(await preflight({ ...target, publishableKey: 'pk_test_another' })).toContain(
    'take both from the same account',
  );
});

it('tells a publishable key that Stripe refuses', async () => {
  expect(await preflight({ ...target, publishableKey: 'nonsense' })).toContain('refuses STRIPE_PUBLISHABLE_KEY');
});

it('tells a secret key that Stripe refuses', async () => {
  expect(await preflight(withKey('nonsense'))).toContain('refuses STRIPE_SECRET_KEY');
});

it('tells that nothing answers', async () => {
  const gone = await openSimulator();
  await gone.close();
  const { hostname, port } = new URL(gone.api);
  const stripe = new Stripe('sk_test_smoke', { host: hostname, port, protocol: 'http', maxNetworkRetries: 0 });
  expect(await preflight({ ...gone, stripe })).toContain('cannot be reached from here');
});
