/** What is paid, where Stripe.js cannot tell: with intents the server says it. */
import * as z from 'zod/mini';
import { int } from './scalars.js';

const cadence = z.object({
  /** The unit of the time between two charges. */
  interval: z.literal(['day', 'week', 'month', 'year']),
  /** How many of them: 3 and `month` are a quarter. */
  count: int,
});

/** Schema of what is paid with an intent. All amounts are integers in the currency's minor unit. */
export const toldSummarySchema = z.object({
  /** Three lower-case letters (ISO 4217). */
  currency: z.string(),
  /** What it is made of. */
  lines: z.array(
    z.object({
      /** Stripe's, of the line. */
      id: z.string(),
      /** For the customer. */
      name: z.string(),
      /** How many. */
      quantity: int,
      /** Of one, in minor units. */
      unitAmount: int,
      /** Of all of them, in minor units. */
      amount: int,
      /** How often it is charged; null for what is charged once. */
      cadence: z.nullable(cadence),
    }),
  ),
  /** Of the lines, in minor units, before discounts and taxes. */
  subtotal: int,
  /** Taken off, in minor units. */
  discount: int,
  /** What is taken off, in the merchant's words; left out where that has no name. */
  discountNames: z.optional(z.array(z.string())),
  /** Added, in minor units. */
  tax: int,
  /** Due now, in minor units. */
  total: int,
  /** What a subscription costs from here on. */
  recurring: z.nullable(
    z.object({
      ...cadence.shape,
      /** Each time, in minor units. */
      amount: int,
    }),
  ),
  /** The customer's, shown to them. */
  email: z.nullable(z.string()),
  /** The invoice that is paid; null where none is. */
  invoice: z.nullable(
    z.object({
      /** As it is printed on it; null for a draft. */
      number: z.nullable(z.string()),
      /** By when it is to be paid: seconds since the Unix epoch; null where no day is set. */
      dueAt: z.nullable(int),
    }),
  ),
  /** Why the last try to charge it failed; null where none did. */
  failure: z.nullable(
    z.object({
      /** Stripe's decline code. */
      declineCode: z.nullable(z.string()),
      /** Stripe's sentence for the customer. */
      message: z.nullable(z.string()),
    }),
  ),
});

/** What is paid with an intent. */
export type ToldSummary = z.infer<typeof toldSummarySchema>;
