/** What is paid, where Stripe.js cannot tell: with intents the server says it. */
import * as z from 'zod/mini';
import { int } from './scalars.js';

const cadence = z.object({ interval: z.literal(['day', 'week', 'month', 'year']), count: int });

/** Schema of what is paid with an intent. All amounts are integers in the currency's minor unit. */
export const toldSummarySchema = z.object({
  /** Three lower-case letters (ISO 4217). */
  currency: z.string(),
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: int,
      unitAmount: int,
      amount: int,
      cadence: z.nullable(cadence),
    }),
  ),
  subtotal: int,
  discount: int,
  /** What is taken off, in the merchant's words; left out where that has no name. */
  discountNames: z.optional(z.array(z.string())),
  tax: int,
  /** Due now. */
  total: int,
  /** What a subscription costs from here on. */
  recurring: z.nullable(z.object({ ...cadence.shape, amount: int })),
  /** The customer's, shown to them. */
  email: z.nullable(z.string()),
  /** The invoice's number, and when it is due: seconds since the Unix epoch. */
  invoice: z.nullable(z.object({ number: z.nullable(z.string()), dueAt: z.nullable(int) })),
  /** Why the last try to charge it failed: Stripe's decline code, and its sentence for the customer. */
  failure: z.nullable(z.object({ declineCode: z.nullable(z.string()), message: z.nullable(z.string()) })),
});

/** What is paid with an intent. */
export type ToldSummary = z.infer<typeof toldSummarySchema>;
