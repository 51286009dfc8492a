/** What Stripe.js asks when it makes fields for an intent, or for one that is still to come. */
import { z } from 'zod';
import type { ElementsSession, IntentKind } from '../../wire/intents.js';
import { elementsSessionPath } from '../../wire/intents.js';
import { shownMethods } from '../customers/customer-sessions.js';
import { isCurrency } from '../catalog/currencies.js';
import { ApiError, invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { currencyCode, integer, text } from '../http/params.js';
import { toSavedMethods } from '../page/saved-methods.js';
import type { Account } from '../state/account.js';
import { browserIntent, browserSetupIntent } from './browser-intent.js';
import { isConfirmable, secretMismatch } from './find-intent.js';
import { detach } from './method-endpoints.js';
import { offeredByIntent, type Offered } from './offered-types.js';

const deferred = z.strictObject({
  mode: z.enum(['payment', 'setup', 'subscription']),
  amount: integer.optional(),
  currency: currencyCode.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
});

export const elementsEndpoints: readonly Endpoint[] = [
  endpoint(`GET ${elementsSessionPath}`, {
    caller: 'browser',
    params: {
      type: z.enum(['payment_intent', 'setup_intent', 'deferred_intent']),
      client_secret: text.optional(),
      deferred_intent: deferred.optional(),
      customer_session_client_secret: text.optional(),
    },
    run: ({ account, params }) => {
      if (params.type === 'deferred_intent') return toSession(null, checkDeferred(params.deferred_intent));
      const { client_secret: intent = '', customer_session_client_secret: secret } = params;
      const opened = openIntent(account, params.type, intent);
      return secret === undefined ? opened : { ...opened, ...toSaved(account, secret, intent) };
    },
  }),
  endpoint('POST /v1/elements/payment_methods/:id/remove', {
    caller: 'browser',
    params: { client_secret: text, customer_session_client_secret: text },
    run: ({ account, params, id }) => {
      const { client_secret: intent, customer_session_client_secret: secret } = params;
      const opened = openIntent(account, kindOf(intent), intent);
      const { methods, removes } = shownMethods(account, secret, customerOf(account, intent));
      const found = methods.find(({ method }) => method.id === id);
      if (!removes) throw invalidRequest('Payment methods cannot be removed with this customer session.');
      if (!found) throw missingResource('payment_method', id, 'id', 400);
      detach(account, found.method);
      return { ...opened, ...toSaved(account, secret, intent) };
    },
  }),
];

const kindOf = (secret: string): IntentKind => (secret.startsWith('seti_') ? 'setup_intent' : 'payment_intent');

function customerOf(account: Account, secret: string): unknown {
  const [id = ''] = secret.split('_secret_');
  return (account.paymentIntents.get(id) ?? account.setupIntents.get(id))?.customer;
}

type Saved = Pick<ElementsSession, 'saved_payment_methods' | 'payment_method_remove'>;

function toSaved(account: Account, secret: string, intent: string): Saved {
  const { methods, removes } = shownMethods(account, secret, customerOf(account, intent));
  return { saved_payment_methods: toSavedMethods(methods), ...(removes && { payment_method_remove: 'enabled' }) };
}

const toSession = (
  intent: ElementsSession['intent'],
  mode: ElementsSession['mode'],
  { types, verification }: Offered = { types: ['card'], verification: 'automatic' },
): ElementsSession => ({
  object: 'elements_session',
  intent,
  mode,
  payment_method_types: types,
  bank_verification: verification,
});

function openIntent(account: Account, kind: 'payment_intent' | 'setup_intent', secret: string): ElementsSession {
  const [id = ''] = secret.split('_secret_');
  const intent = kind === 'payment_intent' ? account.paymentIntents.get(id) : account.setupIntents.get(id);
  if (intent?.client_secret !== secret) throw secretMismatch(kind);
  if (!isConfirmable(intent)) {
    const name = kind === 'payment_intent' ? 'PaymentIntent' : 'SetupIntent';
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: `${kind}_unexpected_state`,
      message: `This ${name} is in a terminal state and cannot be used to initialize Elements. Avoid rendering Elements in this state, or create a new ${name} if intending to collect new payment details.`,
    });
  }
  const offered = offeredByIntent(intent);
  return intent.object === 'payment_intent'
    ? toSession(
        browserIntent(intent) as ElementsSession['intent'],
        intent.setup_future_usage ? 'setup' : 'payment',
        offered,
      )
    : toSession(browserSetupIntent(intent) as ElementsSession['intent'], 'setup', offered);
}

function checkDeferred(asked: z.output<typeof deferred> | undefined): ElementsSession['mode'] {
  if (!asked) {
    throw invalidRequest('Missing required param: deferred_intent.', {
      code: 'parameter_missing',
      param: 'deferred_intent',
    });
  }
  const { mode, amount, currency, setup_future_usage: usage } = asked;
  if (currency !== undefined && !isCurrency(currency)) {
    throw invalidRequest(`Invalid currency: ${currency}.`, { param: 'deferred_intent[currency]' });
  }
  for (const [name, value] of mode === 'setup' ? [] : Object.entries({ amount, currency })) {
    if (value !== undefined) continue;
    const param = `deferred_intent[${name}]`;
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  return mode === 'payment' && usage !== undefined ? 'setup' : mode;
}
