/** Reads off a Stripe object which unit saw which variant of which experiment. */
import type Stripe from 'stripe';
import { parseClientReference } from '../../contract/client-reference.js';
import { METADATA } from '../../contract/metadata.js';

export interface Assignment {
  readonly experiment: string;
  readonly variant: string;
  readonly unit: string;
}

/** What `client_reference_id` allows, too: anything else was not written by the checkout server. */
const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const HASH = /^[a-z0-9]{1,64}$/i;

/** Whether it can be the name of an experiment or a variant. */
export const isSlug = (text: string): boolean => SLUG.test(text);

/** From metadata, else from `client_reference_id`; null where neither names an experiment. */
export function assignmentOf(session: Stripe.Checkout.Session): Assignment | null {
  const metadata = session.metadata ?? {};
  const experiment = metadata[METADATA.experiment] ?? '';
  const variant = metadata[METADATA.variant] ?? '';
  const unit = metadata[METADATA.unit] ?? '';
  if (isSlug(experiment) && isSlug(variant) && HASH.test(unit)) return { experiment, variant, unit };
  const reference = parseClientReference(session.client_reference_id);
  return reference && { experiment: reference.experiment, variant: reference.variant, unit: reference.unitHash };
}
