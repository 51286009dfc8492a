/** The host has the last word before money moves. */
import { describe, expect, it, vi } from 'vitest';
import { Customer } from '../support/customer.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

describe('the host is asked before money moves', () => {
  it('and its promise is waited for', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    let allow!: () => void;
    customer.host.answer = () =>
      new Promise(
        (resolve) =>
          (allow = () => {
            resolve({ go: true });
          }),
      );
    const outcome = customer.checkout.submit();
    await vi.waitFor(
      () => {
        expect(customer.host.questions).toHaveLength(1);
      },
      { interval: 1, timeout: 10_000 },
    );
    expect(customer.host.questions[0]).toEqual({ attempt: 1, method: 'card', total: 1_800, currency: 'usd' });
    expect(customer.state.name).toBe('validating');
    expect(shop().charges).toEqual([]);
    allow();
    expect(await outcome).toBe('complete');
  });

  it('and may refuse in its own words', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    customer.host.answer = () => Promise.resolve({ go: false, message: 'Sold out.' });
    expect(await customer.checkout.submit()).toBe('refused');
    expect(customer.state).toMatchObject({ name: 'ready', error: { code: 'host.refused', message: 'Sold out.' } });
    expect(customer.gateway.confirms).toBe(0);
    customer.host.answer = () => Promise.resolve({ go: true });
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.host.questions.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('and what changes meanwhile is shown first', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    customer.host.answer = async () => {
      const session = shop().find('cs_1');
      if (session) session.items = [{ price: 'pro_monthly', quantity: 9 }];
      await customer.gateway.update(() => Promise.resolve({ ok: true, value: null }));
      return { go: true };
    };
    expect(await customer.checkout.submit()).toBe('refused');
    expect(customer.state).toMatchObject({ error: { code: 'payment.total_changed' } });
    expect(shop().charges).toEqual([]);
  });
});
