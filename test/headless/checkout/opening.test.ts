/** Opening a checkout. */
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { useShop } from '../support/use-shop.js';

const shop = useShop();

describe('opening', () => {
  it('starts fields and session together, and is ready once', async () => {
    const customer = new Customer(shop());
    customer.checkout.load();
    expect(customer.gateway.options).toMatchObject({ publishableKey: 'pk_test_abc', askAddress: true });
    customer.checkout.load();
    await customer.reaches('ready');
    expect(shop().requests).toEqual(['POST']);
    expect([...customer.gateway.mounted.keys()]).toEqual(['address', 'payment']);
    expect(customer.heard('billing-ready')).toHaveLength(1);
    expect(customer.checkout.facts.summary?.total).toBe(1_800);
    expect(customer.clock.pending).toBe(0);
  });

  it('leaves the look to be read when fields are made: no request waits for styles', async () => {
    const customer = new Customer(shop());
    let looks = 0;
    const look = { theme: 'stripe', variables: {}, rules: {} } as const;
    customer.host.look = () => {
      looks += 1;
      return look;
    };
    customer.checkout.load();
    await customer.reaches('ready');
    expect(looks).toBe(0);
    expect(customer.gateway.options?.look).toBe(look);
    expect(looks).toBe(1);
  });

  it('gives what is known of the customer to Stripe', async () => {
    const billingAddress = { name: 'Ada', address: { country: 'GB' } };
    const customer = await Customer.open(shop(), { defaultValues: { email: 'ada@example.com', billingAddress } });
    expect(customer.gateway.options?.billingAddress).toEqual(billingAddress);
    expect(customer.checkout.facts.email).toBe('ada@example.com');
  });

  it('asks for an address that the server insists on, whatever the tag would do without', async () => {
    const customer = new Customer(shop());
    customer.host.billingAddress = 'auto';
    customer.checkout.load();
    await customer.reaches('ready');
    const [first, second] = customer.gateways;
    expect(first?.options).toMatchObject({ askAddress: false });
    expect(first?.closed).toBe(true);
    expect(second?.options).toMatchObject({ askAddress: true });
    expect([...(second?.mounted.keys() ?? [])]).toEqual(['address', 'payment']);
  });

  it('says that it takes longer after ten seconds, and fails after thirty', async () => {
    shop().faults.push(() => new Promise<never>(() => undefined));
    const customer = new Customer(shop());
    customer.checkout.load();
    customer.clock.advance(10_000);
    expect(customer.state).toMatchObject({ name: 'loading', slow: true });
    customer.clock.advance(20_000);
    expect(customer.state).toMatchObject({ name: 'failed', error: { code: 'checkout.load_timeout' } });
    expect(customer.gateway.closed).toBe(true);
    shop().faults.pop();
    customer.checkout.restart();
    await customer.reaches('ready');
    // The same purchase: the first request had reached the server, and was given its key.
    expect(new Set(shop().sessions.map(({ key }) => key)).size).toBe(1);
  });

  it('fails with the reason when a field cannot be shown', async () => {
    const customer = await Customer.open(shop());
    customer.gateway.break();
    expect(customer.state).toMatchObject({ name: 'failed', error: { code: 'stripe.frame_failed' } });
  });

  it('names what is wrong with the tag, and asks nobody', () => {
    const customer = new Customer(shop());
    customer.host.quantity = 0;
    customer.checkout.load();
    expect(customer.state).toMatchObject({ name: 'failed', error: { code: 'config.invalid' } });
    expect(customer.heard('billing-error')).toMatchObject([{ recoverable: false }]);
    expect(shop().requests).toEqual([]);
    expect(customer.gateways).toEqual([]);
  });
});
