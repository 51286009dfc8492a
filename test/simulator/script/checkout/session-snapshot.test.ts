import type { StripeCheckoutSession } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { TotalReads, toSessionSnapshot } from '../../../../src/simulator/script/checkout/session-snapshot.js';
import { page } from '../page-fixture.js';

const open = (): { session: StripeCheckoutSession; reads: TotalReads } => {
  const reads = new TotalReads();
  return { session: toSessionSnapshot(page(), true, reads), reads };
};

describe('session snapshot', () => {
  it('knows that the total was never read', () => {
    const { session, reads } = open();
    expect(session.id).toBe('cs_test_1');
    expect(session.total.subtotal.amount).toBe('$10.00');
    expect(reads.complete).toBe(false);
  });

  it('counts the formatted total', () => {
    const { session, reads } = open();
    expect(session.total.total.amount).toBe('$10.00');
    expect(reads.complete).toBe(true);
  });

  it('counts minor units only together with currency and divisor', () => {
    const { session, reads } = open();
    expect(session.total.total.minorUnitsAmount).toBe(1000);
    expect(session.currency).toBe('usd');
    expect(reads.complete).toBe(false);
    expect(session.minorUnitsAmountDivisor).toBe(100);
    expect(reads.complete).toBe(true);
  });

  it('gives every reader a copy', () => {
    const source = page();
    const session = toSessionSnapshot(source, true, new TotalReads());
    session.total.subtotal.amount = '$0.00';
    expect(source.session.total.subtotal.amount).toBe('$10.00');
  });
});
