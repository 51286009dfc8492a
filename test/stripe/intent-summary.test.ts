import type { PaymentIntent, SetupIntent } from '@stripe/stripe-js';
import { expect, it } from 'vitest';
import { toIntentSummary } from '../../src/stripe/intent-summary.js';
import { toSummary } from '../../src/stripe/to-summary.js';
import { stripeSession } from './support/stripe-session.js';

const told = toSummary(stripeSession());
const payment = (amount: number) => ({ object: 'payment_intent', amount, currency: 'usd' }) as PaymentIntent;

it('is what the server tells, where Stripe takes that much', () => {
  expect(toIntentSummary(payment(told.total), told)).toEqual({ ...told, canConfirm: false });
});

it('shows no lines that do not add up to what Stripe takes', () => {
  const summary = toIntentSummary(payment(4_000), told);
  expect(summary).toMatchObject({ total: 4_000, subtotal: 4_000, lines: [], tax: 0, currency: 'usd' });
});

it('is the amount alone, where nothing is told; nothing for a setup', () => {
  expect(toIntentSummary(payment(4_000))).toMatchObject({ total: 4_000, lines: [], email: null });
  expect(toIntentSummary({ object: 'setup_intent' } as SetupIntent)).toMatchObject({ total: 0, currency: '' });
});
