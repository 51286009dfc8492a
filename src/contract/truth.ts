/** `GET /sessions/{id}`: where a payment stands, with nothing secret and nothing personal. */
import * as z from 'zod/mini';
import { int, objectId, webUrl } from './scalars.js';
import { modeSchema, sessionStatusSchema } from './sessions.js';

/** Schema of the last known no of a bank. */
export const declineSchema = z.object({
  /** Stripe's error code, such as `card_declined`. */
  code: z.nullable(z.string()),
  /** Stripe's decline code, such as `insufficient_funds`. */
  declineCode: z.nullable(z.string()),
  /** Stripe's advice about the card, such as `try_again_later`; with intents, and in `payment` mode. */
  adviceCode: z.optional(z.nullable(z.string())),
  /** The network's advice, such as `03`. */
  networkAdviceCode: z.optional(z.nullable(z.string())),
  /** The bank's own code, such as `51`. */
  networkDeclineCode: z.optional(z.nullable(z.string())),
});

/**
 * Schema of an answer to `GET` and `PATCH /sessions/{id}`.
 *
 * @example
 * ```ts
 * import { truthSchema } from 'billing-checkout/contract';
 *
 * // Asks a backend where a session stands.
 * export async function isPaid(id: string): Promise<boolean> {
 *   const response = await fetch(`/billing/sessions/${id}`, { credentials: 'include' });
 *   const { status, payment } = truthSchema.parse(await response.json());
 *   return status === 'complete' && payment === 'paid';
 * }
 * ```
 */
export const truthSchema = z.object({
  /** The version of the contract that the server speaks. */
  contract: z.number(),
  /** The session's, as `POST /sessions` gave it. */
  id: objectId,
  /** Where it stands. */
  status: sessionStatusSchema,
  /** Stripe's mode. */
  mode: modeSchema,
  /** How a complete session was settled; null while it is not. */
  payment: z.nullable(z.literal(['paid', 'none_due', 'invoiced'])),
  /** Total in the currency's minor unit; null when nothing is sold (setup). */
  amount: z.nullable(int),
  /** Three lower-case letters (ISO 4217). */
  currency: z.nullable(z.string()),
  /** `unfinished`: an attempt waits for the customer's bank. */
  attempt: z.nullable(z.literal('unfinished')),
  /** The last no of a bank; null where there was none. */
  decline: z.nullable(declineSchema),
  /** Pages of Stripe's that the customer may open. */
  links: z.object({
    /** The invoice; null where there is none. */
    invoice: z.nullable(webUrl),
    /** The receipt of what was paid; null where there is none. */
    receipt: z.nullable(webUrl),
    /** Where a bank account is proven with a small deposit; null where none has to be. */
    verification: z.nullable(webUrl),
  }),
  /** By when money on its way should have arrived, an invoice is due, or from when on a verification can be done: seconds since the Unix epoch. */
  expectedAt: z.nullable(int),
  /** How it is paid, in Stripe's word such as `us_bank_account`; left out where that is not known. */
  method: z.optional(z.string()),
  /** `hosted`: on a page of Stripe's, which took the place of the form; left out otherwise. */
  via: z.optional(z.literal('hosted')),
  /** Whether real money moves. */
  livemode: z.boolean(),
});

/** Where a payment stands. */
export type Truth = z.infer<typeof truthSchema>;
