/** What the states know about a session: no secret. */
import type { CheckoutSession } from '../contract/sessions.js';

/** An opened session without its secrets; safe to show to hosts and to log. */
export type SessionInfo = Pick<
  CheckoutSession,
  'id' | 'mode' | 'status' | 'features' | 'expiresAt' | 'livemode' | 'updatedCard'
>;

/** Leaves the secrets behind. */
export function toSessionInfo({
  id,
  mode,
  status,
  features,
  expiresAt,
  livemode,
  updatedCard,
}: CheckoutSession): SessionInfo {
  return { id, mode, status, features, expiresAt, livemode, ...(updatedCard && { updatedCard }) };
}
