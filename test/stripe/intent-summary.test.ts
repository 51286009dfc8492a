import type { PaymentIntent, SetupIntent } from '@stripe/stripe-js';
import { expect, it } from 'vitest';
import type { ToldSummary } from '../../src/contract/told-summary.js';
import { toIntentSummary } from '../../src/stripe/intent-summary.js';

const told: ToldSummary = {
  currency: 'usd',
  lines: [{ id: 'il_1', name: 'Pro', quantity: 3, unitAmount: 1_000, amount: 3_000, cadence: null }],
  subtotal: 3_000,
  discount: 0,
  tax: 240,
  total: 3_240,
  recurring: null,
  email: 'ada@example.com',
  invoice: { number: 'ACME-0001', dueAt: 1_800_000_000 },
  failure: { declineCode: 'insufficient_funds', message: 'Your card has insufficient funds.' },
};
const payment = (amount: number) => ({ object: 'payment_intent', amount, currency: 'usd' }) as PaymentIntent;

it('is what the server tells, where Stripe takes that much', () => {
  expect(toIntentSummary(payment(3_240), told)).toMatchObject({
    total: 3_240,
    tax: 240,
    lines: [{ name: 'Pro', quantity: 3, amount: 3_000 }],
    email: 'ada@example.com',
    invoice: { number: 'ACME-0001', dueAt: 1_800_000_000, failure: { declineCode: 'insufficient_funds' } },
  });
});

it('shows no lines that do not add up to what Stripe takes', () => {
  const summary = toIntentSummary(payment(4_000), told);
  expect(summary).toMatchObject({ total: 4_000, subtotal: 4_000, lines: [], tax: 0, currency: 'usd' });
});

it('is the amount alone, where nothing is told; for a setup what it is for', () => {
  expect(toIntentSummary(payment(4_000))).toMatchObject({ total: 4_000, lines: [], email: null });
  expect(toIntentSummary({ object: 'setup_intent' } as SetupIntent)).toMatchObject({ total: 0, currency: '' });
  const kept = { ...told, total: 0, lines: [], recurring: { interval: 'month', count: 1, amount: 2_625 } } as const;
  expect(toIntentSummary({ object: 'setup_intent' } as SetupIntent, { ...kept, lines: [] })).toMatchObject({
    total: 0,
    currency: 'usd',
    recurring: { amount: 2_625, trialEnd: null },
  });
});

it('has a line for what is taken off, so that the lines add up to what is due', () => {
  const reduced = { ...told, discount: 500, total: 2_740 };
  const { discounts } = toIntentSummary(payment(2_740), reduced);
  expect(discounts).toEqual([{ label: '', code: null, amount: 500, lasts: 'once' }]);
  expect(toIntentSummary(payment(4_000), reduced).discounts).toEqual([]);
  const named = { ...reduced, discountNames: ['Spring', 'Loyal'] };
  expect(toIntentSummary(payment(2_740), named).discounts).toMatchObject([{ label: 'Spring, Loyal', amount: 500 }]);
});

it('says what is charged once a method is kept, where the server knows', () => {
  const goesOn = { ...told, recurring: { interval: 'month', count: 1, amount: 3_240 } } as const;
  expect(toIntentSummary({ object: 'setup_intent' } as SetupIntent, goesOn)).toMatchObject({
    total: 3_240,
    lines: [{ name: 'Pro' }],
  });
});
