/** The customer has a promotion code. */
import { describe, expect, it } from 'vitest';
import { Customer } from '../support/customer.js';
import { asked, useShop } from '../support/use-shop.js';

const shop = useShop();

/** A customer who has typed a code and pressed Apply; resolves when it is known what came of it. */
async function apply(code: string, customer?: Customer): Promise<Customer> {
  const buyer = customer ?? (await Customer.open(shop()));
  buyer.checkout.typePromotionCode(code);
  buyer.checkout.applyPromotionCode();
  await settled(buyer);
  return buyer;
}

const settled = (customer: Customer): Promise<unknown> =>
  customer.sees(() => customer.state.name === 'ready' && !customer.state.waiting);

describe('a promotion code', () => {
  it('lowers the total, is told to the host, and is paid with', async () => {
    const customer = await apply(' SPRING ');
    expect(customer.checkout.facts).toMatchObject({
      promotionCode: '',
      summary: { total: 1_500, discounts: [{ code: 'SPRING', amount: 300 }] },
    });
    expect(customer.heard('billing-change').at(-1)).toMatchObject({ total: 1_500 });
    expect(customer.host.focused.at(-1)).toBe('promotion');
    customer.fill('pays');
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.heard('billing-complete')).toMatchObject([{ completion: { amount: 1_500 } }]);
  });

  it('can be taken away again', async () => {
    const customer = await apply('SPRING');
    customer.checkout.removePromotionCode();
    await settled(customer);
    expect(customer.checkout.facts.summary).toMatchObject({ total: 1_800, discounts: [] });
  });

  it('that is wrong stays typed, with Stripe’s sentence; nothing else is said to have failed', async () => {
    const customer = await apply('WINTER');
    expect(customer.state).toMatchObject({
      promotion: { code: 'promotion.refused', message: 'This code is invalid.' },
    });
    expect(customer.checkout.facts.promotionCode).toBe('WINTER');
    expect(customer.host.focused.at(-1)).toBe('promotion-code');
    expect(customer.heard('billing-error')).toEqual([]);
    expect((await apply('SPRING', customer)).state).not.toHaveProperty('promotion');
  });

  it('of ten kilobytes is refused without asking anybody', async () => {
    const customer = await apply('A'.repeat(10_240));
    expect(customer.state).toMatchObject({ promotion: { code: 'promotion.invalid' } });
    expect(customer.gateways[0]?.codesAsked).toEqual([]);
  });

  it('that is empty asks nobody and says nothing', async () => {
    const customer = await apply('   ');
    expect(customer.state).not.toHaveProperty('promotion');
    expect(customer.gateways[0]?.codesAsked).toEqual([]);
  });

  it('holds pay until it is known what it costs', async () => {
    const customer = await Customer.open(shop());
    customer.fill('pays');
    const [gateway] = customer.gateways;
    let answer: (value?: unknown) => void = () => undefined;
    if (gateway) gateway.promotions = () => new Promise((resolve) => (answer = resolve));
    customer.checkout.typePromotionCode('SPRING');
    customer.checkout.applyPromotionCode();
    expect(await customer.checkout.submit()).toBe('refused');
    expect(shop().charges).toEqual([]);
    answer();
    await settled(customer);
    expect(await customer.checkout.submit()).toBe('complete');
  });

  it('is not listened to once other seats are sold, and its total still counts', async () => {
    const customer = await Customer.open(shop());
    const [gateway] = customer.gateways;
    let answer: (value?: unknown) => void = () => undefined;
    if (gateway) gateway.promotions = () => new Promise((resolve) => (answer = resolve));
    customer.checkout.typePromotionCode('SPRING');
    customer.checkout.applyPromotionCode();
    customer.host.quantity = 3;
    customer.checkout.itemsChanged();
    await asked(shop(), 1, 'PATCH');
    answer();
    await settled(customer);
    await customer.sees(() => customer.checkout.facts.summary?.total === 2_400);
  });
});
