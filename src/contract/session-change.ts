/** `PATCH /sessions/{id}`: what may change about an open session. */
import * as z from 'zod/mini';
import { FIELD_NAME, MAX_FIELDS } from './field-rules.js';
import { itemsSchema } from './items.js';
import { CONTRACT_VERSION } from './version.js';

const contract = z.literal(CONTRACT_VERSION);
const text = (most: number) => z.optional(z.string().check(z.maxLength(most)));

/** Schema of the body of `PATCH /sessions/{id}`, a union by `change`. */
export const sessionChangeSchema = z.discriminatedUnion('change', [
  /** Another plan, other seats. */
  z.strictObject({
    /** The version of the contract that the page speaks. */
    contract,
    change: z.literal('items'),
    /** All that is sold from now on. */
    items: itemsSchema,
  }),
  /** What the customer says about the purchase. */
  z.strictObject({
    /** The version of the contract that the page speaks. */
    contract,
    change: z.literal('details'),
    /** The customer's own number of the purchase; an empty text takes it back. */
    purchaseOrder: text(140),
    /** The company's name; an empty text takes it back. */
    company: text(150),
    /** Told where the shop has rules about addresses. Looked at, and not kept: Stripe has it. */
    address: z.optional(
      z.strictObject({
        /** Two letters (ISO 3166-1). */
        country: z.string().check(z.regex(/^[A-Z]{2}$/)),
        /** Street and number. */
        line1: text(200),
        /** What is below the street. */
        line2: text(200),
      }),
    ),
    /** The customer agrees to the terms. When, the server writes down. */
    terms: z.optional(z.literal(true)),
    /** The merchant's own, by name. */
    fields: z.optional(
      z
        .record(z.string().check(z.regex(FIELD_NAME)), z.string().check(z.maxLength(500)))
        .check(
          z.refine((fields) => Object.keys(fields).length <= MAX_FIELDS, { error: `at most ${MAX_FIELDS} fields` }),
        ),
    ),
  }),
  /** The customer sees another flow than the one assigned. Marks the session, and never re-attributes it. */
  z.strictObject({
    /** The version of the contract that the page speaks. */
    contract,
    change: z.literal('experiment'),
    switched: z.literal(true),
  }),
]);

/** Body of `PATCH /sessions/{id}`. */
export type SessionChange = z.infer<typeof sessionChangeSchema>;
