// @vitest-environment jsdom
/** A checkout that is taken away. */
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { useShop, asked } from '../support/use-shop.js';

const shop = useShop();

describe('taken away in the middle', () => {
  it('of opening: nothing more happens', async () => {
    const customer = new Customer(shop());
    customer.checkout.load();
    customer.checkout.dispose();
    expect(customer.clock.pending).toBe(0);
    expect(customer.gateway.closed).toBe(true);
    expect(customer.host.emissions).toEqual([]);
  });

  it('of asking the host: no money moves', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    customer.host.answer = () => {
      customer.checkout.dispose();
      return Promise.resolve({ go: true });
    };
    expect(await customer.checkout.submit()).toBe('refused');
    expect(shop().charges).toEqual([]);
    expect(customer.clock.pending).toBe(0);
  });

  it('of finding out: no timer is left, nothing is told, and a submit after it is refused', async () => {
    const customer = await Customer.open(shop());
    customer.fill('lost');
    const outcome = customer.checkout.submit();
    await customer.reaches('checking');
    const told = customer.host.emissions.length;
    customer.checkout.dispose();
    expect(await outcome).toBe('unresolved');
    expect(customer.clock.pending).toBe(0);
    customer.clock.advance(120_000);
    expect(customer.host.emissions).toHaveLength(told);
    expect(await customer.checkout.submit()).toBe('refused');
  });

  it('listens to the page no more', async () => {
    const customer = await Customer.open(shop());
    const stop = customer.checkout.listen();
    document.dispatchEvent(new Event('visibilitychange'));
    await asked(shop(), 1);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('offline'));
    expect(customer.checkout.facts.offline).toBe(false);
    expect(shop().requests.filter((method) => method === 'GET')).toHaveLength(1);
  });
});
