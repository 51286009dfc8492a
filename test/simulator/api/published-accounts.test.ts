/** Every published test account and IBAN, and what becomes of a debit from it. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { openAccount, type SimulatedAccount } from './simulated-account.js';

const billing_details = { name: 'Ada Lovelace', email: 'ada@example.com' };
const MINUTE = 60_000;

/** Time that passes when a test says so: nothing is slept for. */
function timer() {
  let now = 0;
  const waiting: { readonly at: number; readonly go: () => void }[] = [];
  return {
    wait: (ms: number): Promise<void> =>
      new Promise((go) => {
        waiting.push({ at: now + ms, go });
      }),
    pass: (ms: number): void => {
      now += ms;
      for (const { at, go } of waiting) if (at <= now) go();
    },
  };
}

async function sell({ stripe }: SimulatedAccount, currency: 'usd' | 'eur', type: 'us_bank_account' | 'sepa_debit') {
  const price = await stripe.prices.create({ currency, unit_amount: 5000, product_data: { name: 'Onboarding' } });
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'payment',
    line_items: [{ price: price.id, quantity: 1 }],
    allowed_payment_method_types: [type],
    customer_email: 'ada@example.com',
  });
}

/** Where the payment stands, as one line. */
async function outcome({ stripe }: SimulatedAccount, id: string): Promise<string> {
  const expand = ['payment_intent.latest_charge'];
  const { payment_intent: read } = await stripe.checkout.sessions.retrieve(id, { expand });
  const intent = read as Stripe.PaymentIntent;
  const charge = intent.latest_charge as Stripe.Charge | null;
  const why = intent.last_payment_error?.code;
  return [intent.status, ...(why === undefined ? [] : [why]), ...(charge?.disputed === true ? ['disputed'] : [])].join(
    ', ',
  );
}

describe('a US account that is typed and proven', () => {
  it.each([
    ['000123456789', 'succeeded'],
    ['000111111113', 'requires_payment_method, account_closed'],
    ['000000004954', 'requires_payment_method, card_declined'],
    ['000111111116', 'requires_payment_method, no_account'],
    ['000222222227', 'requires_payment_method, insufficient_funds'],
    ['000333333335', 'requires_payment_method, debit_not_authorized'],
    ['000444444440', 'requires_payment_method, bank_account_unusable'],
    ['000666666661', 'requires_payment_method, payment_method_microdeposit_failed'],
    ['000555555559', 'succeeded, disputed'],
    ['000000000009', 'processing'],
    ['000777777771', 'requires_payment_method, charge_exceeds_weekly_limit'],
  ])('%s: %s', async (account_number, expected) => {
    const { wait, pass } = timer();
    const account = openAccount({ wait });
    const session = await sell(account, 'usd', 'us_bank_account');
    const holder = { account_holder_type: 'individual', account_type: 'checking' } as const;
    await account.browse(session).confirm({
      expected_amount: 5000,
      payment_method_data: {
        type: 'us_bank_account',
        us_bank_account: { ...holder, account_number, routing_number: '110000000' },
        billing_details,
      },
    });
    pass(MINUTE);
    const { payment_intent: intent } = await account.stripe.checkout.sessions.retrieve(session.id);
    // Refused for the one whose deposits have come back, and for the one that is blocked.
    await account.stripe.paymentIntents
      .verifyMicrodeposits(String(intent), { descriptor_code: 'SM11AA' })
      .catch(() => undefined);
    pass(MINUTE);
    expect(await outcome(account, session.id)).toBe(expected);
  });
});

describe('an IBAN', () => {
  const generic = 'requires_payment_method, payment_method_provider_decline';
  it.each([
    ['AT611904300234573201', 'soon', 'succeeded'],
    ['DE89370400440532013000', 'soon', 'succeeded'],
    ['BE62510007547061', 'soon', 'succeeded'],
    ['FR1420041010050500013M02606', 'soon', 'succeeded'],
    ['NL39RABO0300065264', 'soon', 'succeeded'],
    ['AT321904300235473204', 'late', 'succeeded'],
    ['DE08370400440532013003', 'late', 'succeeded'],
    ['AT861904300235473202', 'soon', generic],
    ['DE62370400440532013001', 'soon', generic],
    ['AT051904300235473205', 'late', generic],
    ['DE78370400440532013004', 'late', generic],
    ['AT591904300235473203', 'soon', 'succeeded, disputed'],
    ['DE35370400440532013002', 'soon', 'succeeded, disputed'],
    ['AT981904300000343434', 'soon', 'requires_payment_method, charge_exceeds_source_limit'],
    ['DE65370400440000343434', 'soon', 'requires_payment_method, charge_exceeds_source_limit'],
    ['AT601904300000121212', 'soon', 'requires_payment_method, charge_exceeds_weekly_limit'],
    ['DE27370400440000121212', 'soon', 'requires_payment_method, charge_exceeds_weekly_limit'],
    ['AT981904300002222227', 'soon', 'requires_payment_method, insufficient_funds'],
    ['DE65370400440002222227', 'soon', 'requires_payment_method, insufficient_funds'],
  ])('%s, %s: %s', async (iban, when, expected) => {
    const { wait, pass } = timer();
    const account = openAccount({ wait });
    const session = await sell(account, 'eur', 'sepa_debit');
    await account.browse(session).confirm({
      expected_amount: 5000,
      payment_method_data: { type: 'sepa_debit', sepa_debit: { iban }, billing_details },
    });
    expect(await outcome(account, session.id)).toBe('processing');
    // Late ones take three minutes at least.
    pass(3 * MINUTE - 1);
    expect(await outcome(account, session.id)).toBe(when === 'late' ? 'processing' : expected);
    pass(1);
    expect(await outcome(account, session.id)).toBe(expected);
  });
});
