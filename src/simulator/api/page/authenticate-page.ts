/** Takes the answer of the customer's bank, given in the challenge. */
import { z } from 'zod';
import type { SessionRecord } from '../checkout/session-record.js';
import { invalidRequest } from '../http/api-error.js';
import { text } from '../http/params.js';
import { failAuthentication } from '../payments/attempt-payment.js';
import type { Account } from '../state/account.js';
import { finish, rememberError } from './confirm-page.js';

export const authenticateParams = {
  client_secret: text,
  source: text,
  outcome: z.enum(['complete', 'fail', 'canceled']),
};
const whole = z.object(authenticateParams);

export function authenticatePage(account: Account, record: SessionRecord, params: z.output<typeof whole>): void {
  const { challenge } = record;
  const method = challenge ? account.paymentMethods.get(challenge.methodId) : undefined;
  if (!challenge || method?.kind !== 'card' || challenge.source !== params.source) {
    throw invalidRequest('This authentication is no longer waiting for an answer.', { param: 'source' });
  }
  record.challenge = null;
  rememberError(record, () => {
    if (params.outcome !== 'complete') throw failAuthentication(account, record, method);
    const { afterChallenge: decline } = method.card;
    finish(account, record, method, { save: challenge.save, decline, authenticated: true });
  });
}
