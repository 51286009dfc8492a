/** Tries to pay a session's intent with a card: declined, challenged or paid. */
import type { SessionRecord } from '../checkout/session-record.js';
import { ApiError } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { PaymentIntent } from '../stripe-types.js';
import { browserIntent } from './browser-intent.js';
import { cardErrorFields } from './card-error.js';
import { createCharge } from './create-charge.js';
import { intentOf } from './create-intent.js';
import type { Decline } from './declines.js';
import type { MethodRecord } from './method-record.js';

/** The decline of a card that is asked now, before any challenge. */
export function declineOf({ card, cvcGiven }: MethodRecord): Decline | undefined {
  return card.needsCvc && !cvcGiven ? undefined : card.decline;
}

/** Asks the customer's bank: the intent waits for the answer under the returned name. */
export function startChallenge(account: Account, record: SessionRecord, method: MethodRecord): string {
  const source = makeId('payatt');
  if (record.session.amount_total === 0) return source;
  const intent = intentOf(account, record);
  intent.payment_method = method.method.id;
  intent.last_payment_error = null;
  intent.status = 'requires_action';
  intent.next_action = {
    type: 'use_stripe_sdk',
    use_stripe_sdk: { type: 'stripe_3ds2_fingerprint', source },
  };
  account.emit('payment_intent.requires_action', intent);
  return source;
}

/** Takes the money, or throws the decline and leaves the intent ready for another card. */
export function takePayment(
  account: Account,
  record: SessionRecord,
  method: MethodRecord,
  { decline, authenticated }: { decline: Decline | undefined; authenticated: boolean },
): void {
  const intent = intentOf(account, record);
  const charge = createCharge(account, { intent, record: method, decline, authenticated });
  intent.latest_charge = charge.id;
  intent.next_action = null;
  if (decline) {
    failIntent(account, intent, method, new ApiError(402, cardErrorFields(decline, { charge: charge.id })));
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
  account.emit('payment_intent.succeeded', intent);
}

/** The bank said no, or the customer closed the challenge. */
export function failAuthentication(account: Account, record: SessionRecord, method: MethodRecord): ApiError {
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.';
  const kind = record.session.amount_total === 0 ? 'setup_intent' : 'payment_intent';
  const code = `${kind}_authentication_failure`;
  const doc = `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`;
  const fields = { type: 'invalid_request_error', code, message, doc_url: doc } as const;
  if (kind === 'setup_intent') return new ApiError(400, { ...fields, payment_method: method.method });
  const intent = intentOf(account, record);
  failIntent(account, intent, method, new ApiError(400, fields));
  return new ApiError(400, { ...fields, payment_intent: browserIntent(intent), payment_method: method.method });
}

function failIntent(account: Account, intent: PaymentIntent, method: MethodRecord, error: ApiError): void {
  const { payment_intent: _, payment_method: __, ...fields } = error.fields;
  intent.payment_method = null;
  intent.next_action = null;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = { ...fields, payment_method: structuredClone(method.method) };
  account.emit('payment_intent.payment_failed', intent);
}
