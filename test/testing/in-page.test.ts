// @vitest-environment jsdom
/** A customer pays in jsdom: the real element, the real server, a local Stripe under msw. */
import Stripe from 'stripe';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import '../../src/index.js';
import { createCheckoutServer } from '../../src/server/index.js';
import { cards, customerIn, installStripe, type Customer } from '../../src/testing/index.js';
import { backendHandler, createSimulator, simulatorHandlers } from '../../src/testing/msw/index.js';

const stripe = new Stripe('sk_test_shop', { telemetry: false, maxNetworkRetries: 0 });
const simulator = createSimulator();
const backend = createCheckoutServer({ stripe, origins: ['http://localhost:3000'], prices: { pro_monthly: {} } });
const msw = setupServer(...simulatorHandlers(simulator), backendHandler('http://localhost:3000/billing', backend));

beforeAll(async () => {
  msw.listen({ onUnhandledRequest: 'error' });
  await installStripe();
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const recurring = { interval: 'month' } as const;
  await stripe.prices.create({ product, currency: 'usd', unit_amount: 1000, recurring, lookup_key: 'pro_monthly' });
});
afterAll(() => msw.close());

let customer: Customer;
beforeEach(() => {
  document.body.innerHTML = '<billing-checkout publishable-key="pk_test_shop" price="pro_monthly"></billing-checkout>';
  customer = customerIn();
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
});

it('pays', async () => {
  await customer.fill();
  await customer.submit();
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete', says: expect.stringContaining('$10.00') });
  const { data } = await stripe.subscriptions.list();
  expect(data.map(({ status }) => status)).toEqual(['active']);
});

it('reads that the card was declined, and pays with another', async () => {
  await customer.fill(cards.declined);
  await customer.submit();
  expect(await customer.outcome()).toEqual({ outcome: 'declined', says: expect.stringContaining('declined') });
  await customer.fillCard(cards.pays);
  await customer.submit();
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
});

it('is asked by the bank', async () => {
  await customer.fill(cards.asks3ds);
  await customer.submit();
  await customer.answerBank('Fail');
  expect(await customer.outcome()).toMatchObject({ outcome: 'declined' });
  await customer.submit();
  await customer.answerBank('Complete');
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
});

it('is told what is missing', async () => {
  await customer.fill();
  await customer.fillCard('4242424242424241');
  await customer.fillEmail('grace');
  await customer.submit();
  expect(await customer.outcome()).toEqual({ outcome: 'invalid', says: expect.any(String) });
});

it('asks again when the answer is lost', async () => {
  await customer.fill();
  simulator.fault({ account: 'shop', path: '/v1/payment_pages/*/confirm', kind: 'reset', after: true });
  await customer.submit();
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
  expect(simulator.faults('shop')).toEqual([]);
});

it('labels each field once, also where two forms ask for a country', async () => {
  await customer.fill();
  const fields = [...document.querySelectorAll<HTMLInputElement>('[role=group] [id]')].map(({ id }) => id);
  expect(new Set(fields).size).toBe(fields.length);
});

it('has nobody in front of nothing', async () => {
  await customer.fill();
  document.body.replaceChildren();
  expect(() => customerIn()).toThrow('There is no <billing-checkout> in the document.');
});
