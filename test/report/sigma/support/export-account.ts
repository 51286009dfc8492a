/** Brings a simulated account's objects into rows as Sigma has them. Read through the API, as anybody could. */
import type Stripe from 'stripe';
import { toTimestamp, type Row, type Tables } from './open-tables.js';

async function all<T extends { readonly id: string }>(
  list: (page: { limit: number; starting_after?: string }) => Promise<Stripe.ApiList<T>>,
): Promise<T[]> {
  const items: T[] = [];
  for (let more = true; more;) {
    const last = items.at(-1)?.id;
    const page = await list({ limit: 100, ...(last !== undefined && { starting_after: last }) });
    items.push(...page.data);
    more = page.has_more;
  }
  return items;
}

const toId = (value: string | { readonly id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

/** All tables that the pack asks. */
export async function exportAccount(stripe: Stripe): Promise<Tables> {
  const sessions = await all((page) => stripe.checkout.sessions.list(page));
  const intents = await all((page) => stripe.paymentIntents.list(page));
  const charges = await all((page) => stripe.charges.list(page));
  const invoices = await all((page) => stripe.invoices.list(page));
  const subscriptions = await all((page) => stripe.subscriptions.list({ ...page, status: 'all' }));
  const payments = await all((page) => stripe.invoicePayments.list(page));
  const invoiceOf = new Map(payments.map(({ payment, invoice }) => [toId(payment.payment_intent), toId(invoice)]));
  return {
    checkout_sessions: sessions.map(toSession),
    payment_intents: intents.map((intent) => toIntent(intent, invoiceOf.get(intent.id) ?? null)),
    payment_intents_metadata: intents.flatMap(({ id, metadata }) =>
      Object.entries(metadata).map(([key, value]) => ({ payment_intent_id: id, key, value })),
    ),
    charges: charges.map(toCharge),
    invoices: invoices.map(toInvoice),
    subscription_items: subscriptions.flatMap(({ id, items }) => items.data.map((item) => toItem(id, item))),
  };
}

const toSession = (session: Stripe.Checkout.Session): Row => ({
  id: session.id,
  created: toTimestamp(session.created),
  status: session.status,
  mode: session.mode,
  currency: session.currency,
  customer_id: toId(session.customer),
  client_reference_id: session.client_reference_id,
  payment_intent_id: toId(session.payment_intent),
  invoice_id: toId(session.invoice),
  subscription_id: toId(session.subscription),
});

const toIntent = (intent: Stripe.PaymentIntent, invoice: string | null): Row => ({
  id: intent.id,
  created: toTimestamp(intent.created),
  status: intent.status,
  amount: intent.amount,
  currency: intent.currency,
  customer_id: toId(intent.customer),
  invoice_id: invoice,
  last_payment_error_type: intent.last_payment_error?.type ?? null,
});

const toCharge = (charge: Stripe.Charge): Row => ({
  id: charge.id,
  created: toTimestamp(charge.created),
  payment_intent: toId(charge.payment_intent),
  amount: charge.amount,
  currency: charge.currency,
  status: charge.status,
  outcome_type: charge.outcome?.type ?? null,
  outcome_reason: charge.outcome?.reason ?? null,
  failure_code: charge.failure_code,
});

const toInvoice = (invoice: Stripe.Invoice): Row => ({
  id: invoice.id,
  date: toTimestamp(invoice.created),
  amount_paid: invoice.amount_paid,
  status: invoice.status,
});

const toItem = (subscription: string, { id, price, quantity }: Stripe.SubscriptionItem): Row => ({
  id,
  subscription_id: subscription,
  price_id: price.id,
  price_nickname: price.nickname,
  price_recurring_interval: price.recurring?.interval ?? null,
  price_currency: price.currency,
  price_unit_amount: price.unit_amount,
  quantity: quantity ?? null,
});
