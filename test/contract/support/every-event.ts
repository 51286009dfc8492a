/** One funnel event of each type, as full as it can be. */
import type { FunnelEvent } from '../../../src/contract/funnel-events.js';

const shared = {
  v: 1,
  visit: '0123456789abcdef0123456789abcdef',
  seq: 12,
  at: 1_800_000_000_000,
  sinceReady: 61_234,
  session: `cs_test_${'a1B2'.repeat(14)}`,
  flow: 'two-page',
  step: 'payment',
  experiment: { name: 'checkout_pages_2026', variant: 'two-page' },
  livemode: false,
} as const;

const money = { amount: 10_500, currency: 'usd' } as const;

/** In the order of the schema. */
export const EVERY_EVENT: readonly FunnelEvent[] = [
  { ...shared, type: 'viewed' },
  { ...shared, type: 'ready', fields: ['email', 'address', 'payment'], ...money },
  { ...shared, type: 'field_completed', field: 'email' },
  { ...shared, type: 'invalid', fields: ['address', 'payment'] },
  { ...shared, type: 'step', step: 'payment', from: 'details', skipped: true },
  { ...shared, type: 'method_chosen', method: 'us_bank_account' },
  { ...shared, type: 'submitted', attempt: 2, method: 'card', ...money },
  { ...shared, type: 'declined', attempt: 1, code: 'insufficient_funds', class: 'other_method' },
  { ...shared, type: 'recovered', attempts: 2, declines: 1 },
  {
    ...shared,
    type: 'completed',
    payment: 'paid',
    mode: 'subscription',
    attempts: 2,
    replayed: false,
    ...money,
  },
  { ...shared, type: 'abandoned', state: 'confirming', lastField: 'payment', attempts: 2 },
];
