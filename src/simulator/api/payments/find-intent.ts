/** Finds intents, and holds a browser to the client secret. */
import { ApiError, invalidRequest, missingResource } from '../http/api-error.js';
import type { Call } from '../http/endpoint.js';
import type { Account } from '../state/account.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import { browserIntent, browserSetupIntent } from './browser-intent.js';
import type { IntentState } from './intent-state.js';

type AnyIntent = PaymentIntent | SetupIntent;
type Kind = AnyIntent['object'];
type Asked = Pick<Call<{ client_secret?: string | undefined }>, 'account' | 'id' | 'caller' | 'params'>;

const names: Readonly<Record<Kind, string>> = { payment_intent: 'PaymentIntent', setup_intent: 'SetupIntent' };

export function findPaymentIntent(call: Asked): PaymentIntent {
  return checkSecret(call, call.account.paymentIntents.get(call.id), 'payment_intent');
}

export function findSetupIntent(call: Asked): SetupIntent {
  return checkSecret(call, call.account.setupIntents.get(call.id), 'setup_intent');
}

/** By its secret alone, as Stripe.js asks when it makes its fields. */
export const secretMismatch = (kind: Kind): ApiError =>
  new ApiError(400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `The client_secret provided does not match any associated ${names[kind]} on this account.`,
    param: 'client_secret',
  });

function checkSecret<T extends AnyIntent>({ id, caller, params }: Asked, intent: T | undefined, kind: Kind): T {
  const { client_secret: secret } = params;
  if (caller === 'server' && secret === undefined) {
    if (!intent) throw missingResource(kind, id);
    return intent;
  }
  if (secret === undefined) {
    const message = `Missing required param: client_secret.`;
    throw invalidRequest(message, { code: 'parameter_missing', param: 'client_secret' });
  }
  if (intent?.client_secret !== secret) throw secretMismatch(kind);
  return intent;
}

/** What Stripe knows of it beside what it shows. A session's intent has none, and takes no orders. */
export function stateOf(account: Account, { id }: AnyIntent): IntentState {
  const state = account.intentStates.get(id);
  if (state) return state;
  throw invalidRequest(
    'You cannot perform this action on PaymentIntents created by Checkout. Try expiring the Checkout Session instead.',
  );
}

/** As {@link stateOf}, for what only its maker may do: an invoice's intent is Billing's to change and to cancel. */
export function editableStateOf(account: Account, intent: AnyIntent, action: 'update' | 'cancel'): IntentState {
  const state = stateOf(account, intent);
  if (state.invoice === undefined) return state;
  throw invalidRequest(
    `You cannot ${action} this PaymentIntent because it was created by an Invoice. Change or void the Invoice (${state.invoice}) instead.`,
    { code: 'payment_intent_invalid_parameter' },
  );
}

/** A publishable key sees less. */
export function shown(call: Pick<Asked, 'caller'>, intent: AnyIntent): object {
  if (call.caller === 'server') return intent;
  return intent.object === 'payment_intent' ? browserIntent(intent) : browserSetupIntent(intent);
}

/** The intent has ended, or is under way. */
export function unexpectedState(intent: AnyIntent, action: string): ApiError {
  const name = names[intent.object];
  const why =
    intent.status === 'succeeded'
      ? `it has already succeeded after being previously confirmed`
      : `it has a status of ${intent.status}`;
  const fields = {
    type: 'invalid_request_error',
    code: `${intent.object}_unexpected_state`,
    message: `You cannot ${action} this ${name} because ${why}.`,
    doc_url: `https://docs.stripe.com/error-codes#${intent.object.replace('_', '-')}-unexpected-state`,
  } as const;
  return new ApiError(400, {
    ...fields,
    ...(intent.object === 'payment_intent'
      ? { payment_intent: browserIntent(intent) }
      : { setup_intent: browserSetupIntent(intent) }),
  });
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
export const isConfirmable = ({ status }: AnyIntent): boolean => confirmable.includes(status);
