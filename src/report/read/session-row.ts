/** What the report keeps of a Checkout Session: a unit's hash, a variant, times and amounts; nothing personal. */
import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { METADATA } from '../../contract/metadata.js';
import { assignmentOf } from './assignment-of.js';
import { keyOf, toKey } from './to-key.js';

const flag = z.nullable(z.boolean());

const sessionRow = z.object({
  kind: z.literal('session'),
  key: z.string(),
  unit: z.string(),
  variant: z.string(),
  /** Unix seconds, as all times in rows. */
  created: z.number(),
  expires: z.number(),
  complete: z.boolean(),
  /** When its invoice was made, which Checkout does at completion; null without one. */
  invoiced: z.nullable(z.number()),
  /** Money has come in for it. */
  paid: z.boolean(),
  /** Minor units. */
  amount: z.number(),
  currency: z.nullable(z.string()),
  /** Keys of its PaymentIntents. */
  payments: z.array(z.string()),
  customer: z.nullable(z.string()),
  differs: flag,
  fallback: flag,
  switched: flag,
  /** On a page of Stripe's. Left out for sessions of the form, and in files of earlier versions. */
  hosted: z.optional(z.literal(true)),
});

const otherRow = z.object({
  kind: z.literal('other'),
  /** Name of another experiment, or null outside of any. */
  experiment: z.nullable(z.string()),
  payments: z.array(z.string()),
});

/** A session of the experiment, or one that is not and still explains a PaymentIntent. */
export const sessionRowSchema = z.discriminatedUnion('kind', [sessionRow, otherRow]);

export type SessionRow = z.infer<typeof sessionRow>;
export type OtherRow = z.infer<typeof otherRow>;

/** Fields of a listed session that must come whole. Three levels of the four that Stripe allows. */
export const SESSION_EXPANSIONS = ['data.invoice.payments'];

export function toSessionRow(session: Stripe.Checkout.Session, experiment: string): SessionRow | OtherRow {
  const assigned = assignmentOf(session);
  const payments = paymentsOf(session);
  if (assigned?.experiment !== experiment) return { kind: 'other', experiment: assigned?.experiment ?? null, payments };
  const { invoice, metadata } = session;
  // Our metadata may leave out what is false; where there is none of ours, nobody knows.
  const absent = metadata?.[METADATA.experiment] === undefined ? undefined : 'false';
  return {
    kind: 'session',
    key: toKey(session.id),
    unit: assigned.unit,
    variant: assigned.variant,
    created: session.created,
    expires: session.expires_at,
    complete: session.status === 'complete',
    invoiced: invoice !== null && typeof invoice === 'object' ? invoice.created : null,
    paid: session.payment_status === 'paid',
    amount: session.amount_total ?? 0,
    currency: session.currency,
    payments,
    customer: keyOf(session.customer),
    differs: toFlag(metadata?.[METADATA.differs]),
    fallback: toFlag(metadata?.[METADATA.fallback] ?? absent),
    switched: toFlag(metadata?.[METADATA.switched] ?? absent),
    ...(session.ui_mode === 'hosted_page' && { hosted: true as const }),
  };
}

/** A payment's own intent, or those that paid a subscription's first invoice. */
function paymentsOf({ payment_intent: intent, invoice }: Stripe.Checkout.Session): string[] {
  const paid = invoice !== null && typeof invoice === 'object' ? (invoice.payments?.data ?? []) : [];
  const intents = [intent, ...paid.map(({ payment }) => payment.payment_intent ?? null)];
  return intents.map(keyOf).filter((key) => key !== null);
}

const toFlag = (value: string | undefined): boolean | null => (value === undefined ? null : value === 'true');
