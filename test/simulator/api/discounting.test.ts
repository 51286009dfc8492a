/** Coupons and promotion codes: what they take off, for how long, and who may not have them. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  refusal,
  type PageAnswer,
  type SimulatedAccount,
} from './simulated-account.js';

const email = 'ada@example.com';
const start = 1_800_000_000;

function clockedAccount() {
  let now = start * 1000;
  const account = openAccount({ now: () => now });
  return { ...account, pass: (seconds: number) => (now += seconds * 1000) };
}

async function makeCode(
  { stripe }: Pick<SimulatedAccount, 'stripe'>,
  coupon: Stripe.CouponCreateParams,
  more: Partial<Stripe.PromotionCodeCreateParams> = {},
): Promise<Stripe.PromotionCode> {
  const { id } = await stripe.coupons.create(coupon);
  return stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id }, code: 'SAVE', ...more });
}

/** A monthly subscription of 10.00 USD that takes codes. */
async function openShop(
  coupon: Stripe.CouponCreateParams,
  {
    code,
    session,
  }: { code?: Partial<Stripe.PromotionCodeCreateParams>; session?: Partial<Stripe.Checkout.SessionCreateParams> } = {},
) {
  const account = clockedAccount();
  const promotionCode = await makeCode(account, coupon, code);
  const opened = await openSubscriptionSession(account.stripe, { allow_promotion_codes: true, ...session });
  return { ...account, promotionCode, opened, browser: account.browse(opened) };
}

const totals = ({ page }: PageAnswer) => ({
  due: page?.session.total.total.minorUnitsAmount,
  off: page?.session.total.discount.minorUnitsAmount,
  next: page?.session.recurring?.dueNext.total.minorUnitsAmount,
});

describe('a code', () => {
  it.each<[string, Stripe.CouponCreateParams, object]>([
    ['a fifth of the first payment', { percent_off: 20 }, { due: 800, off: 200, next: 1000 }],
    ['a fifth for ever', { percent_off: 20, duration: 'forever' }, { due: 800, off: 200, next: 800 }],
    ['an amount', { amount_off: 300, currency: 'usd' }, { due: 700, off: 300, next: 1000 }],
    ['no more than there is', { amount_off: 5000, currency: 'usd' }, { due: 0, off: 1000, next: 1000 }],
    [
      'for one month only',
      { percent_off: 50, duration: 'repeating', duration_in_months: 1 },
      { due: 500, off: 500, next: 1000 },
    ],
    [
      'for three months',
      { percent_off: 50, duration: 'repeating', duration_in_months: 3 },
      { due: 500, off: 500, next: 500 },
    ],
  ])('takes off %s', async (_, coupon, expected) => {
    const { browser } = await openShop(coupon);
    expect(totals(await browser.update({ promotion_code: 'save' }))).toEqual(expected);
  });

  it('is shown with its name, and is gone when it is taken away', async () => {
    const { browser, stripe, opened, promotionCode } = await openShop({ percent_off: 20, name: 'Spring' });
    const { page } = await browser.update({ promotion_code: 'SAVE' });
    expect(page?.session.discountAmounts).toEqual([
      {
        minorUnitsAmount: 200,
        amount: '$2.00',
        displayName: 'Spring',
        promotionCode: 'SAVE',
        recurring: null,
        percentOff: 20,
      },
    ]);
    expect(await stripe.checkout.sessions.retrieve(opened.id)).toMatchObject({
      amount_subtotal: 1000,
      amount_total: 800,
      total_details: { amount_discount: 200 },
      discounts: [{ coupon: null, promotion_code: promotionCode.id }],
    });
    expect(totals(await browser.update({ promotion_code: '' }))).toEqual({ due: 1000, off: 0, next: 1000 });
  });

  it('is spread over the lines to the last cent', async () => {
    const account = clockedAccount();
    await makeCode(account, { amount_off: 100, currency: 'usd' });
    const prices = await Promise.all([1, 2, 3].map(() => monthlyPrice(account.stripe, { unit_amount: 500 })));
    const session = await openSubscriptionSession(account.stripe, {
      allow_promotion_codes: true,
      line_items: prices.map(({ id }) => ({ price: id, quantity: 1 })),
    });
    await account.browse(session).update({ promotion_code: 'SAVE' });
    const { data } = await account.stripe.checkout.sessions.listLineItems(session.id);
    expect(data.map(({ amount_discount }) => amount_discount).sort()).toEqual([33, 33, 34]);
    expect(
      data.map(
        ({ amount_subtotal, amount_discount, amount_total }) => amount_subtotal - amount_discount - amount_total,
      ),
    ).toEqual([0, 0, 0]);
  });

  it('waits for the end of a trial', async () => {
    const { browser } = await openShop(
      { percent_off: 20 },
      { session: { subscription_data: { trial_period_days: 7 } } },
    );
    expect(totals(await browser.update({ promotion_code: 'SAVE' }))).toEqual({ due: 0, off: 0, next: 800 });
  });
});

