/** Routes of PaymentIntents: those a server makes, and those of sessions, which can only be read. */
import { z } from 'zod';
import { greatestAmount, isCurrency, leastCharge } from '../catalog/currencies.js';
import { findCustomer } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { listTable } from '../http/list-table.js';
import { createdWithin } from '../http/paginate.js';
import {
  created,
  currencyCode,
  email,
  emptyable,
  flag,
  integer,
  metadata,
  pagination,
  text,
  textUpTo,
} from '../http/params.js';
import { amountFormatter } from '../page/format-amount.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { PaymentIntent } from '../stripe-types.js';
import { authenticateIntent, confirmIntent } from './confirm-intent.js';
import { editableStateOf, findPaymentIntent, isConfirmable, shown, unexpectedState } from './find-intent.js';
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
import { toPaymentIntent } from './to-payment-intent.js';

const usage = z.enum(['off_session', 'on_session']);
const newIntent = {
  ...createParams,
  amount: integer,
  currency: currencyCode,
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  off_session: flag.optional(),
  receipt_email: email.optional(),
  setup_future_usage: usage.optional(),
  statement_descriptor_suffix: textUpTo(22).optional(),
};
const whole = z.object(newIntent);

/** A PaymentIntent of a server's own, stored. */
export function createPaymentIntent(account: Account, params: z.output<typeof whole>): PaymentIntent {
  checkOffered(params);
  if (params.capture_method === 'manual') throw notSimulated('capture_method', 'capture_method: manual');
  checkAmount(params.amount, params.currency);
  const types = toTypes(
    { allowed: params.allowed_payment_method_types, excluded: params.excluded_payment_method_types },
    { currency: params.currency, recurring: params.setup_future_usage === 'off_session' },
  );
  const customer = params.customer === undefined ? null : findCustomer(account, params.customer, 'customer').id;
  const method = params.payment_method;
  const methodId = method === undefined ? null : findUsable(account, customer, method).method.id;
  const intent = toPaymentIntent(account, {
    ...toOffered(params),
    amount: params.amount,
    currency: params.currency,
    customer,
    capture_method: params.capture_method ?? 'automatic_async',
    description: params.description ?? null,
    metadata: applyMetadata(null, params.metadata),
    payment_method: methodId,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
      ...shownBankOptions(types, params.payment_method_options),
    },
    payment_method_types: types,
    receipt_email: params.receipt_email ?? null,
    setup_future_usage: params.setup_future_usage ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: methodId === null ? 'requires_payment_method' : 'requires_confirmation',
  });
  account.paymentIntents.set(intent.id, intent);
  account.intentStates.set(intent.id, { challenge: null });
  if (customer !== null) own(account, customer, intent.id);
  account.emit('payment_intent.created', intent);
  return intent;
}

function checkAmount(amount: number, currency: string): void {
  if (!isCurrency(currency)) throw invalidRequest(`Invalid currency: ${currency}.`, { param: 'currency' });
  if (amount < 1) {
    const message = 'This value must be greater than or equal to 1.';
    throw invalidRequest(message, { code: 'parameter_invalid_integer', param: 'amount' });
  }
  if (amount > greatestAmount) {
    const most = amountFormatter(currency, null)(greatestAmount).amount;
    throw invalidRequest(`Amount must be no more than ${most}`, { code: 'amount_too_large', param: 'amount' });
  }
  const least = leastCharge[currency] ?? 0;
  if (amount >= least) return;
  const shownLeast = amountFormatter(currency, null)(least).amount;
  throw invalidRequest(`Amount must be at least ${shownLeast} ${currency}`, {
    code: 'amount_too_small',
    param: 'amount',
  });
}

const itself = <T>(object: T): T => object;
const path = '/v1/payment_intents' as const;

