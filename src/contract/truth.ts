/** `GET /sessions/{id}`: where a payment stands, with nothing secret and nothing personal. */
import * as z from 'zod/mini';
import { sessionStatusSchema } from './sessions.js';

/** Schema of the last known no of a bank. */
export const declineSchema = z.object({
  /** Stripe's error code, such as `card_declined`. */
  code: z.nullable(z.string()),
  /** Stripe's decline code, such as `insufficient_funds`. */
  declineCode: z.nullable(z.string()),
});

/** A page that may become a link: `javascript:` and its like may not. */
const webUrl = z.string().check(z.regex(/^https?:\/\//));

/** Schema of an answer to `GET` and `PATCH /sessions/{id}`. */
export const truthSchema = z.object({
  contract: z.number(),
  id: z.string().check(z.minLength(1)),
  status: sessionStatusSchema,
  mode: z.enum(['payment', 'subscription', 'setup']),
  /** How a complete session was settled; null while it is not. */
  payment: z.nullable(z.enum(['paid', 'none_due', 'invoiced'])),
  /** Total in the currency's minor unit; null when nothing is sold (setup). */
  amount: z.nullable(z.int()),
  /** Three lower-case letters (ISO 4217). */
  currency: z.nullable(z.string()),
  /** `unfinished`: an attempt waits for the customer's bank. */
  attempt: z.nullable(z.literal('unfinished')),
  decline: z.nullable(declineSchema),
  /** Pages of Stripe's that the customer may open. */
  links: z.object({
    invoice: z.nullable(webUrl),
    receipt: z.nullable(webUrl),
    verification: z.nullable(webUrl),
  }),
  /** When money arrives or a verification can be done: seconds since the Unix epoch. */
  expectedAt: z.nullable(z.int()),
  livemode: z.boolean(),
});

/** Where a payment stands. */
export type Truth = z.infer<typeof truthSchema>;
