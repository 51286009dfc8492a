/** Your app, the real element and your real backend against a local Stripe: in this process, without a browser. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createCheckoutServer } from 'billing-checkout/server';
import { cards, customerIn, installStripe } from 'billing-checkout/testing';
import { backendHandler, simulatorHandlers } from 'billing-checkout/testing/msw';
import { setupServer } from 'msw/node';
import Stripe from 'stripe';
import { showUpgrade } from './upgrade.js';

const stripe = new Stripe('sk_test_shop');
const backend = createCheckoutServer({ stripe, origins: ['http://localhost:3000'], prices: { pro_monthly: {} } });
const msw = setupServer(...simulatorHandlers(), backendHandler('http://localhost:3000/billing', backend));

beforeAll(async () => {
  msw.listen();
  await installStripe();
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const recurring = { interval: 'month' };
  await stripe.prices.create({ product, currency: 'usd', unit_amount: 1000, recurring, lookup_key: 'pro_monthly' });
});
afterAll(() => {
  msw.close();
});
beforeEach(() => {
  // What was bought is remembered: each story begins anew.
  window.localStorage.clear();
  window.sessionStorage.clear();
  showUpgrade(document.body);
});
afterEach(() => {
  document.body.replaceChildren();
});

it('welcomes whoever has paid', async () => {
  const customer = customerIn();
  await customer.fill(cards.pays);
  await customer.submit();
  expect((await customer.outcome()).outcome).toBe('complete');
  expect(document.title).toBe('Welcome aboard');
  expect((await stripe.subscriptions.list()).data).toHaveLength(1);
});

it('lets a declined customer try another card', async () => {
  const customer = customerIn();
  await customer.fill(cards.declined);
  await customer.submit();
  const { outcome, says } = await customer.outcome();
  expect(outcome).toBe('declined');
  expect(says).toContain('declined');
  await customer.fillCard(cards.pays);
  await customer.submit();
  expect((await customer.outcome()).outcome).toBe('complete');
});
