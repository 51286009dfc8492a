/** Paying, and what stops it. */
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { lostAnswer, problem } from '../support/shop.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

describe('paying', () => {
  it('pays after a decline, with everything typed kept', async () => {
    const customer = await Customer.open(shop());
    customer.fill('declined');
    expect(await customer.checkout.submit()).toBe('declined');
    expect(customer.state).toMatchObject({ name: 'ready', error: { declineClass: 'other_method' } });
    expect(customer.checkout.facts.email).toBe('ada@example.com');
    expect(shop().charges).toEqual([]);

    customer.gateway.type('pays');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(shop().charges).toEqual(['cs_1']);
    expect(customer.gateways).toHaveLength(1);
    expect(customer.heard('billing-decline')).toHaveLength(1);
    expect(customer.heard('billing-complete')).toMatchObject([
      { completion: { id: 'cs_1', amount: 1_800, payment: 'paid', replayed: false } },
    ]);
  });

  it('makes one confirmation of fifty submits, and answers each', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => customer.checkout.submit()));
    expect(new Set(outcomes)).toEqual(new Set(['complete']));
    expect(customer.gateway.confirms).toBe(1);
    expect(customer.host.questions).toHaveLength(1);
    expect(shop().charges).toEqual(['cs_1']);
  });

  it('names the fields that stop it, in the order they are read', async () => {
    const customer = await Customer.open(shop());
    expect(await customer.checkout.submit()).toBe('invalid');
    expect(customer.heard('billing-invalid')).toMatchObject([
      { invalid: [{ field: 'email' }, { field: 'payment', message: 'Your card number is incomplete.' }] },
    ]);
    expect(customer.host.focused).toEqual(['errors']);
    expect(await customer.checkout.validate()).toBe(false);
    customer.fill('pays');
    expect(await customer.checkout.validate()).toBe(true);
  });

  it('names the address where only the server knows what is wrong with it', async () => {
    shop().address = { countries: ['DE'], poBoxes: true };
    const customer = await Customer.open(shop());
    customer.fill('pays');
    shop().faults.push((method) =>
      method === 'PATCH' ? problem('request.invalid', 422, 'address.country') : undefined,
    );
    expect(await customer.checkout.submit()).toBe('invalid');
    expect(customer.heard('billing-invalid')).toMatchObject([{ invalid: [{ field: 'address' }] }]);
    expect(customer.host.questions).toEqual([]);

    shop().faults.pop();
    expect(await customer.checkout.submit()).toBe('complete');
  });

  it('is refused before there is a form, and while it is being changed', async () => {
    const customer = new Customer(shop());
    expect(await customer.checkout.submit()).toBe('refused');
    customer.checkout.load();
    expect(await customer.checkout.submit()).toBe('refused');
    await customer.reaches('ready');
    customer.host.quantity = 5;
    customer.checkout.itemsChanged();
    expect(await customer.checkout.submit()).toBe('refused');
  });

  it('can be asked for from within an event', async () => {
    const customer = new Customer(shop());
    const outcome = new Promise((resolve) => {
      customer.host.emit = (emission) => {
        if (emission.event !== 'billing-ready') return;
        customer.fill('pays');
        resolve(customer.checkout.submit());
      };
    });
    customer.checkout.load();
    expect(await outcome).toBe('complete');
  });

  it('shows a total that has changed at the server, and waits for another click', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    const session = shop().find('cs_1');
    if (session) session.items = [{ price: 'pro_monthly', quantity: 3 }];
    expect(await customer.checkout.submit()).toBe('refused');
    expect(customer.state).toMatchObject({ name: 'ready', error: { code: 'payment.total_changed' } });
    expect(customer.host.questions).toEqual([]);
    expect(shop().charges).toEqual([]);
    await customer.sees(() => customer.checkout.facts.summary?.total === 2_700);
    expect(await customer.checkout.submit()).toBe('complete');
  });

  it('does not take money when the server cannot be asked', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    shop().faults.push((method) => (method === 'GET' ? lostAnswer() : undefined));
    expect(await customer.checkout.submit()).toBe('failed');
    expect(customer.heard('billing-error')).toMatchObject([
      { error: { code: 'backend.unreadable' }, recoverable: true },
    ]);
    expect(shop().charges).toEqual([]);
  });
});
