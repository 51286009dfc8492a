/** Stripe's session, in our words. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { toSummary } from '../../src/stripe/to-summary.js';
import { stripeSession } from './support/stripe-session.js';

describe('a summary', () => {
  it('says what is bought and what it costs', () => {
    expect(toSummary(stripeSession())).toEqual({
      currency: 'usd',
      lines: [
        {
          id: 'li_1',
          name: 'Pro',
          description: null,
          quantity: 2,
          unitAmount: 875,
          amount: 1_750,
          cadence: { interval: 'month', count: 1 },
        },
      ],
      subtotal: 1_750,
      discount: 0,
      discounts: [],
      tax: 140,
      taxIncluded: 0,
      reverseCharge: false,
      taxPending: false,
      taxId: null,
      total: 1_890,
      recurring: { interval: 'month', count: 1, amount: 1_890, discount: 0, trialEnd: null },
      email: 'ada@example.com',
      canConfirm: true,
    });
  });

  it('knows a tax that waits for an address, and a trial’s end', () => {
    const { recurring } = stripeSession();
    const trial = { trialEnd: 1_800_000_000, trialPeriodDays: 14 };
    const summary = toSummary(
      stripeSession({
        tax: { status: 'requires_billing_address' },
        recurring: recurring && { ...recurring, trial },
      }),
    );
    expect(summary).toMatchObject({ taxPending: true, recurring: { trialEnd: 1_800_000_000 } });
  });

  it.each([
    [null, 'once'],
    [{ type: 'forever' }, 'forever'],
    [{ type: 'repeating', durationInMonths: 3 }, 3],
  ] as const)('says what is taken off, and for how long: %o', (recurring, lasts) => {
    const [first] = [{ minorUnitsAmount: 350, amount: '$3.50', displayName: 'Spring', promotionCode: 'SPRING20' }];
    const discountAmounts = [{ ...first, percentOff: 20, recurring }] as StripeCheckoutSession['discountAmounts'];
    expect(toSummary(stripeSession({ discountAmounts })).discounts).toEqual([
      { label: 'Spring', code: 'SPRING20', amount: 350, lasts },
    ]);
  });

  it('reads what Stripe wants to have been read before it confirms', () => {
    const read: string[] = [];
    const watch = <T extends object>(value: T, path: string): T =>
      new Proxy(value, {
        get(target, name) {
          const found: unknown = Reflect.get(target, name);
          read.push(`${path}${String(name)}`);
          return typeof found === 'object' && found !== null ? watch(found, `${path}${String(name)}.`) : found;
        },
      });
    toSummary(watch<StripeCheckoutSession>(stripeSession(), ''));
    expect(read).toEqual(
      expect.arrayContaining(['total.total.minorUnitsAmount', 'currency', 'minorUnitsAmountDivisor']),
    );
  });
});
