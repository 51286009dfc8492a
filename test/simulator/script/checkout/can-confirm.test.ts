import { describe, expect, it } from 'vitest';
import { canConfirm } from '../../../../src/simulator/script/checkout/can-confirm.js';
import type { Confirmable } from '../../../../src/simulator/script/checkout/can-confirm.js';
import { page } from '../page-fixture.js';

const filled: Confirmable = {
  connection: { pending: false },
  confirming: false,
  payment: { complete: true },
  address: { mounted: true, complete: true, value: {} },
};

describe('canConfirm', () => {
  it('is true when nothing is missing', () => {
    expect(canConfirm(page(), filled)).toBe(true);
  });

  it.each<[string, Partial<Confirmable>]>([
    ['no payment element', { payment: null }],
    ['an unfinished card', { payment: { complete: false } }],
    ['an unfinished address', { address: { mounted: true, complete: false, value: {} } }],
    ['a pending update', { connection: { pending: true } }],
    ['a running confirm', { confirming: true }],
  ])('is false with %s', (_, change) => {
    expect(canConfirm(page(), { ...filled, ...change })).toBe(false);
  });

  it('does not ask an address element that is not mounted', () => {
    expect(canConfirm(page(), { ...filled, address: { mounted: false, complete: false, value: {} } })).toBe(true);
  });

  it('is false without an email, or after the end', () => {
    expect(canConfirm(page({ email: null }), filled)).toBe(false);
    expect(canConfirm(page({ status: { type: 'complete', paymentStatus: 'paid' } }), filled)).toBe(false);
  });

  it('wants the phone number that the session asks for, typed here or there', () => {
    const asking = page({}, { phone_number_collection: true });
    const address = { mounted: true, complete: true, value: { phone: '+1 201 555 0123' } };
    expect(canConfirm(asking, filled)).toBe(false);
    expect(canConfirm(asking, { ...filled, address })).toBe(true);
  });

  it('wants the address that the session requires', () => {
    const config = { billing_address_collection: 'required' } as const;
    expect(canConfirm(page({}, config), filled)).toBe(false);
    expect(canConfirm(page({ billingAddress: { address: { country: 'US' } } }, config), filled)).toBe(true);
  });
});
