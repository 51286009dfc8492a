/** `PATCH /sessions/{id}`: what may change about an open session. */
import * as z from 'zod/mini';
import { itemsSchema } from './items.js';
import { CONTRACT_VERSION } from './version.js';

/** Merchant fields travel as metadata: Stripe's names hold 40 characters, six of them our `field_`, and an object 50. */
const MAX_FIELD_NAME = 34;
const MAX_FIELDS = 30;

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
    company: text(200),
    fields: z.optional(
      z
        .record(z.string().check(z.maxLength(MAX_FIELD_NAME), z.regex(/^[\w-]+$/)), z.string().check(z.maxLength(500)))
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
