/** Keeps a card or a bank account for later charges: confirmed from a server or from the page, challenged where the bank wants it. */
import { ApiError, notSimulated } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { SetupIntent } from '../stripe-types.js';
import { attachMethod } from './attach-method.js';
import { browserSetupIntent } from './browser-intent.js';
import { cardErrorFields } from './card-error.js';
import { compareContext } from './compare-context.js';
import { withToken } from './confirmation-tokens.js';
import { takeChallenge } from './confirm-intent.js';
import { isConfirmable, stateOf, unexpectedState } from './find-intent.js';
import type { Confirmation } from './intent-params.js';
import { createMandate } from './mandates.js';
import type { DebitRecord, MethodRecord } from './method-record.js';
import { askForProof, dropProof } from './proof.js';
import { checkReturnUrl, checkSender, needMandate, readMethod } from './read-method.js';
import { authenticationFailure, declineOf, toChallenge } from './settle-intent.js';

export function confirmSetupIntent(
  account: Account,
  intent: SetupIntent,
  given: Confirmation,
  caller: 'server' | 'browser',
): void {
  const params = withToken(account, given);
  const state = stateOf(account, intent);
  if (!isConfirmable(intent)) throw unexpectedState(intent, 'confirm');
  checkSender(params, caller);
  compareContext(intent, params.client_context);
  checkReturnUrl(intent, params, caller);
  const method = readMethod(account, intent, params);
  state.challenge = null;
  dropProof(account, intent);
  if (method.kind === 'redirect') throw notSimulated('payment_method', 'A SetupIntent with a redirect');
  if (method.kind === 'debit') {
    needMandate(account, params, caller);
    keepAccount(account, intent, method);
    return;
  }
  if (method.card.challenge) {
    const source = makeId('payatt');
    state.challenge = { source, methodId: method.method.id };
    intent.payment_method = method.method.id;
    intent.last_setup_error = null;
    intent.status = 'requires_action';
    intent.next_action = toChallenge(source);
    account.emit('setup_intent.requires_action', intent);
    return;
  }
  const decline = declineOf(method);
  // One that fails only when charged can be kept.
  if (decline && !method.card.attachable) {
    throw fail(account, intent, method, new ApiError(402, cardErrorFields(decline)));
  }
  keep(account, intent, method);
}

export function authenticateSetupIntent(
  account: Account,
  intent: SetupIntent,
  params: { readonly source: string; readonly outcome: 'complete' | 'fail' | 'canceled' },
): void {
  const method = takeChallenge(account, stateOf(account, intent), params.source);
  if (params.outcome !== 'complete') {
    throw fail(account, intent, method, new ApiError(400, authenticationFailure('setup_intent')));
  }
  keep(account, intent, method);
}

/** A bank account is kept once it is linked, or proven. */
function keepAccount(account: Account, intent: SetupIntent, method: DebitRecord): void {
  const proven = (): void => {
    intent.mandate = createMandate(account, intent, method).id;
    keep(account, intent, method);
  };
  if (method.debit.blocked) {
    throw fail(account, intent, method, new ApiError(402, cardErrorFields(method.debit.blocked)));
  }
  intent.last_setup_error = null;
  if (method.verified) proven();
  else {
    askForProof(account, intent, method, {
      proven,
      failed: (fields) => {
        fail(account, intent, method, new ApiError(400, fields));
      },
    });
  }
}

function keep(account: Account, intent: SetupIntent, method: MethodRecord): void {
  intent.payment_method = method.method.id;
  intent.last_setup_error = null;
  intent.next_action = null;
  intent.status = 'succeeded';
  if (intent.usage === 'off_session') method.setUp = true;
  const { customer } = intent;
  if (typeof customer === 'string' && method.method.customer !== customer) {
    if (method.method.allow_redisplay === 'unspecified') method.method.allow_redisplay = 'limited';
    attachMethod(account, method.method, customer);
  }
  account.emit('setup_intent.succeeded', intent);
}

function fail(account: Account, intent: SetupIntent, { method }: MethodRecord, { status, fields }: ApiError): ApiError {
  const { payment_intent: _, setup_intent: __, payment_method: ___, ...error } = fields;
  intent.payment_method = null;
  intent.next_action = null;
  intent.status = 'requires_payment_method';
  intent.last_setup_error = { ...error, payment_method: structuredClone(method) };
  account.emit('setup_intent.setup_failed', intent);
  return new ApiError(status, { ...fields, setup_intent: browserSetupIntent(intent), payment_method: method });
}