describe('a code is refused', () => {
  it.each<[string, Stripe.CouponCreateParams, Partial<Stripe.PromotionCodeCreateParams>, string]>([
    ['that nobody made', { percent_off: 20 }, { code: 'OTHER' }, 'This code is invalid.'],
    ['that is switched off', { percent_off: 20 }, { active: false }, 'This code is invalid.'],
    ['in another currency', { amount_off: 300, currency: 'eur' }, {}, 'This code cannot be used in this currency.'],
  ])('%s', async (_, coupon, code, message) => {
    const { browser } = await openShop(coupon, { code });
    const { status, error } = await browser.update({ promotion_code: 'SAVE' });
    expect({ status, code: error?.code, message: error?.message }).toEqual({
      status: 400,
      code: 'promotion_code_invalid',
      message,
    });
    expect(totals(await browser.init())).toMatchObject({ due: 1000 });
  });

  it('after its time, and its merchant reads that it is not active', async () => {
    const { browser, pass, stripe, promotionCode } = await openShop(
      { percent_off: 20 },
      { code: { expires_at: start + 60 } },
    );
    pass(61);
    expect((await browser.update({ promotion_code: 'SAVE' })).error?.message).toBe('This code has expired.');
    expect((await stripe.promotionCodes.retrieve(promotionCode.id)).active).toBe(false);
  });

  it('with its coupon', async () => {
    const { browser, pass, stripe } = await openShop({ percent_off: 20, redeem_by: start + 60 });
    pass(61);
    expect((await browser.update({ promotion_code: 'SAVE' })).error?.code).toBe('promotion_code_invalid');
    expect((await stripe.coupons.list()).data).toMatchObject([{ valid: false }]);
  });

  it('once it is used up', async () => {
    const { browser, stripe, browse, promotionCode } = await openShop(
      { percent_off: 20 },
      { code: { max_redemptions: 1 } },
    );
    await browser.update({ promotion_code: 'SAVE' });
    await browser.confirm({ expected_amount: 800, payment_method_data: cardData(cards.visa), email });
    const next = browse(await openSubscriptionSession(stripe, { allow_promotion_codes: true }));
    expect((await next.update({ promotion_code: 'SAVE' })).error?.message).toBe('This code has been used up.');
    expect(await stripe.promotionCodes.retrieve(promotionCode.id)).toMatchObject({ active: false, times_redeemed: 1 });
  });

  it('for less than it asks for, also when the purchase shrinks afterwards', async () => {
    const account = clockedAccount();
    const restrictions = { minimum_amount: 2000, minimum_amount_currency: 'usd' };
    await makeCode(account, { percent_off: 20 }, { restrictions });
    const { id: price } = await monthlyPrice(account.stripe);
    const line = { price, quantity: 1, adjustable_quantity: { enabled: true, minimum: 1 } };
    const session = await openSubscriptionSession(account.stripe, { allow_promotion_codes: true, line_items: [line] });
    const browser = account.browse(session);
    const tooLittle = {
      code: 'promotion_code_amount_insufficient',
      message: 'This code needs a purchase of at least $20.00.',
    };
    expect((await browser.update({ promotion_code: 'SAVE' })).error).toMatchObject(tooLittle);
    const item = (await browser.init()).page?.session.lineItems[0]?.id ?? '';
    const grown = await browser.update({ line_item_quantity: { line_item: item, quantity: 2 } });
    expect(totals(grown)).toMatchObject({ due: 2000, off: 0 });
    expect(totals(await browser.update({ promotion_code: 'SAVE' }))).toMatchObject({ due: 1600 });
    expect((await browser.update({ line_item_quantity: { line_item: item, quantity: 1 } })).error).toMatchObject(
      tooLittle,
    );
    expect(totals(await browser.init())).toMatchObject({ due: 1600 });
  });

  it('for first purchases to a customer who has paid before, and somebody else’s', async () => {
    const account = clockedAccount();
    const { id: customer } = await account.stripe.customers.create({ email });
    const other = await account.stripe.customers.create();
    await makeCode(account, { percent_off: 20 }, { restrictions: { first_time_transaction: true } });
    await makeCode(account, { percent_off: 30 }, { code: 'HERS', customer: other.id });
    const open = async () =>
      account.browse(await openSubscriptionSession(account.stripe, { customer, allow_promotion_codes: true }));
    const first = await open();
    expect((await first.update({ promotion_code: 'HERS' })).error?.message).toBe('This code is invalid.');
    expect(totals(await first.update({ promotion_code: 'SAVE' }))).toMatchObject({ due: 800 });
    await first.confirm({ expected_amount: 800, payment_method_data: cardData(cards.visa) });
    const second = await (await open()).update({ promotion_code: 'SAVE' });
    expect(second.error?.message).toBe('This code is for first purchases only.');
  });

  it('where the merchant takes none', async () => {
    const { browser } = await openShop({ percent_off: 20 }, { session: { allow_promotion_codes: false } });
    expect(await browser.update({ promotion_code: 'SAVE' })).toMatchObject({
      status: 400,
      error: { param: 'promotion_code' },
    });
  });
});

