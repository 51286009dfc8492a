/** Tries to pay a session with a card. Where nothing is due there is no intent, and nothing of the attempt can be read. */
import type { SessionRecord } from '../checkout/session-record.js';
import { ApiError } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import { intentOf } from './create-intent.js';
import type { Decline } from './declines.js';
import type { MethodRecord } from './method-record.js';
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
