/** What the report keeps of a PaymentIntent: how its last attempt ended, and what tells whose it was. */
import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { METADATA } from '../../contract/metadata.js';
import { isSlug } from './assignment-of.js';
import { keyOf, toKey } from './to-key.js';

/**
 * How a PaymentIntent stands, by its latest charge, so that retries count once. `blocked`: Stripe itself refused, the
 * bank was never asked. `challenge`: the customer's bank asked them, and there the attempt ended. `unattempted`:
 * nothing was tried. `pending`: the answer is still to come.
 */
const OUTCOMES = ['succeeded', 'failed', 'blocked', 'challenge', 'unattempted', 'pending'] as const;

export const paymentRowSchema = z.object({
  kind: z.literal('payment'),
  key: z.string(),
  /** Unix seconds. */
  created: z.number(),
  outcome: z.enum(OUTCOMES),
  /** Why the last attempt was declined or blocked. */
  code: z.nullable(z.string()),
  /** When its latest charge was made. */
  charged: z.nullable(z.number()),
  customer: z.nullable(z.string()),
  /** A checkout of ours made it, and says so. */
  ours: z.boolean(),
  experiment: z.nullable(z.string()),
  variant: z.nullable(z.string()),
});

export type PaymentRow = z.infer<typeof paymentRowSchema>;
export type PaymentOutcome = PaymentRow['outcome'];

export const PAYMENT_EXPANSIONS = ['data.latest_charge'];

export function toPaymentRow(intent: Stripe.PaymentIntent): PaymentRow {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const outcome = outcomeOf(intent, charge);
  const refused = outcome === 'failed' || outcome === 'blocked';
  const named = intent.metadata[METADATA.experiment] ?? '';
  const variant = intent.metadata[METADATA.variant] ?? '';
  const assigned = isSlug(named) && isSlug(variant);
  return {
    kind: 'payment',
    key: toKey(intent.id),
    created: intent.created,
    outcome,
    code: refused ? (charge?.outcome?.reason ?? charge?.failure_code ?? 'unknown') : null,
    charged: charge?.created ?? null,
    customer: keyOf(intent.customer),
    ours: intent.metadata[METADATA.owner] !== undefined,
    experiment: assigned ? named : null,
    variant: assigned ? variant : null,
  };
}

function outcomeOf(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): PaymentOutcome {
  if (charge?.status === 'succeeded') return 'succeeded';
  if (charge?.status === 'pending') return 'pending';
  if (charge) return charge.outcome?.type === 'blocked' ? 'blocked' : 'failed';
  if (intent.status === 'processing') return 'pending';
  const challenged =
    intent.status === 'requires_action' || intent.last_payment_error?.code === 'payment_intent_authentication_failure';
  return challenged ? 'challenge' : 'unattempted';
}
