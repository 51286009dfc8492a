/** Lost and unclear answers. */
import { describe, expect, it, vi } from 'vitest';
import { Customer } from '../support/customer.js';
import { lostAnswer } from '../support/shop.js';
import { useShop, asked, waits } from '../support/use-shop.js';

const shop = useShop();

describe('not knowing', () => {
  it('finds out that an unclear answer was a payment', async () => {
    const customer = await Customer.open(shop());
    customer.fill('lost-but-paid');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.heard('billing-complete')).toMatchObject([{ completion: { replayed: false } }]);
  });

  it('finds out that it was none, in three reads, and says so in Stripe’s words', async () => {
    const customer = await Customer.open(shop());
    customer.fill('lost');
    const outcome = customer.checkout.submit();
    // The minute, and the pause until the next question.
    await asked(shop(), 2);
    await waits(customer, 2);
    customer.clock.advance(3_000);
    await asked(shop(), 3);
    await waits(customer, 2);
    customer.clock.advance(5_000);
    expect(await outcome).toBe('failed');
    expect(customer.state).toMatchObject({
      name: 'ready',
      error: { code: 'payment.not_made', message: 'Something went wrong.' },
    });
    expect(shop().requests.filter((method) => method === 'GET')).toHaveLength(4);
    customer.gateway.type('pays');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(shop().charges).toEqual(['cs_1']);
  });

  it('says after twenty seconds that nobody knows, keeps asking, and takes a late yes', async () => {
    const customer = await Customer.open(shop());
    customer.fill('lost-but-paid');
    let reads = 0;
    shop().faults.push((method) => (method === 'GET' && (reads += 1) > 1 ? lostAnswer() : undefined));
    const outcome = customer.checkout.submit();
    await asked(shop(), 2);
    await waits(customer, 2);
    customer.clock.advance(20_000);
    expect(await outcome).toBe('unresolved');
    expect(customer.heard('billing-unresolved')).toHaveLength(1);
    expect(await customer.checkout.submit()).toBe('unresolved');
    shop().faults.pop();
    customer.checkout.recheck();
    await customer.reaches('complete');
    expect(customer.heard('billing-complete')).toHaveLength(1);
    expect(customer.gateway.confirms).toBe(1);
  });

  it('asks beside a confirmation that is silent, and takes the end it learns', async () => {
    const customer = await Customer.open(shop());
    customer.fill('silent-but-paid');
    const outcome = customer.checkout.submit();
    await customer.reaches('confirming');
    customer.clock.advance(20_000);
    expect(await outcome).toBe('complete');
    expect(customer.gateway.closed).toBe(true);
  });

  it('waits for a bank as long as it takes', async () => {
    const customer = await Customer.open(shop());
    customer.fill('silent');
    const outcome = customer.checkout.submit();
    await customer.reaches('confirming');
    for (let question = 1; question <= 6; question += 1) {
      customer.clock.advance(30_000);
      await asked(shop(), 1 + question);
      await waits(customer, 1);
    }
    expect(customer.state).toMatchObject({ name: 'confirming', asked: 6 });
    expect(customer.clock.pending).toBe(1);
    customer.checkout.dispose();
    expect(await outcome).toBe('unresolved');
  });

  it('does not multiply its questions, however often it is asked to ask', async () => {
    const customer = await Customer.open(shop());
    customer.fill('unpaid');
    expect(await customer.checkout.submit()).toBe('processing');
    const before = shop().requests.length;
    for (let click = 0; click < 5; click += 1) customer.checkout.recheck();
    await vi.waitFor(
      () => {
        expect(shop().requests).toHaveLength(before + 5);
      },
      { interval: 1, timeout: 10_000 },
    );
    await waits(customer, 1);
    customer.clock.advance(30_000);
    await vi.waitFor(
      () => {
        expect(shop().requests).toHaveLength(before + 6);
      },
      { interval: 1, timeout: 10_000 },
    );
  });
});
