/** Routes of SetupIntents. */
import { z } from 'zod';
import { findCustomer } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { listTable } from '../http/list-table.js';
import { createdWithin } from '../http/paginate.js';
import { created, emptyable, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import { own } from '../state/owned.js';
import type { SetupIntent } from '../stripe-types.js';
import { authenticateSetupIntent, confirmSetupIntent } from './confirm-setup-intent.js';
import { findSetupIntent, isConfirmable, shown, stateOf, unexpectedState } from './find-intent.js';
import {
  authenticateParams,
  checkConfirmed,
  checkOffered,
  confirmParams,
  createParams,
  toOffered,
} from './intent-params.js';
import { shownBankOptions } from './method-options.js';
import { toTypes } from './offered-types.js';
import { dropProof } from './proof.js';
import { findUsable } from './read-method.js';

const newIntent = { ...createParams, usage: z.enum(['off_session', 'on_session']).optional() };
const whole = z.object(newIntent);

/** A SetupIntent, stored. */
export function createSetupIntent(account: Account, params: z.output<typeof whole>): SetupIntent {
  checkOffered(params);
  const types = toTypes(
    { allowed: params.allowed_payment_method_types, excluded: params.excluded_payment_method_types },
    { currency: null, recurring: true },
  );
  const customer = params.customer === undefined ? null : findCustomer(account, params.customer, 'customer').id;
  const method = params.payment_method;
  const methodId = method === undefined ? null : findUsable(account, customer, method).method.id;
  const id = `seti_1${randomText(23)}`;
  const intent: SetupIntent = {
    id,
    object: 'setup_intent',
    ...toOffered(params),
    application: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(30)}`,
    created: account.now(),
    customer,
    customer_account: null,
    description: params.description ?? null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: applyMetadata(null, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: methodId,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
      ...shownBankOptions(types, params.payment_method_options),
    },
    payment_method_types: types,
    single_use_mandate: null,
    status: methodId === null ? 'requires_payment_method' : 'requires_confirmation',
    usage: params.usage ?? 'off_session',
  };
  account.setupIntents.set(id, intent);
  account.intentStates.set(id, { challenge: null });
  if (customer !== null) own(account, customer, id);
  account.emit('setup_intent.created', intent);
  return intent;
}

const path = '/v1/setup_intents' as const;

export const setupIntentEndpoints: readonly Endpoint[] = [
  endpoint(`GET ${path}`, {
    params: { ...pagination, created, customer: text.optional(), payment_method: text.optional() },
    run: ({ account, params, path: url }) => {
      const { customer, payment_method: method } = params;
      const recent = createdWithin(params.created);
      const where = (item: SetupIntent): boolean =>
        recent(item) &&
        (customer === undefined || item.customer === customer) &&
        (method === undefined || item.payment_method === method);
      return listTable(
        { table: account.setupIntents, read: (intent) => intent, where, object: 'setup_intent' },
        params,
        url,
      );
    },
  }),
  endpoint(`POST ${path}`, {
    params: newIntent,
    keepsRefused: true,
    run: ({ account, params }) => {
      const { confirm, confirmation_token, return_url, mandate_data } = params;
      checkConfirmed(params);
      const intent = createSetupIntent(account, params);
      const how = { confirmation_token, return_url, mandate_data };
      if (confirm) confirmSetupIntent(account, intent, how, 'server');
      return intent;
    },
  }),
  endpoint(`GET ${path}/:id`, {
    caller: 'any',
    params: { client_secret: text.optional() },
    run: (call) => shown(call, findSetupIntent(call)),
  }),
  endpoint(`POST ${path}/:id`, {
    params: {
      description: emptyable(text).optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params, id, caller }) => {
      const intent = findSetupIntent({ account, id, caller, params: {} });
      if (params.description !== undefined) intent.description = params.description;
      intent.metadata = applyMetadata(intent.metadata, params.metadata);
      return intent;
    },
  }),
  endpoint(`POST ${path}/:id/confirm`, {
    caller: 'any',
    exclusive: true,
    params: confirmParams,
    run: (call) => {
      const intent = findSetupIntent(call);
      confirmSetupIntent(call.account, intent, call.params, call.caller);
      return shown(call, intent);
    },
  }),
  endpoint(`POST ${path}/:id/authenticate`, {
    caller: 'browser',
    exclusive: true,
    params: authenticateParams,
    run: (call) => {
      const intent = findSetupIntent(call);
      authenticateSetupIntent(call.account, intent, call.params);
      return shown(call, intent);
    },
  }),
  endpoint(`POST ${path}/:id/cancel`, {
    params: { cancellation_reason: z.enum(['abandoned', 'duplicate', 'requested_by_customer']).optional() },
    run: ({ account, params, id, caller }) => {
      const intent = findSetupIntent({ account, id, caller, params: {} });
      const state = stateOf(account, intent);
      if (!isConfirmable(intent)) throw unexpectedState(intent, 'cancel');
      state.challenge = null;
      dropProof(account, intent);
      intent.status = 'canceled';
      intent.cancellation_reason = params.cancellation_reason ?? null;
      intent.next_action = null;
      account.emit('setup_intent.canceled', intent);
      return intent;
    },
  }),
];
