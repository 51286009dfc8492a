/** The payment method of a confirmation: typed, saved, or the one that is on the intent already. */
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { Confirmation } from './intent-params.js';
import { useToken } from './confirmation-tokens.js';
import { findMethod } from './method-endpoints.js';
import type { MethodRecord } from './method-record.js';
import { offeredByIntent } from './offered-types.js';
import { makeTyped, toDetails } from './typed-method.js';

type AnyIntent = PaymentIntent | SetupIntent;

export function readMethod(account: Account, intent: AnyIntent, params: Confirmation): MethodRecord {
  const { payment_method: id, payment_method_data: data, confirmation_token: token } = params;
  if (token !== undefined) return useToken(account, intent, token);
  if (id !== undefined && data) {
    throw invalidRequest('You may only specify one of these parameters: payment_method, payment_method_data.', {
      param: 'payment_method',
    });
  }
  if (data) {
    const made = makeTyped(account, data, toDetails(data), offeredByIntent(intent));
    if (data.allow_redisplay) made.method.allow_redisplay = data.allow_redisplay;
    return made;
  }
  const known = id ?? (typeof intent.payment_method === 'string' ? intent.payment_method : undefined);
  if (known === undefined) throw missingMethod(intent);
  return findUsable(account, intent.customer, known);
}

/** A customer's method pays for that customer only. */
export function findUsable(account: Account, customer: AnyIntent['customer'], id: string): MethodRecord {
  const record = findMethod(account, id, 'payment_method');
  const owner = record.method.customer;
  if (owner === null || owner === customer) return record;
  throw invalidRequest(
    `The provided PaymentMethod cannot be attached. The PaymentMethod you provided belongs to a different customer, or the customer is not set. Please include the Customer in the \`customer\` parameter.`,
    { param: 'payment_method' },
  );
}

/** In the page the terms are shown and confirming accepts them; a server has to say that the customer did. */
export function needMandate(account: Account, params: Confirmation, caller: 'server' | 'browser'): void {
  if (caller === 'browser' || params.mandate_data) return;
  const known = params.payment_method === undefined ? undefined : account.paymentMethods.get(params.payment_method);
  // One that is attached has its mandate already.
  if (known?.method.customer != null) return;
  throw invalidRequest(
    'This PaymentIntent requires a mandate, but no existing mandate was found. Ensure the payment was created with one of these parameters: `mandate_data`, or confirm it from the page.',
    { code: 'payment_intent_mandate_invalid', param: 'mandate_data' },
  );
}

function missingMethod({ object }: AnyIntent): Error {
  const name = object === 'payment_intent' ? 'PaymentIntent' : 'SetupIntent';
  return invalidRequest(
    `You cannot confirm this ${name} because it's missing a payment method. You can either update the ${name} with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.`,
    { code: `${object}_unexpected_state` },
  );
}

/** Where redirect methods may be offered, a server has to say where they lead back to. */
export function checkReturnUrl(intent: AnyIntent, params: Confirmation, caller: 'server' | 'browser'): void {
  const { return_url: url } = params;
  if (url !== undefined && !URL.canParse(url))
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'return_url' });
  if (caller === 'browser' || url !== undefined) return;
  const automatic = intent.automatic_payment_methods;
  if (automatic?.enabled !== true || automatic.allow_redirects === 'never') return;
  const name = object(intent);
  throw invalidRequest(
    `This ${name} is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`,
    { param: 'return_url' },
  );
}

const object = (intent: AnyIntent): string => (intent.object === 'payment_intent' ? 'PaymentIntent' : 'SetupIntent');

/** Only Stripe's own frame may send a card. */
export function checkSender(params: Confirmation, caller: 'server' | 'browser'): void {
  if (caller === 'browser') return;
  if (params.client_context)
    throw invalidRequest('Received unknown parameter: client_context', {
      code: 'parameter_unknown',
      param: 'client_context',
    });
  if (params.payment_method_data) {
    throw invalidRequest(
      'Sending credit card numbers directly to the Stripe API is generally unsafe. Use a test PaymentMethod such as pm_card_visa.',
      { param: 'payment_method_data[card][number]' },
    );
  }
}