export const intentEndpoints: readonly Endpoint[] = [
  endpoint(`GET ${path}`, {
    params: { ...pagination, created, customer: text.optional() },
    run: ({ account, params, path: url }) => {
      const recent = createdWithin(params.created);
      const where = (item: PaymentIntent): boolean =>
        recent(item) && (params.customer === undefined || item.customer === params.customer);
      return listTable({ table: account.paymentIntents, read: itself, where, object: 'payment_intent' }, params, url);
    },
  }),
  endpoint(`POST ${path}`, {
    params: newIntent,
    keepsRefused: true,
    run: ({ account, params }) => {
      const { confirm, confirmation_token, off_session, return_url, mandate_data } = params;
      checkConfirmed(params);
      const intent = createPaymentIntent(account, params);
      const how = { confirmation_token, off_session, return_url, mandate_data };
      if (confirm) confirmIntent(account, intent, how, 'server');
      return intent;
    },
  }),
  endpoint(`GET ${path}/:id`, {
    caller: 'any',
    params: { client_secret: text.optional() },
    run: (call) => shown(call, findPaymentIntent(call)),
  }),
  endpoint(`POST ${path}/:id`, {
    params: {
      amount: integer.optional(),
      currency: currencyCode.optional(),
      customer: text.optional(),
      description: emptyable(text).optional(),
      metadata: emptyable(metadata).optional(),
      payment_method: text.optional(),
      receipt_email: emptyable(email).optional(),
      setup_future_usage: emptyable(usage).optional(),
    },
    run: ({ account, params, id, caller }) => {
      const intent = findPaymentIntent({ account, id, caller, params: {} });
      editableStateOf(account, intent, 'update');
      return updateIntent(account, intent, params);
    },
  }),
  endpoint(`POST ${path}/:id/confirm`, {
    caller: 'any',
    exclusive: true,
    params: {
      ...confirmParams,
      off_session: flag.optional(),
      receipt_email: emptyable(email).optional(),
      setup_future_usage: emptyable(usage).optional(),
    },
    run: (call) => {
      const intent = findPaymentIntent(call);
      confirmIntent(call.account, intent, call.params, call.caller);
      return shown(call, intent);
    },
  }),
  endpoint(`POST ${path}/:id/authenticate`, {
    caller: 'browser',
    exclusive: true,
    params: authenticateParams,
    run: (call) => {
      const intent = findPaymentIntent(call);
      authenticateIntent(call.account, intent, call.params);
      return shown(call, intent);
    },
  }),
  endpoint(`POST ${path}/:id/cancel`, {
    params: {
      cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    },
    run: ({ account, params, id, caller }) => {
      const intent = findPaymentIntent({ account, id, caller, params: {} });
      const state = editableStateOf(account, intent, 'cancel');
      if (!isConfirmable(intent)) throw unexpectedState(intent, 'cancel');
      state.challenge = null;
      dropProof(account, intent);
      intent.status = 'canceled';
      intent.canceled_at = account.now();
      intent.cancellation_reason = params.cancellation_reason ?? null;
      intent.next_action = null;
      account.emit('payment_intent.canceled', intent);
      return intent;
    },
  }),
];

interface Changes {
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  readonly customer?: string | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: Record<string, string> | null | undefined;
  readonly payment_method?: string | undefined;
  readonly receipt_email?: string | null | undefined;
  readonly setup_future_usage?: 'off_session' | 'on_session' | null | undefined;
}

/** After success only what describes it may still be changed. */
function updateIntent(account: Account, intent: PaymentIntent, params: Changes): PaymentIntent {
  const { description, metadata: labels, receipt_email: receipt, payment_method: method, ...money } = params;
  const deep = Object.values(money).some((value) => value !== undefined) || method !== undefined;
  if (deep && !isConfirmable(intent)) throw unexpectedState(intent, 'update');
  if (money.amount !== undefined || money.currency !== undefined) {
    checkAmount(money.amount ?? intent.amount, money.currency ?? intent.currency);
  }
  if (money.customer !== undefined) {
    const customer = findCustomer(account, money.customer, 'customer').id;
    if (intent.customer !== null && intent.customer !== customer) {
      throw invalidRequest('You cannot modify `customer` on a PaymentIntent once it already has been set.', {
        param: 'customer',
      });
    }
    intent.customer = customer;
    own(account, customer, intent.id);
  }
  if (method !== undefined) {
    intent.payment_method = findUsable(account, intent.customer, method).method.id;
    intent.status = 'requires_confirmation';
  }
  if (money.amount !== undefined) intent.amount = money.amount;
  if (money.currency !== undefined) intent.currency = money.currency;
  if (money.setup_future_usage !== undefined) intent.setup_future_usage = money.setup_future_usage;
  if (description !== undefined) intent.description = description;
  if (receipt !== undefined) intent.receipt_email = receipt;
  intent.metadata = applyMetadata(intent.metadata, labels);
  return intent;
}
