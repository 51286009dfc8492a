/** Reloads, other tabs, earlier visits. */
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

describe('coming back', () => {
  it('finds the session again: a reload, another tab, other words', async () => {
    const clock = new ManualClock();
    const shared = new MemoryStorage();
    const first = await Customer.open(shop(), { clock, shared });
    const second = await Customer.open(shop(), { clock, shared });
    expect([first, second].map(({ state }) => 'session' in state && state.session.id)).toEqual(['cs_1', 'cs_1']);
    second.fill('pays');
    await second.checkout.submit();
    first.checkout.recheck();
    await first.reaches('complete');
    expect(first.heard('billing-complete')).toMatchObject([{ completion: { replayed: true } }]);
    expect(shop().charges).toEqual(['cs_1']);
  });

  it('after success shows the outcome, told as replayed, and begins another only when asked', async () => {
    const stores = { shared: new MemoryStorage(), own: new MemoryStorage() };
    const before = await Customer.open(shop(), stores);
    before.fill('pays');
    await before.checkout.submit();

    const after = new Customer(shop(), stores);
    after.checkout.load();
    await after.reaches('complete');
    expect(after.heard('billing-complete')).toMatchObject([{ completion: { id: 'cs_1', replayed: true } }]);
    expect(after.gateways).toEqual([]);
    expect(shop().requests.filter((method) => method === 'POST')).toHaveLength(1);

    after.checkout.restart();
    await after.reaches('ready');
    expect(after.state).toMatchObject({ session: { id: 'cs_2' } });
  });

  it('to a payment that ended while nobody looked', async () => {
    const shared = new MemoryStorage();
    const before = await Customer.open(shop(), { shared });
    before.fill('silent-but-paid');
    void before.checkout.submit();
    await before.reaches('confirming');
    before.checkout.dispose();

    const after = new Customer(shop(), { shared });
    after.checkout.load();
    await after.reaches('complete');
    expect(after.heard('billing-complete')).toMatchObject([{ completion: { id: 'cs_1', replayed: true } }]);
  });

  it('from the bank, to a purchase that another tab has paid meanwhile', async () => {
    const shared = new MemoryStorage();
    const own = new MemoryStorage();
    const before = await Customer.open(shop(), { shared, own });
    const other = await Customer.open(shop(), { shared });
    before.fill('silent');
    void before.checkout.submit();
    await before.reaches('confirming');
    before.checkout.dispose();
    other.fill('pays');
    await other.checkout.submit();

    const after = new Customer(shop(), { shared, own });
    after.checkout.load();
    await after.reaches('complete');
    expect(after.heard('billing-complete')).toMatchObject([{ completion: { id: 'cs_1', replayed: true } }]);
    expect(shop().charges).toEqual(['cs_1']);
  });

  it('never stores a secret', async () => {
    const stores = { shared: new MemoryStorage(), own: new MemoryStorage() };
    const customer = await Customer.open(shop(), stores);
    const stored = () => JSON.stringify([...stores.shared.entries, ...stores.own.entries]);
    expect(stored()).toContain('cs_1');
    expect(stored()).not.toContain('hush');
    customer.fill('pays');
    await customer.checkout.submit();
    expect(stored()).toContain('cs_1');
    expect(stored()).not.toContain('hush');
    expect(stored()).not.toContain('ada@example.com');
    expect(JSON.stringify([customer.host.emissions, customer.state])).not.toMatch(/hush|ada@example\.com/);
  });
});
