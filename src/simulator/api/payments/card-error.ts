/** A refused card, or a debit that was blocked, as Stripe's 402. */
import { ApiError } from '../http/api-error.js';
import type { StripeErrorFields } from '../http/error-fields.js';
import type { Decline } from './declines.js';

type Beside = Pick<StripeErrorFields, 'charge' | 'payment_intent' | 'payment_method' | 'setup_intent'>;

export function cardErrorFields(decline: Decline, beside: Beside = {}): StripeErrorFields {
  const { code, decline_code: declineCode, message, param, advice_code, network_decline_code: network } = decline;
  return {
    type: 'card_error',
    code,
    ...(declineCode ? { decline_code: declineCode } : {}),
    message,
    ...(param ? { param } : {}),
    ...(advice_code ? { advice_code } : {}),
    ...(network ? { network_decline_code: network } : {}),
    doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`,
    ...beside,
  };
}

export const cardError = (decline: Decline, beside?: Beside): ApiError =>
  new ApiError(402, cardErrorFields(decline, beside));

/** Card data Stripe refuses before any bank is asked. */
export function badCardData(code: string, message: string, param: string): ApiError {
  const doc = `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`;
  return new ApiError(402, { type: 'card_error', code, message, param, doc_url: doc });
}
