/** Tries to pay a session. Where nothing is due there is no intent, and nothing of the attempt can be read. */
import type { SessionRecord } from '../checkout/session-record.js';
import { RETURNED } from '../checkout/hosted-page-url.js';
import { settleSession } from '../checkout/settle-session.js';
import { ApiError, notSimulated } from '../http/api-error.js';
import type { RedirectAction } from '../../wire/payment-page.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import { cardError } from './card-error.js';
import { intentOf } from './create-intent.js';
import { debitIntent } from './debit-intent.js';
import type { Decline } from './declines.js';
import type { DebitRecord, MethodRecord, RedirectRecord } from './method-record.js';
import { dropProof } from './proof.js';
import { departIntent, needReturnUrl } from './redirect-intent.js';
import { authenticationFailure, challengeIntent, failChallenge, payIntent } from './settle-intent.js';

export { declineOf } from './settle-intent.js';

/** Asks the customer's bank, which answers under the returned name. */
export function startChallenge(account: Account, record: SessionRecord, method: MethodRecord): string {
  if (record.session.amount_total === 0) return makeId('payatt');
  return challengeIntent(account, intentOf(account, record), method);
}

/** Takes the money, or throws the decline and leaves the session ready for another card. */
export function takePayment(
  account: Account,
  record: SessionRecord,
  method: MethodRecord,
  how: { decline: Decline | undefined; authenticated: boolean },
): void {
  payIntent(account, intentOf(account, record), method, how);
}

/** The bank said no, or the customer closed the challenge. */
export function failAuthentication(account: Account, record: SessionRecord, method: MethodRecord): ApiError {
  if (record.session.amount_total !== 0) return failChallenge(account, intentOf(account, record), method);
  return new ApiError(400, { ...authenticationFailure('setup_intent'), payment_method: method.method });
}

/** Sends the debit, or asks for the proof that comes before it. Where nothing is due the account is only kept. */
export function startDebit(account: Account, record: SessionRecord, method: DebitRecord): void {
  if (record.session.amount_total === 0) {
    if (method.debit.blocked) throw cardError(method.debit.blocked, { payment_method: method.method });
    if (!method.verified) throw notSimulated('payment_method_data', 'A typed bank account where nothing is due');
    return;
  }
  debitIntent(account, intentOf(account, record), method, () => {
    settleSession(account, record);
  });
}

/** Sends the customer to their bank; `paid` is told when they have authorized the payment there. */
export function startRedirect(
  account: Account,
  record: SessionRecord,
  method: RedirectRecord,
  url: string | undefined,
  paid: () => void,
): RedirectAction {
  const { session } = record;
  const returnUrl =
    session.url === null
      ? needReturnUrl(url ?? session.return_url).replaceAll('{CHECKOUT_SESSION_ID}', session.id)
      : `${session.url}?${RETURNED}`;
  const bank = departIntent(account, { intent: intentOf(account, record), method, returnUrl, withIntent: false, paid });
  return { type: 'redirect_to_url', url: bank };
}

/** Another attempt begins: nothing that was asked before waits for an answer any more. */
export function abandonAttempt(account: Account, record: SessionRecord): void {
  record.challenge = null;
  const intent = record.intentId === null ? undefined : account.paymentIntents.get(record.intentId);
  if (intent) dropProof(account, intent);
}
