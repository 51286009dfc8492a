/** Two pages: page one is looked through before page two, and skipped when there is nothing to ask. */
import { expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

const ADA = {
  email: 'ada@example.com',
  billingAddress: { name: 'Ada Lovelace', address: { country: 'US', line1: '12 St James Square' } },
};

const step = (customer: Customer): string | null => ('step' in customer.state ? customer.state.step : null);

it('asks for nothing of page two before page one is complete', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page' });
  expect(await customer.checkout.submit()).toBe('invalid');
  expect(customer.heard('billing-invalid').map(({ invalid }) => invalid)).toEqual([
    [{ field: 'email' }, { field: 'address' }],
  ]);
  expect(step(customer)).toBe('details');
});

it('turns to page two, and pays there', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page' });
  customer.checkout.typeEmail(ADA.email);
  customer.gateway.typeAddress();
  expect(await customer.checkout.submit()).toBe('refused');
  expect(step(customer)).toBe('payment');
  expect(customer.host.questions).toEqual([]);

  customer.gateway.type('pays');
  expect(await customer.checkout.submit()).toBe('complete');
});

it('keeps the customer on page two after a decline', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page', defaultValues: ADA, address: true });
  customer.gateway.type('declined');
  expect(await customer.checkout.submit()).toBe('declined');
  expect(step(customer)).toBe('payment');
});

it('begins on page two when the host knows everything on page one', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page', defaultValues: ADA, address: true });
  expect(step(customer)).toBe('payment');
  expect(customer.heard('billing-step')).toMatchObject([{ step: 'payment', from: 'details', skipped: true }]);
});

it('shows page one when what the host knows of the address is not enough for Stripe', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page', defaultValues: ADA, address: false });
  expect(step(customer)).toBe('details');
});

it.each([
  ['email', { billingAddress: ADA.billingAddress }],
  ['address', { email: ADA.email }],
])('shows page one when only the %s is missing', async (_, defaultValues) => {
  const customer = await Customer.open(shop(), { flow: 'two-page', defaultValues, address: true });
  expect(step(customer)).toBe('details');
});

it('goes back to page one when that is what is missing after all', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page', defaultValues: ADA, address: true });
  customer.checkout.typeEmail('');
  customer.gateway.type('pays');
  expect(await customer.checkout.submit()).toBe('invalid');
  expect(step(customer)).toBe('details');
});

it('says of one page at a time whether it is complete', async () => {
  const customer = await Customer.open(shop(), { flow: 'two-page' });
  expect(await customer.checkout.validate()).toBe(false);
  customer.checkout.typeEmail(ADA.email);
  customer.gateway.typeAddress();
  expect(await customer.checkout.validate()).toBe(true);
  await customer.checkout.submit();
  expect(await customer.checkout.validate()).toBe(false);
});

it('turns nothing with one page', async () => {
  const customer = await Customer.open(shop());
  customer.checkout.goTo('payment');
  expect(step(customer)).toBe('details');
  expect(customer.heard('billing-step')).toEqual([]);
});
