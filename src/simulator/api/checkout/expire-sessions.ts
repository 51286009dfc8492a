/** Ends sessions: those whose time has come, and one by request. */
import { invalidRequest } from '../http/api-error.js';
import { dropProof } from '../payments/proof.js';
import type { Account } from '../state/account.js';
import type { CheckoutSession } from '../stripe-types.js';
import type { SessionRecord } from './session-record.js';

/** Time passes between requests, so every request first looks what has expired. */
export function expireSessions(account: Account): void {
  const now = account.now();
  if (now < account.nextExpiry) return;
  account.nextExpiry = Infinity;
  for (const [id, record] of account.expiring) {
    const { status, expires_at: expiry } = record.session;
    if (status === 'open' && expiry > now) account.nextExpiry = Math.min(account.nextExpiry, expiry);
    else account.expiring.delete(id);
    if (status === 'open' && expiry <= now) end(account, record);
  }
}

export function expireSession(account: Account, record: SessionRecord): CheckoutSession {
  if (record.session.status !== 'open') {
    const status = record.session.status ?? '';
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`,
    );
  }
  end(account, record);
  return record.session;
}

function end(account: Account, record: SessionRecord): void {
  const { session } = record;
  session.status = 'expired';
  session.client_secret = null;
  session.url = null;
  record.challenge = null;
  const intent = record.intentId === null ? undefined : account.paymentIntents.get(record.intentId);
  if (intent) {
    dropProof(account, intent);
    intent.status = 'canceled';
    intent.canceled_at = account.now();
    intent.cancellation_reason = 'expired';
    intent.next_action = null;
    account.emit('payment_intent.canceled', intent);
  }
  account.emit('checkout.session.expired', session);
}
