/** Confirmation tokens: what a page has collected, for its server to confirm an intent with, once. */
import { z } from 'zod';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { ConfirmationToken, PaymentIntent, SetupIntent } from '../stripe-types.js';
import { checkOneMethod, type Confirmation } from './intent-params.js';
import { methodTypes } from '../../wire/method-data.js';
import type { MethodRecord } from './method-record.js';
import type { TokenRecord } from './token-record.js';
import { makeTyped, toDetails, typedMethod } from './typed-method.js';

/** Stripe's tokens last about half a day. */
const lifetime = 12 * 3600;

const asked = {
  payment_method_data: typedMethod,
  return_url: text.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
};

function createToken(account: Account, params: z.output<z.ZodObject<typeof asked>>): ConfirmationToken {
  const { payment_method_data: data, return_url: url, setup_future_usage: usage } = params;
  if (url !== undefined && !URL.canParse(url)) {
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'return_url' });
  }
  const record = makeTyped(account, data, toDetails(data), { types: methodTypes, verification: 'automatic' });
  if (data.allow_redisplay) record.method.allow_redisplay = data.allow_redisplay;
  account.paymentMethods.delete(record.method.id);
  const { type, billing_details, allow_redisplay, card, us_bank_account, sepa_debit, ideal } = record.method;
  const token: ConfirmationToken = {
    id: makeId('ctoken'),
    object: 'confirmation_token',
    created: account.now(),
    expires_at: account.now() + lifetime,
    livemode: false,
    mandate_data: null,
    metadata: null,
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      type,
      billing_details,
      ...(allow_redisplay && { allow_redisplay }),
      customer: null,
      customer_account: null,
      ...(card && { card }),
      ...(us_bank_account && { us_bank_account }),
      ...(sepa_debit && { sepa_debit }),
      ...(ideal && { ideal }),
    },
    return_url: url ?? null,
    setup_future_usage: usage ?? null,
    setup_intent: null,
    shipping: null,
    use_stripe_sdk: true,
  };
  account.confirmationTokens.set(token.id, { token, method: record });
  return token;
}

/** What the page agreed to with the token stands in for what the server leaves out. */
export function withToken<P extends Confirmation>(account: Account, params: P): P {
  const { confirmation_token: id } = params;
  if (id === undefined) return params;
  checkOneMethod(params);
  const { token } = findToken(account, id);
  const { return_url: url, setup_future_usage: usage } = token;
  return {
    ...params,
    mandate_data: params.mandate_data ?? { customer_acceptance: { type: 'online' } },
    ...(params.return_url === undefined && url !== null && { return_url: url }),
    ...(usage !== null && { setup_future_usage: usage }),
  };
}

/** Uses the token up: its method is a payment method from now on. */
export function useToken(account: Account, intent: PaymentIntent | SetupIntent, id: string): MethodRecord {
  const { token, method } = findToken(account, id);
  if (!intent.payment_method_types.includes(method.method.type)) {
    throw invalidRequest(
      `The payment method type "${method.method.type}" of this ConfirmationToken is not offered for this payment.`,
      { param: 'confirmation_token' },
    );
  }
  account.paymentMethods.set(method.method.id, method);
  token.expires_at = null;
  if (intent.object === 'payment_intent') token.payment_intent = intent.id;
  else token.setup_intent = intent.id;
  return method;
}

function findToken(account: Account, id: string): TokenRecord {
  const record = account.confirmationTokens.get(id);
  if (!record) throw missingResource('confirmation_token', id, 'confirmation_token', 400);
  const { expires_at: end } = record.token;
  const why = end === null ? 'has already been used' : end <= account.now() ? 'has expired' : null;
  if (why !== null) {
    const message = `The ConfirmationToken ${id} ${why}. Create another one with stripe.createConfirmationToken().`;
    throw invalidRequest(message, { param: 'confirmation_token' });
  }
  return record;
}

export const confirmationTokenEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/confirmation_tokens', {
    caller: 'browser',
    params: asked,
    run: ({ account, params }) => createToken(account, params),
  }),
  endpoint('GET /v1/confirmation_tokens/:id', {
    run: ({ account, id }) => {
      const record = account.confirmationTokens.get(id);
      if (!record) throw missingResource('confirmation_token', id);
      return record.token;
    },
  }),
];
