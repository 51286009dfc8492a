import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { IntentFacts } from '../../src/server/intent-facts.js';
import { toTruth } from '../../src/server/to-truth.js';

/** A session of which only the fields that decide are given. */
const reading = (
  session: Pick<Stripe.Checkout.Session, 'status' | 'payment_status'> & Partial<Stripe.Checkout.Session>,
  intent: Partial<IntentFacts> | null,
) => ({
  session: {
    id: 'cs_test_1',
    mode: 'subscription',
    amount_total: 875,
    currency: 'usd',
    invoice: null,
    payment_intent: null,
    metadata: {},
    livemode: false,
    ...session,
  } as Stripe.Checkout.Session,
  intent:
    intent === null
      ? null
      : { status: 'succeeded' as const, decline: null, verification: null, method: null, sent: 0, ...intent },
});

const verification = { url: 'https://payments.stripe.example/verify', arrival: 1_800_000_000 };
const decline = { code: 'card_declined', declineCode: 'lost_card' };

describe('every row of the table', () => {
  it.each([
    ['expired', 'unpaid', null, { status: 'expired' }],
    ['open', 'unpaid', null, { status: 'open' }],
    ['open', 'unpaid', { status: 'requires_payment_method', decline }, { status: 'open', decline }],
    ['open', 'unpaid', { status: 'requires_action' }, { status: 'open', attempt: 'unfinished' }],
    ['open', 'unpaid', { status: 'processing' }, { status: 'processing' }],
    ['complete', 'paid', { status: 'succeeded' }, { status: 'complete', payment: 'paid' }],
    ['complete', 'no_payment_required', null, { status: 'complete', payment: 'none_due' }],
    ['complete', 'unpaid', { status: 'processing' }, { status: 'processing', expectedAt: null }],
    // Sent on a Thursday: four business days later it is Wednesday.
    [
      'complete',
      'unpaid',
      { status: 'processing', method: 'us_bank_account', sent: 1_795_694_400 },
      { status: 'processing', method: 'us_bank_account', expectedAt: 1_795_694_400 + 6 * 86_400 },
    ],
    [
      'complete',
      'unpaid',
      { status: 'requires_action', verification },
      { status: 'requires_action', expectedAt: verification.arrival, links: { verification: verification.url } },
    ],
    ['complete', 'unpaid', { status: 'requires_payment_method', decline }, { status: 'failed', decline }],
    ['complete', 'unpaid', { status: 'canceled' }, { status: 'failed' }],
    ['complete', 'unpaid', { status: 'requires_capture' }, { status: 'complete', payment: 'paid' }],
  ] as const)('%s, %s, %j', (status, payment_status, intent, truth) => {
    expect(toTruth(reading({ status, payment_status }, intent))).toMatchObject(truth);
  });

  it('is invoiced only once there is an invoice for a session that was expired', () => {
    const session = {
      status: 'expired',
      payment_status: 'unpaid',
      metadata: { billing_invoiced: 'cus_1 30 0' },
    } as const;
    const invoice = {
      status: 'open',
      total: 900,
      due_date: 1_800_000_000,
      hosted_invoice_url: 'https://pay.example/in_1',
    };
    const invoiced = { ...reading(session, null), invoiced: invoice as Stripe.Invoice };
    expect(toTruth(reading(session, null)).status).toBe('expired');
    expect(toTruth(invoiced)).toMatchObject({
      status: 'invoiced',
      payment: 'invoiced',
      amount: 900,
      expectedAt: 1_800_000_000,
      links: { invoice: 'https://pay.example/in_1' },
    });
  });
});
