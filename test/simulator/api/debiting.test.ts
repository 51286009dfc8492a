/** Bank debits: linked or typed accounts, proofs, and what becomes of the money days later. */
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { monthlyPrice, openAccount, type SimulatedAccount } from './simulated-account.js';

const billing = { name: 'Ada Lovelace', email: 'ada@example.com' };
const linked = (outcome: string) =>
  ({
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: 'individual',
      account_type: 'checking',
      financial_connections_account: `fca_test_${outcome}`,
    },
    billing_details: billing,
  }) as const;
const typed = (account_number: string, account_type: 'checking' | 'savings' = 'checking') =>
  ({
    type: 'us_bank_account',
    us_bank_account: { account_holder_type: 'individual', account_type, account_number, routing_number: '110000000' },
    billing_details: billing,
  }) as const;

/** Banks whose work is done as soon as they are released. */
const open = (): SimulatedAccount => {
  const account = openAccount({ wait: () => Promise.resolve() });
  account.simulator.debits.hold(account.name);
  return account;
};

async function sell(
  { stripe }: SimulatedAccount,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 5000,
    product_data: { name: 'Onboarding' },
  });
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'payment',
    line_items: [{ price: price.id, quantity: 1 }],
    allowed_payment_method_types: ['card', 'us_bank_account'],
    customer_email: 'ada@example.com',
    ...more,
  });
}

type PaymentMethodData = ReturnType<typeof linked> | ReturnType<typeof typed>;
async function pay(account: SimulatedAccount, session: Stripe.Checkout.Session, data: PaymentMethodData) {
  const amount = session.amount_total ?? 0;
  return account.browse(session).confirm({ expected_amount: amount, payment_method_data: data });
}

async function read({ stripe }: SimulatedAccount, id: string) {
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  return { session, intent, charge: intent.latest_charge as Stripe.Charge | null };
}

const types = async ({ stripe }: SimulatedAccount): Promise<string[]> =>
  (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();

it('completes a session with the money on its way, and tells when it has arrived', async () => {
  const account = open();
  const session = await sell(account);
  const { page } = await pay(account, session, linked('success'));
  expect(page?.session.status).toEqual({ type: 'complete', paymentStatus: 'unpaid' });
  const before = await read(account, session.id);
  expect(before.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(before.intent).toMatchObject({ status: 'processing', amount_received: 0 });
  expect(before.charge).toMatchObject({ status: 'pending', paid: false });
  const mandate = before.charge?.payment_method_details?.us_bank_account?.mandate;
  expect(await account.stripe.mandates.retrieve(String(mandate))).toMatchObject({
    status: 'active',
    type: 'single_use',
  });

  account.simulator.debits.release(account.name);
  const after = await read(account, session.id);
  expect(after.session.payment_status).toBe('paid');
  expect(after.intent).toMatchObject({ status: 'succeeded', amount_received: 5000 });
  expect(after.charge).toMatchObject({ status: 'succeeded', paid: true });
  expect(await types(account)).toEqual([
    'product.created',
    'price.created',
    'payment_intent.created',
    'charge.pending',
    'payment_intent.processing',
    'checkout.session.completed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.async_payment_succeeded',
  ]);
});

it.each([
  ['accountClosed', 'account_closed'],
  ['noAccount', 'no_account'],
  ['insufficientFunds', 'insufficient_funds'],
  ['debitNotAuthorized', 'debit_not_authorized'],
  ['weeklyLimitExceeded', 'charge_exceeds_weekly_limit'],
])('brings the debit back: %s', async (outcome, code) => {
  const account = open();
  const session = await sell(account);
  await pay(account, session, linked(outcome));
  account.simulator.debits.release(account.name);
  const { session: after, intent, charge } = await read(account, session.id);
  expect(after).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(intent).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code } });
  expect(charge).toMatchObject({ status: 'failed', failure_code: code });
  expect((await types(account)).at(-1)).toBe('checkout.session.async_payment_failed');
});

