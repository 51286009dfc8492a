/** Confirms a PaymentIntent that was made by API, from a server or from the page. What debits need is in debit-intent.ts. */
import { invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { PaymentIntent } from '../stripe-types.js';
import { attachMethod } from './attach-method.js';
import { compareContext } from './compare-context.js';
import { withToken } from './confirmation-tokens.js';
import { declines, type Decline } from './declines.js';
import { isConfirmable, stateOf, unexpectedState } from './find-intent.js';
import type { Confirmation } from './intent-params.js';
import { debitIntent } from './debit-intent.js';
import type { CardRecord, MethodRecord } from './method-record.js';
import { dropProof } from './proof.js';
import { checkReturnUrl, checkSender, needMandate, readMethod } from './read-method.js';
import { departIntent, needReturnUrl } from './redirect-intent.js';
import { challengeIntent, declineOf, failChallenge, payIntent } from './settle-intent.js';

export interface ConfirmParams extends Confirmation {
  readonly off_session?: boolean | undefined;
  readonly receipt_email?: string | null | undefined;
  readonly setup_future_usage?: 'off_session' | 'on_session' | null | undefined;
}

export function confirmIntent(
  account: Account,
  intent: PaymentIntent,
  given: ConfirmParams,
  caller: 'server' | 'browser',
): void {
  const params = withToken(account, given);
  const state = stateOf(account, intent);
  if (!isConfirmable(intent)) throw unexpectedState(intent, 'confirm');
  checkSender(params, caller);
  compareContext(intent, params.client_context);
  checkReturnUrl(intent, params, caller);
  raiseUsage(intent, params.setup_future_usage, caller);
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email;
  const method = readMethod(account, intent, params);
  state.challenge = null;
  dropProof(account, intent);
  if (method.kind === 'debit') {
    needMandate(account, params, caller);
    debitIntent(account, intent, method, () => undefined);
    keepFor(account, intent, method);
  } else if (method.kind === 'redirect') {
    departIntent(account, {
      intent,
      method,
      returnUrl: needReturnUrl(params.return_url),
      withIntent: true,
      paid: () => undefined,
    });
  } else if (params.off_session) {
    settle(account, intent, method, { decline: declineOf(method) ?? offSessionDecline(method), authenticated: false });
  } else if (method.card.challenge) {
    state.challenge = { source: challengeIntent(account, intent, method), methodId: method.method.id };
  } else settle(account, intent, method, { decline: declineOf(method), authenticated: false });
}

export function authenticateIntent(
  account: Account,
  intent: PaymentIntent,
  params: { readonly source: string; readonly outcome: 'complete' | 'fail' | 'canceled' },
): void {
  const method = takeChallenge(account, stateOf(account, intent), params.source);
  if (params.outcome !== 'complete') throw failChallenge(account, intent, method);
  settle(account, intent, method, { decline: method.card.afterChallenge, authenticated: true });
}

/** The method that waited for this answer; nothing waits any more. */
export function takeChallenge(account: Account, state: ReturnType<typeof stateOf>, source: string): CardRecord {
  const { challenge } = state;
  const method = challenge?.source === source ? account.paymentMethods.get(challenge.methodId) : undefined;
  if (method?.kind !== 'card') {
    throw invalidRequest('This authentication is no longer waiting for an answer.', { param: 'source' });
  }
  state.challenge = null;
  return method;
}

function settle(
  account: Account,
  intent: PaymentIntent,
  method: MethodRecord,
  how: { decline: Decline | undefined; authenticated: boolean },
): void {
  payIntent(account, intent, method, how);
  keepFor(account, intent, method);
}

/** Keeps the method for the intent's customer, where that was asked for. */
function keepFor(account: Account, intent: PaymentIntent, method: MethodRecord): void {
  const { setup_future_usage: usage, customer } = intent;
  if (usage === null) return;
  if (usage === 'off_session') method.setUp = true;
  if (typeof customer !== 'string' || method.method.customer === customer) return;
  if (method.method.allow_redisplay === 'unspecified') method.method.allow_redisplay = 'limited';
  attachMethod(account, method.method, customer);
}

/** Nobody is there to answer the bank. */
function offSessionDecline({ card, setUp }: CardRecord): Decline | undefined {
  if (!card.challenge || card.offSession === 'anytime') return undefined;
  return card.offSession === 'once_set_up' && setUp ? undefined : declines.authenticationRequired;
}

/** A page may ask for more than the server did, never for less. */
function raiseUsage(
  intent: PaymentIntent,
  asked: ConfirmParams['setup_future_usage'],
  caller: 'server' | 'browser',
): void {
  if (asked === undefined || asked === intent.setup_future_usage) return;
  if (caller === 'browser' && (asked === null || intent.setup_future_usage === 'off_session')) {
    throw invalidRequest('You cannot lower `setup_future_usage` with a publishable key.', {
      param: 'setup_future_usage',
    });
  }
  intent.setup_future_usage = asked;
}
