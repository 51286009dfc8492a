/** What is sold changes while the checkout is open. */
import { HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { asked, useShop } from '../support/use-shop.js';

const shop = useShop();

describe('what is sold changes', () => {
  it('while it opens: the same session is changed once it is open', async () => {
    const customer = new Customer(shop());
    customer.checkout.load();
    customer.host.quantity = 7;
    customer.checkout.itemsChanged();
    await customer.sees(() => customer.checkout.facts.summary?.total === 6_300);
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect(shop().sessions).toHaveLength(1);
    expect(customer.gateways).toHaveLength(1);
  });

  it('while money might move: when the bank has said no', async () => {
    const customer = await Customer.open(shop());
    customer.fill('declined');
    customer.host.answer = () => {
      customer.host.quantity = 7;
      customer.checkout.itemsChanged();
      return Promise.resolve({ go: true });
    };
    expect(await customer.checkout.submit()).toBe('declined');
    await customer.sees(() => customer.checkout.facts.summary?.total === 6_300);
    expect(customer.state).toMatchObject({ name: 'ready', error: { code: 'payment.declined' } });
  });

  it('after another tab has paid: the change is refused, and what was paid is shown', async () => {
    const shared = new MemoryStorage();
    const customer = await Customer.open(shop(), { shared });
    const other = await Customer.open(shop(), { shared });
    other.fill('pays');
    expect(await other.checkout.submit()).toBe('complete');
    customer.host.quantity = 7;
    customer.checkout.itemsChanged();
    await customer.reaches('complete');
    expect(customer.heard('billing-complete')).toMatchObject([{ completion: { id: 'cs_1', replayed: true } }]);
  });

  it('several times in a row: the last one stands, in the order of their coming', async () => {
    const customer = await Customer.open(shop());
    for (const quantity of [3, 4, 5]) {
      customer.host.quantity = quantity;
      customer.checkout.itemsChanged();
    }
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect(customer.checkout.facts.summary?.total).toBe(4_500);
    expect(shop().find('cs_1')?.items).toEqual([{ price: 'pro_monthly', quantity: 5 }]);
  });

  it('while a change is still on its way: the next waits for it, so that it cannot be overtaken', async () => {
    const customer = await Customer.open(shop());
    let release: (() => void) | undefined;
    shop().faults.push((method) =>
      method === 'PATCH' && !release
        ? new Promise((resolve) => {
            release = () => {
              resolve(undefined);
            };
          })
        : undefined,
    );
    customer.host.quantity = 3;
    customer.checkout.itemsChanged();
    await asked(shop(), 1, 'PATCH');
    customer.host.quantity = 5;
    customer.checkout.itemsChanged();
    customer.checkout.recheck();
    await asked(shop(), 1, 'GET');
    expect(shop().requests.filter((method) => method === 'PATCH')).toHaveLength(1);
    release?.();
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect(shop().find('cs_1')?.items).toEqual([{ price: 'pro_monthly', quantity: 5 }]);
  });

  it('to another plan: the purchase keeps its session under its new name', async () => {
    const shared = new MemoryStorage();
    const customer = await Customer.open(shop(), { shared });
    customer.host.price = 'pro_yearly';
    customer.checkout.itemsChanged();
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect([...shared.entries.keys()]).toEqual([expect.stringContaining(':purchase:pro_yearly')]);
    expect(shared.entries.values().next().value).toContain('cs_1');
  });

  it('to something that cannot be bought: the customer can still buy what was shown', async () => {
    const customer = await Customer.open(shop());
    customer.host.quantity = 1.5;
    customer.checkout.itemsChanged();
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect(customer.state).toMatchObject({ error: { code: 'config.invalid' } });
    expect(customer.heard('billing-error')).toHaveLength(1);
    customer.host.quantity = 2;
    customer.fill('pays');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.heard('billing-complete')).toMatchObject([{ completion: { amount: 1_800 } }]);
  });

  it('to nothing new: nobody is asked', async () => {
    const customer = await Customer.open(shop());
    customer.checkout.itemsChanged();
    expect(shop().requests).toEqual(['POST']);
  });

  it('and the server says no: pay stays possible, and the developer is told', async () => {
    const customer = await Customer.open(shop());
    shop().faults.push((method) =>
      method === 'PATCH'
        ? HttpResponse.json(
            { contract: 1, type: 't', title: 't', status: 422, code: 'quantity.out_of_range' },
            { status: 422 },
          )
        : undefined,
    );
    customer.host.quantity = 501;
    customer.checkout.itemsChanged();
    await customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);
    expect(customer.heard('billing-error')).toMatchObject([{ error: { code: 'quantity.out_of_range' } }]);
    expect(customer.checkout.facts.summary?.total).toBe(1_800);
  });
});