it('never ends a debit that stays under way, and blocks a risky one at once', async () => {
  const account = open();
  const first = await sell(account);
  await pay(account, first, linked('processing'));
  account.simulator.debits.release(account.name);
  expect((await read(account, first.id)).intent.status).toBe('processing');
  const second = await sell(account);
  const { status, error } = await pay(account, second, linked('riskLevelHighest'));
  expect({ status, type: error?.type }).toEqual({ status: 402, type: 'card_error' });
  expect((await account.stripe.checkout.sessions.retrieve(second.id)).status).toBe('open');
});

it('keeps a subscription active while its first debit is under way; past due when it comes back', async () => {
  const account = open();
  const price = await monthlyPrice(account.stripe);
  const sold: Partial<Stripe.Checkout.SessionCreateParams> = {
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 1 }],
  };
  const arrives = await sell(account, sold);
  const returns = await sell(account, sold);
  await pay(account, arrives, linked('success'));
  await pay(account, returns, linked('insufficientFunds'));
  const look = async (id: string) => {
    const session = await account.stripe.checkout.sessions.retrieve(id, { expand: ['subscription', 'invoice'] });
    const { status } = session.subscription as Stripe.Subscription;
    const invoice = session.invoice as Stripe.Invoice;
    return [session.payment_status, status, invoice.status, invoice.amount_remaining];
  };
  expect(await look(arrives.id)).toEqual(['unpaid', 'active', 'open', 1000]);
  account.simulator.debits.release(account.name);
  expect(await look(arrives.id)).toEqual(['paid', 'active', 'paid', 0]);
  expect(await look(returns.id)).toEqual(['unpaid', 'past_due', 'open', 1000]);
});

it('wants a typed account proven, with a code or two amounts', async () => {
  const account = open();
  const code = await sell(account);
  const amounts = await sell(account);
  await pay(account, code, typed('000123456789'));
  await pay(account, amounts, typed('000123456789', 'savings'));
  const { intent } = await read(account, code.id);
  expect(intent).toMatchObject({
    status: 'requires_action',
    next_action: {
      type: 'verify_with_microdeposits',
      verify_with_microdeposits: { microdeposit_type: 'descriptor_code' },
    },
  });
  const other = (await read(account, amounts.id)).intent;
  const verify = (id: string, told: Stripe.PaymentIntentVerifyMicrodepositsParams) =>
    account.stripe.paymentIntents.verifyMicrodeposits(id, told);
  await expect(verify(intent.id, { descriptor_code: 'SM99ZZ' })).rejects.toMatchObject({
    code: 'payment_method_microdeposit_verification_descriptor_code_mismatch',
  });
  await expect(verify(other.id, { amounts: [1, 2] })).rejects.toMatchObject({
    code: 'payment_method_microdeposit_verification_amounts_mismatch',
  });
  expect(await verify(intent.id, { descriptor_code: 'SM11AA' })).toMatchObject({ status: 'processing' });
  expect(await verify(other.id, { amounts: [32, 45] })).toMatchObject({ status: 'processing' });
  account.simulator.debits.release(account.name);
  expect((await read(account, amounts.id)).session.payment_status).toBe('paid');
});

it.each([
  [{ descriptor_code: 'SM33CC' }, 'attempts_exceeded', 'checking'],
  [{ descriptor_code: 'SM44DD' }, 'timeout', 'checking'],
  [{ amounts: [10, 11] }, 'attempts_exceeded', 'savings'],
  [{ amounts: [40, 41] }, 'timeout', 'savings'],
] as const)('gives up on %j', async (told, reason, type) => {
  const account = open();
  const session = await sell(account);
  await pay(account, session, typed('000123456789', type));
  const { intent } = await read(account, session.id);
  const params = 'amounts' in told ? { amounts: [...told.amounts] } : told;
  await expect(account.stripe.paymentIntents.verifyMicrodeposits(intent.id, params)).rejects.toMatchObject({
    code: `payment_method_microdeposit_verification_${reason}`,
  });
  const after = await read(account, session.id);
  expect(after.intent.status).toBe('requires_payment_method');
  expect((await types(account)).at(-1)).toBe('checkout.session.async_payment_failed');
});

