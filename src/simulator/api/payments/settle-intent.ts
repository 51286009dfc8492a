/** What can happen to a PaymentIntent at once: challenged, paid, declined, not authenticated. */
import { ApiError } from '../http/api-error.js';
import type { StripeErrorFields } from '../http/error-fields.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { PaymentIntent } from '../stripe-types.js';
import { browserIntent } from './browser-intent.js';
import { cardErrorFields } from './card-error.js';
import { createCharge } from './create-charge.js';
import { disputeCharge } from './create-dispute.js';
import { declines, type Decline } from './declines.js';
import type { MethodRecord } from './method-record.js';

/** The decline of a card that is asked now, before any challenge. */
export function declineOf(record: MethodRecord): Decline | undefined {
  switch (record.kind) {
    case 'card':
      return record.card.needsCvc && !record.cvcGiven ? undefined : record.card.decline;
    case 'debit':
      return record.debit.blocked;
    case 'redirect':
      return undefined;
  }
}

/** Asks the customer's bank: the intent waits for the answer under the returned name. */
export function challengeIntent(account: Account, intent: PaymentIntent, { method }: MethodRecord): string {
  const source = makeId('payatt');
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.status = 'requires_action';
  intent.next_action = toChallenge(source);
  account.emit('payment_intent.requires_action', intent);
  return source;
}

/** As Stripe.js finds it on an intent. */
export const toChallenge = (
  source: string,
): Pick<NonNullable<PaymentIntent['next_action']>, 'type' | 'use_stripe_sdk'> => ({
  type: 'use_stripe_sdk',
  use_stripe_sdk: { type: 'stripe_3ds2_fingerprint', source },
});

/** Takes the money, or throws the decline and leaves the intent ready for another card. */
export function payIntent(
  account: Account,
  intent: PaymentIntent,
  method: MethodRecord,
  { decline, authenticated }: { decline: Decline | undefined; authenticated: boolean },
): void {
  if (!decline && method.kind === 'card') retryByItself(account, intent, method, authenticated);
  const charge = createCharge(account, { intent, record: method, decline, authenticated });
  intent.latest_charge = charge.id;
  intent.next_action = null;
  if (decline) {
    failIntent(account, intent, method, cardErrorFields(decline, { charge: charge.id }));
    account.emit('charge.failed', charge);
    throw new ApiError(
      402,
      cardErrorFields(decline, {
        charge: charge.id,
        payment_intent: browserIntent(intent),
        payment_method: method.method,
      }),
    );
  }
  intent.payment_method = method.method.id;
  intent.last_payment_error = null;
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  account.emit('charge.succeeded', charge);
  disputeCharge(account, charge, method);
  account.emit('payment_intent.succeeded', intent);
}

/** Adaptive Acceptance: the bank says no and is asked again at once. Who confirmed hears of the end only. */
function retryByItself(account: Account, intent: PaymentIntent, record: MethodRecord, authenticated: boolean): void {
  const times = account.retries;
  account.retries = 0;
  for (let time = 0; time < times; time += 1) {
    const charge = createCharge(account, { intent, record, decline: declines.generic, authenticated });
    account.emit('charge.failed', charge);
  }
}

/** The bank said no, or the customer closed the challenge. */
export function failChallenge(account: Account, intent: PaymentIntent, method: MethodRecord): ApiError {
  const fields = authenticationFailure('payment_intent');
  failIntent(account, intent, method, fields);
  return new ApiError(400, { ...fields, payment_intent: browserIntent(intent), payment_method: method.method });
}

/** Stripe's words for a challenge that was not passed. */
export function authenticationFailure(kind: 'payment_intent' | 'setup_intent'): StripeErrorFields {
  const code = `${kind}_authentication_failure`;
  return {
    type: 'invalid_request_error',
    code,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`,
  };
}

/** Back to where another method is wanted. */
export function failIntent(
  account: Account,
  intent: PaymentIntent,
  { method }: MethodRecord,
  fields: StripeErrorFields,
): void {
  const { payment_intent: _, setup_intent: __, payment_method: ___, ...error } = fields;
  intent.payment_method = null;
  intent.next_action = null;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = { ...error, payment_method: structuredClone(method) };
  account.emit('payment_intent.payment_failed', intent);
}
