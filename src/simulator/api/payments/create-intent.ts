/** The PaymentIntent of a session, made at the first attempt and kept through failed ones. */
import type { SessionRecord } from '../checkout/session-record.js';
import { applyMetadata } from '../http/apply-metadata.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { PaymentIntent } from '../stripe-types.js';

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

function toIntent(account: Account, record: SessionRecord, amount: number): PaymentIntent {
  const { session, paymentIntentData: data } = record;
  const id = `pi_3${randomText(23)}`;
  // Nothing of `subscription_data` reaches the intent: its metadata stays empty in subscription mode.
  const subscription = session.mode === 'subscription';
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: data.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: account.now(),
    currency: session.currency ?? '',
    customer: session.customer,
    customer_account: null,
    description: data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: applyMetadata(null, data.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    review: null,
    setup_future_usage: subscription ? 'off_session' : (data.setup_future_usage ?? null),
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}