it('counts wrong codes, and gives up after ten', async () => {
  const account = open();
  const session = await sell(account);
  await pay(account, session, typed('000123456789'));
  const { intent } = await read(account, session.id);
  const codes: string[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    await account.stripe.paymentIntents
      .verifyMicrodeposits(intent.id, { descriptor_code: 'SM00AA' })
      .catch((error: unknown) => codes.push((error as Stripe.errors.StripeError).code ?? ''));
  }
  expect(codes.at(-2)).toMatch(/mismatch$/);
  expect(codes.at(-1)).toMatch(/attempts_exceeded$/);
});

it('fails when the deposits cannot be sent', async () => {
  const account = open();
  const session = await sell(account);
  await pay(account, session, typed('000666666661'));
  account.simulator.debits.release(account.name);
  const { intent } = await read(account, session.id);
  expect(intent.last_payment_error?.code).toBe('payment_method_microdeposit_failed');
});

it('proves an account on the hosted page', async () => {
  const account = open();
  const session = await sell(account);
  await pay(account, session, typed('000123456789'));
  const { intent } = await read(account, session.id);
  const url = intent.next_action?.verify_with_microdeposits?.hosted_verification_url ?? '';
  const visit = (code?: string) =>
    account.simulator.fetch(
      new Request(url, code === undefined ? {} : { method: 'POST', body: new URLSearchParams({ code }) }),
    );
  expect(await (await visit()).text()).toContain('ending in');
  const wrong = await visit('SM00AA');
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('9 attempts left')]);
  expect((await visit('SM11AA')).status).toBe(200);
  expect((await read(account, session.id)).intent.status).toBe('processing');
  expect((await visit()).status).toBe(404);
});

it('refuses typed numbers where an account has to be linked, other numbers, and other currencies', async () => {
  const account = open();
  const instant = await sell(account, {
    payment_method_options: { us_bank_account: { verification_method: 'instant' } },
  });
  expect(instant.payment_method_types).toEqual(['card', 'us_bank_account']);
  expect((await pay(account, instant, typed('000123456789'))).error?.message).toContain('`instant`');
  const automatic = await sell(account);
  expect((await pay(account, automatic, typed('123456789'))).error?.code).toBe('account_number_invalid');
  await expect(sell(account, { allowed_payment_method_types: ['card', 'sepa_debit'] })).rejects.toThrow('eur');
  const cardsOnly = await sell(account, { allowed_payment_method_types: ['card'] });
  expect((await pay(account, cardsOnly, linked('success'))).error?.param).toBe('payment_method_data[type]');
});

it('debits an intent of a server’s own, and keeps an account with a SetupIntent', async () => {
  const account = open();
  const { stripe } = account;
  const mandate_data = { customer_acceptance: { type: 'offline', offline: {} } } as const;
  const create = { amount: 5000, currency: 'usd', allowed_payment_method_types: ['us_bank_account'] };
  const intent = await stripe.paymentIntents.create(create);
  const confirm = { payment_method: 'pm_usBankAccount_success' };
  await expect(stripe.paymentIntents.confirm(intent.id, confirm)).rejects.toMatchObject({
    code: 'payment_intent_mandate_invalid',
  });
  expect(await stripe.paymentIntents.confirm(intent.id, { ...confirm, mandate_data })).toMatchObject({
    status: 'processing',
  });
  account.simulator.debits.release(account.name);
  expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');

  const customer = await stripe.customers.create(billing);
  const setup = await stripe.setupIntents.create({
    customer: customer.id,
    allowed_payment_method_types: ['us_bank_account'],
  });
  const kept = await stripe.setupIntents.confirm(setup.id, { ...confirm, mandate_data });
  expect(kept.status).toBe('succeeded');
  const { data } = await stripe.paymentMethods.list({ customer: customer.id, type: 'us_bank_account' });
  expect(data).toMatchObject([{ id: kept.payment_method, us_bank_account: { last4: '6789' } }]);
});
