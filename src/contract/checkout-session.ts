/** The answer of `POST /sessions` as one schema, for servers and documents; browsers parse by gateway. */
import * as z from 'zod/mini';
import { SESSION_SCHEMAS } from './sessions.js';

/** Schema of an answer to `POST /sessions`, a union by `gateway`. */
export const checkoutSessionSchema = z.discriminatedUnion('gateway', [
  SESSION_SCHEMAS.checkout_session,
  SESSION_SCHEMAS.payment_intent,
  SESSION_SCHEMAS.setup_intent,
  SESSION_SCHEMAS.hosted,
]);
