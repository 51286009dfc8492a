/** A PaymentIntent nobody has tried to pay yet. */
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import type { PaymentIntent } from '../stripe-types.js';

type Given = Pick<PaymentIntent, 'amount' | 'currency'> & Partial<PaymentIntent>;

/** Fills in what was not given as Stripe shows it. Stores nothing. */
export function toPaymentIntent(account: Account, given: Given): PaymentIntent {
  const id = `pi_3${randomText(23)}`;
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: account.now(),
    customer_account: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
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
    review: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
    customer: null,
    capture_method: 'automatic_async',
    description: null,
    metadata: {},
    receipt_email: null,
    setup_future_usage: null,
    statement_descriptor_suffix: null,
    ...given,
  };
}
