/** Stripe.js is kept out: to a page of Stripe's and back. */
import { describe, expect, it } from 'vitest';
import { Customer, type CustomerOptions } from '../support/customer.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

async function blocked(options: CustomerOptions = {}): Promise<Customer> {
  const customer = await Customer.open(shop(), options);
  customer.gateway.break();
  await customer.reaches('failed');
  return customer;
}

describe('on Stripe’s page', () => {
  it('the host is asked, the session replaced, the email taken along, the address told to nobody', async () => {
    const customer = await blocked({ defaultValues: { email: 'ada@example.com' } });
    customer.checkout.payHosted();
    await customer.sees(() => customer.state.name === 'loading' && customer.state.hosted === 'cs_2');
    expect(customer.host.questions).toEqual([{ attempt: 1, method: 'hosted', total: 1800, currency: 'usd' }]);
    expect(shop().sessions.map(({ status, hosted }) => [status, hosted])).toEqual([
      ['expired', false],
      ['open', true],
    ]);
    expect(customer.left).toEqual(['https://checkout.stripe.com/c/pay/cs_2#hush']);
    expect(customer.state).toMatchObject({ name: 'loading', hosted: 'cs_2' });
    expect(JSON.stringify([customer.state, customer.checkout.trace, customer.host.emissions])).not.toContain('hush');
  });

  it('a host that refuses keeps the customer here', async () => {
    const customer = await blocked();
    customer.host.answer = () => Promise.resolve({ go: false, message: 'Not today.' });
    customer.checkout.payHosted();
    await customer.sees(() => customer.state.name === 'failed' && customer.state.error.code === 'host.refused');
    expect(customer.left).toEqual([]);
    expect(shop().sessions).toHaveLength(1);
  });

  it('what was paid meanwhile is told instead', async () => {
    const customer = await blocked();
    const [session] = shop().sessions;
    if (session) shop().pay(session);
    customer.checkout.payHosted();
    await customer.reaches('complete');
    expect(customer.left).toEqual([]);
    expect(customer.heard('billing-complete')).toMatchObject([{ completion: { replayed: true } }]);
  });

  it('what was paid there is told here, once', async () => {
    const stores = { shared: new MemoryStorage(), own: new MemoryStorage() };
    const before = await blocked(stores);
    before.checkout.payHosted();
    await before.sees(() => before.state.name === 'loading' && before.state.hosted === 'cs_2');
    before.checkout.dispose();
    const [, page] = shop().sessions;
    if (page) shop().pay(page);
    const after = new Customer(shop(), stores);
    after.checkout.load();
    await after.reaches('complete');
    expect(after.heard('billing-complete')).toMatchObject([{ completion: { id: 'cs_2', replayed: false } }]);
    expect(shop().charges).toEqual(['cs_2']);
  });

  it('what was not paid there is begun again here, and says so', async () => {
    const stores = { shared: new MemoryStorage(), own: new MemoryStorage() };
    const before = await blocked(stores);
    before.checkout.payHosted();
    await before.sees(() => before.state.name === 'loading' && before.state.hosted === 'cs_2');
    before.checkout.dispose();
    const after = new Customer(shop(), stores);
    after.checkout.load();
    await after.reaches('ready');
    expect(after.state).toMatchObject({ error: { code: 'payment.not_made' } });
    expect(shop().sessions.map(({ status }) => status)).toEqual(['expired', 'expired', 'open']);
  });
});