describe('a discounted subscription', () => {
  it('carries its discount, and so does its first invoice, whole and line by line', async () => {
    const { browser, stripe, opened, promotionCode } = await openShop({
      id: 'quarter',
      percent_off: 25,
      duration: 'repeating',
      duration_in_months: 3,
    });
    await browser.update({ promotion_code: 'SAVE' });
    await browser.confirm({ expected_amount: 750, payment_method_data: cardData(cards.visa), email });

    const session = await stripe.checkout.sessions.retrieve(opened.id);
    const subscription = await stripe.subscriptions.retrieve(String(session.subscription), {
      expand: ['discounts.promotion_code', 'discounts.source.coupon'],
    });
    const [discount] = subscription.discounts as Stripe.Discount[];
    expect(discount).toMatchObject({
      object: 'discount',
      subscription: subscription.id,
      promotion_code: { id: promotionCode.id, code: 'SAVE' },
      source: { type: 'coupon', coupon: { id: 'quarter', times_redeemed: 1 } },
    });
    const invoice = await stripe.invoices.retrieve(String(session.invoice));
    expect(invoice).toMatchObject({
      subtotal: 1000,
      total: 750,
      amount_paid: 750,
      discounts: [discount?.id],
      total_discount_amounts: [{ amount: 250, discount: discount?.id }],
    });
    expect(invoice.lines.data[0]).toMatchObject({
      amount: 1000,
      discount_amounts: [{ amount: 250, discount: discount?.id }],
    });
  });

  it('is at its full price after a coupon for once', async () => {
    const { browser, stripe } = await openShop({ percent_off: 25 });
    await browser.update({ promotion_code: 'SAVE' });
    await browser.confirm({ expected_amount: 750, payment_method_data: cardData(cards.visa), email });
    expect((await stripe.subscriptions.list()).data).toMatchObject([{ discounts: [] }]);
    expect((await stripe.invoices.list()).data).toMatchObject([{ total_discount_amounts: [{ amount: 250 }] }]);
  });

  it('that is free is complete without a payment', async () => {
    const { browser, stripe, opened } = await openShop({ percent_off: 100 });
    await browser.update({ promotion_code: 'SAVE' });
    await browser.confirm({ expected_amount: 0, payment_method_data: cardData(cards.visa), email });
    expect(await stripe.checkout.sessions.retrieve(opened.id)).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      amount_total: 0,
    });
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });
});

describe('a merchant', () => {
  it('gives a discount itself, instead of a field for codes', async () => {
    const { stripe } = openAccount();
    await stripe.coupons.create({ id: 'ten', percent_off: 10 });
    const session = await openPaymentSession(stripe, { discounts: [{ coupon: 'ten' }] });
    expect(session).toMatchObject({ amount_total: 1800, discounts: [{ coupon: 'ten', promotion_code: null }] });
    const both = openPaymentSession(stripe, { discounts: [{ coupon: 'ten' }], allow_promotion_codes: true });
    expect(await refusal(both)).toMatchObject({ statusCode: 400, param: 'allow_promotion_codes' });
  });

  it.each<[string, Stripe.CouponCreateParams, string]>([
    ['both percent and amount', { percent_off: 10, amount_off: 100, currency: 'usd' }, 'percent_off'],
    ['neither', {}, 'percent_off'],
    ['more than all', { percent_off: 101 }, 'percent_off'],
    ['an amount in no currency', { amount_off: 100 }, 'currency'],
    [
      'months for a coupon that is for ever',
      { percent_off: 10, duration: 'forever', duration_in_months: 3 },
      'duration_in_months',
    ],
    ['an end in the past', { percent_off: 10, redeem_by: 1 }, 'redeem_by'],
  ])('cannot make a coupon with %s', async (_, coupon, param) => {
    const { stripe } = openAccount();
    expect(await refusal(stripe.coupons.create(coupon))).toMatchObject({ statusCode: 400, param });
  });

  it('cannot make the same code twice while it is active, in any case', async () => {
    const account = openAccount();
    const { id } = await makeCode(account, { percent_off: 20 });
    expect(await refusal(makeCode(account, { percent_off: 30 }, { code: 'save' }))).toMatchObject({ param: 'code' });
    await account.stripe.promotionCodes.update(id, { active: false });
    expect((await makeCode(account, { percent_off: 30 }, { code: 'save' })).active).toBe(true);
  });
});
