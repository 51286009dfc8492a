/** Paid by a wallet: nothing of the form is asked but what no wallet brings along, and nobody pays twice. */
import { describe, expect, it, vi } from 'vitest';
import { Customer } from '../support/customer.js';
import { asked, useShop } from '../support/use-shop.js';
import { open as watch } from '../support/watched.js';

const shop = useShop();

const visit = (flow: 'one-page' | 'two-page' = 'one-page'): Promise<Customer> =>
  Customer.open(shop(), { express: true, flow });

describe('a wallet', () => {
  it('pays with nothing typed, and the host is told which one', async () => {
    const customer = await visit();
    expect(customer.checkout.facts.wallets).toBe(true);
    customer.gateway.authorize('pays', 'apple_pay');
    await customer.reaches('complete');
    expect(customer.host.questions).toEqual([{ attempt: 1, method: 'apple_pay', total: 1_800, currency: 'usd' }]);
    expect(shop().charges).toEqual(['cs_1']);
    expect(customer.gateway.walletsRefused).toBe(0);
  });

  it('pays from page one of two', async () => {
    const customer = await visit('two-page');
    customer.gateway.authorize('pays');
    await customer.reaches('complete');
    expect(customer.heard('billing-step')).toEqual([]);
  });

  it('does not take the card of a form that is filled in', async () => {
    const customer = await visit();
    customer.fill('pays');
    customer.gateway.authorize('declined');
    await customer.sees(() => customer.heard('billing-decline').length > 0);
    expect(shop().charges).toEqual([]);
  });

  it('is declined: the form says so and shows nothing to be typed again; the card in the form pays then', async () => {
    const customer = await visit();
    customer.gateway.authorize('declined');
    await customer.sees(() => customer.state.name === 'ready' && customer.state.error?.code === 'payment.declined');
    expect(customer.host.focused.at(-1)).toBe('errors');
    customer.fill('pays');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.host.questions.map(({ method }) => method)).toEqual(['google_pay', 'card']);
  });

  it('is refused where the host says no', async () => {
    const customer = await visit();
    customer.host.answer = () => Promise.resolve({ go: false, message: 'Sold out.' });
    customer.gateway.authorize('pays');
    await customer.sees(() => customer.state.name === 'ready' && customer.state.error?.code === 'host.refused');
    expect(customer.gateway.walletsRefused).toBe(1);
    expect(customer.gateway.confirms).toBe(0);
  });

  it('is refused where the total is another than the customer has seen', async () => {
    const customer = await visit();
    const session = shop().find('cs_1');
    if (session) session.items = [{ price: 'pro_monthly', quantity: 9 }];
    customer.gateway.authorize('pays');
    await customer.sees(
      () => customer.state.name === 'ready' && customer.state.error?.code === 'payment.total_changed',
    );
    expect(customer.gateway.walletsRefused).toBe(1);
    expect(shop().charges).toEqual([]);
  });

  it('is refused while what is sold is being changed, and pays once that is known', async () => {
    const customer = await visit();
    customer.host.quantity = 3;
    customer.checkout.itemsChanged();
    expect(customer.state).toMatchObject({ waiting: 'items' });
    customer.gateway.authorize('pays');
    expect(customer.gateway.walletsRefused).toBe(1);
    await customer.sees(() => customer.state.name === 'ready' && customer.state.waiting === null);
    customer.gateway.authorize('pays');
    await customer.reaches('complete');
    expect(customer.host.questions).toMatchObject([{ total: 2_700 }]);
  });

  it('is refused while the form pays', async () => {
    const customer = await visit();
    customer.fill('silent-but-paid');
    void customer.checkout.submit();
    await customer.reaches('confirming');
    customer.gateway.authorize('pays');
    expect(customer.gateway.walletsRefused).toBe(1);
    expect(customer.gateway.confirms).toBe(1);
  });

  it('pays before a click on Pay that comes while it is checked', async () => {
    const customer = await visit();
    customer.fill('pays');
    let allow!: () => void;
    customer.host.answer = () =>
      new Promise((resolve) => {
        allow = () => {
          resolve({ go: true });
        };
      });
    customer.gateway.authorize('pays');
    await vi.waitFor(() => {
      expect(customer.host.questions).toHaveLength(1);
    }, 10_000);
    const outcome = customer.checkout.submit();
    allow();
    expect(await outcome).toBe('complete');
    expect(customer.gateway.confirms).toBe(1);
  });

  it('asks for the truth when nobody knows', async () => {
    const customer = await visit();
    customer.gateway.authorize('lost-but-paid');
    await asked(shop(), 2);
    await customer.reaches('complete');
    expect(customer.gateway.walletsRefused).toBe(0);
  });

  it('tells Stripe an email that is typed, and needs none', async () => {
    const customer = await visit();
    customer.checkout.typeEmail('ada@example.com');
    customer.gateway.authorize('pays');
    await customer.reaches('complete');
    expect(customer.checkout.facts.summary?.email).toBe('ada@example.com');
  });
});

it('is told to whoever counts', async () => {
  const { customer, told } = await watch(shop(), { express: true });
  customer.gateway.authorize('pays', 'google_pay');
  await customer.reaches('complete');
  expect(told('submitted')).toMatchObject([{ attempt: 1, method: 'google_pay', amount: 1_800 }]);
});

it('makes no buttons for tags that do not ask', async () => {
  const customer = await Customer.open(shop());
  expect(customer.gateway.mounted.has('express')).toBe(false);
  expect(customer.gateway.options?.askExpress).toBe(false);
  expect(customer.checkout.facts.wallets).toBe(false);
});
