/** `PATCH /sessions/{id}`: what may change about an open session. */
import * as z from 'zod/mini';
import { FIELD_NAME, MAX_FIELDS } from './field-rules.js';
import { itemsSchema } from './items.js';
import { CONTRACT_VERSION } from './version.js';

const text = (most: number) => z.optional(z.string().check(z.maxLength(most)));

/** Schema of the body of `PATCH /sessions/{id}`, a union by `change`. */
export const sessionChangeSchema = z.discriminatedUnion('change', [
  /** Another plan, other seats. */
  z.strictObject({ contract: z.literal(CONTRACT_VERSION), change: z.literal('items'), items: itemsSchema }),
  /** What the customer says about the purchase. */
  z.strictObject({
    contract: z.literal(CONTRACT_VERSION),
    change: z.literal('details'),
    purchaseOrder: text(140),
    company: text(150),
    /** Told where the shop has rules about addresses. Looked at, and not kept: Stripe has it. */
    address: z.optional(
      z.strictObject({ country: z.string().check(z.regex(/^[A-Z]{2}$/)), line1: text(200), line2: text(200) }),
    ),
    /** The customer agrees to the terms. When, the server writes down. */
    terms: z.optional(z.literal(true)),
    fields: z.optional(
      z
        .record(z.string().check(z.regex(FIELD_NAME)), z.string().check(z.maxLength(500)))
        .check(
          z.refine((fields) => Object.keys(fields).length <= MAX_FIELDS, { error: `at most ${MAX_FIELDS} fields` }),
        ),
    ),
  }),
  /** The customer sees another flow than the one assigned. Marks the session, and never re-attributes it. */
  z.strictObject({ contract: z.literal(CONTRACT_VERSION), change: z.literal('experiment'), switched: z.literal(true) }),
]);

/** Body of `PATCH /sessions/{id}`. */
export type SessionChange = z.infer<typeof sessionChangeSchema>;
