/** Payments whose bank takes them back, and what came of them. */
import type Stripe from 'stripe';
import { expect } from 'vitest';
import type { PaymentPageConfirm } from '../../../src/simulator/wire/payment-page.js';
import { all, openAccount, openPaymentSession, type SimulatedAccount } from './simulated-account.js';

/** Banks that answer as soon as nothing else is to be done. */
export const openMerchant = (): SimulatedAccount => openAccount({ wait: () => Promise.resolve() });

export const billing = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** Pays 20.00; tells which PaymentIntent it was. */
type Pay = (merchant: SimulatedAccount) => Promise<string>;

const payWith =
  (params: Partial<Stripe.PaymentIntentCreateParams>): Pay =>
  async ({ stripe }) =>
    (await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', confirm: true, ...params })).id;

const payByCard = (payment_method: string): Pay =>
  payWith({ payment_method, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } });

export const payByAccount = payWith({
  payment_method: 'pm_usBankAccount_dispute',
  allowed_payment_method_types: ['us_bank_account'],
  mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
});

/** In the form of a session, where IBANs are typed. */
export const payByIban =
  (iban: string): Pay =>
  async ({ stripe, browse }) => {
    const price = await stripe.prices.create({ currency: 'eur', unit_amount: 2000, product_data: { name: 'Credits' } });
    const { id } = await openAndConfirm(
      { stripe, browse },
      { line_items: [{ price: price.id, quantity: 1 }], allowed_payment_method_types: ['sepa_debit'] },
      { type: 'sepa_debit', sepa_debit: { iban }, billing_details: billing },
    );
    const session = await stripe.checkout.sessions.retrieve(id);
    return String(session.payment_intent);
  };

/** Pays a session from its page. */
export async function openAndConfirm(
  { stripe, browse }: Pick<SimulatedAccount, 'stripe' | 'browse'>,
  params: Partial<Stripe.Checkout.SessionCreateParams>,
  payment_method_data: NonNullable<PaymentPageConfirm['payment_method_data']>,
): Promise<Stripe.Checkout.Session> {
  const session = await openPaymentSession(stripe, { customer_email: billing.email, ...params });
  const { error } = await browse(session).confirm({ expected_amount: 2000, payment_method_data });
  expect(error).toBeUndefined();
  return session;
}

/** The one dispute that came of a payment. */
export async function dispute(merchant: SimulatedAccount, pay: Pay): Promise<Stripe.Dispute> {
  const intent = await pay(merchant);
  await merchant.simulator.settled();
  const { data } = await merchant.stripe.disputes.list({ payment_intent: intent });
  expect(data).toHaveLength(1);
  const [made] = data;
  if (!made) throw new Error('There is no dispute.');
  return made;
}
export const byCard = (merchant: SimulatedAccount, method = 'pm_card_createDispute') =>
  dispute(merchant, payByCard(method));

export const types = async ({ stripe }: SimulatedAccount): Promise<string[]> =>
  (await all(stripe.events.list({ limit: 100 }))).map(({ type }) => type).reverse();
