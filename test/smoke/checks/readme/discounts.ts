/** Guesses about coupons and promotion codes. */
import type Stripe from 'stripe';
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { MARK } from '../../support/target.js';

const CODES = { allow_promotion_codes: true } as const;
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const apply = (checkout: MountedCheckout, code: string): Promise<string> =>
  checkout.page.evaluate((given) => window.kit.outcome(() => window.kit.actions.applyPromotionCode(given)), code);

const shownName = (checkout: MountedCheckout): Promise<string> =>
  checkout.page.evaluate(() => window.kit.actions.getSession().discountAmounts?.[0]?.displayName ?? 'none');

/** Until it can no longer be redeemed. */
async function over(probe: Probe, { id }: Stripe.PromotionCode): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await probe.stripe.promotionCodes.retrieve(id)).active) {
    if (Date.now() > deadline) throw new Error('The promotion code does not expire.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A subscription that began with this coupon, with its discounts. */
async function subscribe(
  probe: Probe,
  coupon: Stripe.CouponCreateParams,
  trialDays?: number,
): Promise<Stripe.Subscription> {
  const { id } = await probe.coupon(coupon);
  const trial = trialDays === undefined ? {} : { subscription_data: { trial_period_days: trialDays } };
  const checkout = await MountedCheckout.open(probe, {
    session: { mode: 'subscription', discounts: [{ coupon: id }], ...trial },
  });
  await checkout.pay(NUMBERS.pays);
  const { subscription } = await checkout.read();
  return probe.stripe.subscriptions.retrieve(String(subscription), { expand: ['discounts'] });
}

export const discounts: CheckGroup = {
  title: 'Discounts',
  checks: [
    {
      name: 'refused-codes',
      about:
        'Words of a refused code. Wrong, switched off, expired, used up, for another currency, for first purchases: all are `invalidCode`, told apart by their sentences; too small a purchase is `promotionCodeAmountInsufficient`.',
      simulator:
        'wrong: error invalidCode: This code is invalid.; switched off: error invalidCode: This code is invalid.; expired: error invalidCode: This code has expired.; used up: error invalidCode: This code has been used up.; another currency: error invalidCode: This code cannot be used in this currency.; first purchases: error invalidCode: This code is for first purchases only.; too small: error promotionCodeAmountInsufficient: This code needs a purchase of at least $50.00.',
      run: async (probe) => {
        const coupon = await probe.coupon();
        const euros = await probe.coupon({ amount_off: 100, currency: 'eur' });
        const off = await probe.code(coupon);
        await probe.stripe.promotionCodes.update(off.id, { active: false });
        const expired = await probe.code(coupon, { expires_at: inSeconds(5) });
        const once = await probe.code(coupon, { max_redemptions: 1 });
        const first = await probe.code(coupon, { restrictions: { first_time_transaction: true } });
        const large = await probe.code(coupon, {
          restrictions: { minimum_amount: 5_000, minimum_amount_currency: 'usd' },
        });
        const using = await MountedCheckout.open(probe, { session: CODES });
        await apply(using, once.code);
        await using.pay(NUMBERS.pays);
        const { customer, method } = await probe.cardholder();
        await probe.intent({ customer, payment_method: method, confirm: true, off_session: true });
        const checkout = await MountedCheckout.open(probe, { session: { customer, ...CODES } });
        await over(probe, expired);
        return facts({
          wrong: await apply(checkout, 'SMOKENONE'),
          'switched off': await apply(checkout, off.code),
          expired: await apply(checkout, expired.code),
          'used up': await apply(checkout, once.code),
          'another currency': await apply(checkout, (await probe.code(euros)).code),
          'first purchases': await apply(checkout, first.code),
          'too small': await apply(checkout, large.code),
        });
      },
    },
    {
      name: 'second-code',
      about:
        'A code takes the place of the one before it. The session shows the promotion code and leaves `coupon` null.',
      simulator: 'second: success; discounts: 1; promotion code: the second; coupon: null',
      run: async (probe) => {
        const first = await probe.code(await probe.coupon());
        const second = await probe.code(await probe.coupon({ percent_off: 20 }));
        const checkout = await MountedCheckout.open(probe, { session: CODES });
        await apply(checkout, first.code);
        const outcome = await apply(checkout, second.code);
        const { discounts: applied } = await checkout.read();
        return facts({
          second: outcome,
          discounts: applied?.length,
          'promotion code': applied?.[0]?.promotion_code === second.id ? 'the second' : 'not the second',
          coupon: applied?.[0]?.coupon ? 'there' : 'null',
        });
      },
    },
    {
      name: 'discount-name',
      about: "`displayName` is the coupon's name, else the code, else the coupon's id.",
      simulator: 'named coupon: its name; unnamed coupon with a code: the code; unnamed coupon: its id',
      run: async (probe) => {
        const plain = await probe.stripe.coupons.create({ percent_off: 10, metadata: MARK });
        probe.later(() => probe.stripe.coupons.del(plain.id));
        const named = await probe.code(await probe.coupon());
        const unnamed = await probe.code(plain);
        const checkout = await MountedCheckout.open(probe, { session: CODES });
        await apply(checkout, named.code);
        const first = await shownName(checkout);
        await apply(checkout, unnamed.code);
        const second = await shownName(checkout);
        const chosen = await MountedCheckout.open(probe, { session: { discounts: [{ coupon: plain.id }] } });
        const third = await shownName(chosen);
        return facts({
          'named coupon': first === 'Smoke coupon' ? 'its name' : 'something else',
          'unnamed coupon with a code': second === unnamed.code ? 'the code' : 'something else',
          'unnamed coupon': third === plain.id ? 'its id' : 'something else',
        });
      },
    },
    {
      name: 'discount-rounding',
      about:
        'A percentage is rounded once, on the sum; the discount is spread over the lines in proportion, the last units to the largest remainders.',
      simulator: 'total: 263; lines: 103-15 103-15 103-16',
      run: async (probe) => {
        const { id: coupon } = await probe.coupon({ percent_off: 15 });
        const product = await probe.product();
        const line = (amount: number): Stripe.Checkout.SessionCreateParams.LineItem => ({
          price_data: { currency: 'usd', product, unit_amount: amount },
          quantity: 1,
        });
        const session = await probe.session({
          line_items: [line(103), line(103), line(103)],
          discounts: [{ coupon }],
        });
        const { data } = await probe.stripe.checkout.sessions.listLineItems(session.id);
        const spread = data.map((item) => `${item.amount_subtotal}-${item.amount_discount}`).sort();
        return facts({ total: session.amount_total, lines: spread.join(' ') });
      },
    },
    {
      name: 'code-after-it-was-applied',
      about:
        'A purchase that becomes too small for its code is refused, as the code would be. A code that is used up or expires after it was applied still counts. Redemptions are counted when a session completes.',
      simulator:
        'too small now: error null; expired since: success, then success for 500; redemptions before and after: 0 and 1',
      run: async (probe) => {
        const coupon = await probe.coupon({ percent_off: 50 });
        const large = await probe.code(coupon, {
          restrictions: { minimum_amount: 1_500, minimum_amount_currency: 'usd' },
        });
        const adjustable = {
          price: await probe.price('once'),
          quantity: 2,
          adjustable_quantity: { enabled: true, minimum: 1, maximum: 5 },
        };
        const shrinking = await MountedCheckout.open(probe, { session: { ...CODES, line_items: [adjustable] } });
        await apply(shrinking, large.code);
        const smaller = await shrinking.page.evaluate(() =>
          window.kit.outcome(() =>
            window.kit.actions.updateLineItemQuantity({
              lineItem: window.kit.actions.getSession().lineItems[0]?.id ?? '',
              quantity: 1,
            }),
          ),
        );
        probe.note(smaller);
        const brief = await probe.code(coupon, { expires_at: inSeconds(8) });
        const expiring = await MountedCheckout.open(probe, { session: CODES });
        const applied = await apply(expiring, brief.code);
        const before = (await probe.stripe.promotionCodes.retrieve(brief.id)).times_redeemed;
        await over(probe, brief);
        const paid = await expiring.pay(NUMBERS.pays);
        const after = (await probe.stripe.promotionCodes.retrieve(brief.id)).times_redeemed;
        return facts({
          'too small now': kindOf(smaller),
          'expired since': `${applied}, then ${kindOf(paid)} for ${String((await expiring.read()).amount_total)}`,
          'redemptions before and after': `${before} and ${after}`,
        });
      },
    },
    {
      name: 'coupon-on-trial',
      about: 'On trial the coupon waits for the first invoice that is not free; its months run from now all the same.',
      simulator: 'discounts: 1; days until it ends: between 50 and 64',
      run: async (probe) => {
        const repeating = { percent_off: 10, duration: 'repeating', duration_in_months: 2 } as const;
        const { discounts: kept } = await subscribe(probe, repeating, 7);
        const [discount] = kept;
        if (typeof discount !== 'object') return facts({ discounts: kept.length });
        const days = (discount.end ?? 0) / 86_400 - Date.now() / 86_400_000;
        return facts({
          discounts: kept.length,
          'days until it ends': `between ${days > 50 ? 50 : 0} and ${days < 64 ? 64 : 400}`,
        });
      },
    },
    {
      name: 'coupon-for-once',
      about:
        'A coupon for once is no longer on the subscription after a first invoice that used it. A repeating one is good for invoices made before its months are over.',
      simulator: 'once, discounts after the first invoice: 0; repeating, discounts after the first invoice: 1',
      run: async (probe) => {
        const once = await subscribe(probe, { percent_off: 10, duration: 'once' });
        const repeating = await subscribe(probe, { percent_off: 10, duration: 'repeating', duration_in_months: 2 });
        return facts({
          'once, discounts after the first invoice': once.discounts.length,
          'repeating, discounts after the first invoice': repeating.discounts.length,
        });
      },
    },
  ],
};
