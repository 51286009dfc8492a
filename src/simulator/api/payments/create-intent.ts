/** The PaymentIntent of a session, made at the first attempt and kept through failed ones. */
import type { SessionRecord } from '../checkout/session-record.js';
import { applyMetadata } from '../http/apply-metadata.js';
import type { Account } from '../state/account.js';
import type { PaymentIntent } from '../stripe-types.js';
import { toPaymentIntent } from './to-payment-intent.js';

/** Brings the intent up to the session: a total changed between attempts is the one charged. */
export function intentOf(account: Account, record: SessionRecord): PaymentIntent {
  const { session } = record;
  const amount = session.amount_total ?? 0;
  const current = record.intentId === null ? undefined : account.paymentIntents.get(record.intentId);
  if (current) {
    current.amount = amount;
    return current;
  }
  const intent = toIntent(account, record, amount);
  account.paymentIntents.set(intent.id, intent);
  record.intentId = intent.id;
  if (session.mode === 'payment') session.payment_intent = intent.id;
  account.emit('payment_intent.created', intent);
  return intent;
}

/** Nothing of `subscription_data` reaches the intent: its metadata stays empty in subscription mode. */
const toIntent = (
  account: Account,
  { session, paymentIntentData: data }: SessionRecord,
  amount: number,
): PaymentIntent =>
  toPaymentIntent(account, {
    amount,
    currency: session.currency ?? '',
    customer: session.customer,
    capture_method: data.capture_method ?? 'automatic_async',
    description: data.description ?? null,
    payment_method_types: session.payment_method_types,
    metadata: applyMetadata(null, data.metadata),
    receipt_email: data.receipt_email ?? null,
    setup_future_usage: session.mode === 'subscription' ? 'off_session' : (data.setup_future_usage ?? null),
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
  });
