/** What a session's metadata says about the experiment it was opened in. Written once, when the session is made. */
import { METADATA } from './metadata.js';

/** A unit's place in an experiment, and what became of it. */
export interface Assignment {
  /** Name of the experiment. */
  readonly name: string;
  /** The variant assigned. What is shown later never changes it. */
  readonly variant: string;
  /** Hash of the unit (visitor or account), never the unit itself. */
  readonly unitHash: string;
  /** The host's assignment did not come in time and the control was shown. */
  readonly fallback: boolean;
  /** The arms differ for this customer: page one would be shown. Computed alike in every arm. */
  readonly differs: boolean;
  /** The customer came to see another flow or variant than the one assigned. */
  readonly switched: boolean;
}

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const HASH = /^[0-9a-z]{1,64}$/i;

/**
 * Metadata of a new session. A switch comes later, and to the session alone.
 *
 * @example
 * ```ts
 * import { parseAssignment, toAssignmentMetadata } from 'billing-checkout/contract';
 *
 * const assignment = { name: 'pages', variant: 'one-page', unitHash: '4f2a', fallback: false, differs: true };
 * console.log(parseAssignment(toAssignmentMetadata(assignment))?.variant); // 'one-page'
 * ```
 */
export const toAssignmentMetadata = (assignment: Omit<Assignment, 'switched'>): Record<string, string> => ({
  [METADATA.experiment]: assignment.name,
  [METADATA.variant]: assignment.variant,
  [METADATA.unit]: assignment.unitHash,
  [METADATA.fallback]: String(assignment.fallback),
  [METADATA.differs]: String(assignment.differs),
});

/**
 * Reads what {@link toAssignmentMetadata} wrote; null outside an experiment, and for what somebody has since edited
 * into something that is none.
 *
 * @example
 * ```ts
 * import { parseAssignment } from 'billing-checkout/contract';
 * import type Stripe from 'stripe';
 *
 * // The variant that a session was opened in, in a hook of yours or in an export.
 * export const variantOf = ({ metadata }: Stripe.Checkout.Session): string | null =>
 *   parseAssignment(metadata)?.variant ?? null;
 * ```
 */
export function parseAssignment(metadata: Readonly<Record<string, string>> | null | undefined): Assignment | null {
  const name = metadata?.[METADATA.experiment] ?? '';
  const variant = metadata?.[METADATA.variant] ?? '';
  const unitHash = metadata?.[METADATA.unit] ?? '';
  if (!SLUG.test(name) || !SLUG.test(variant) || !HASH.test(unitHash)) return null;
  const marked = (key: string): boolean => metadata?.[key] === 'true';
  return {
    name,
    variant,
    unitHash,
    fallback: marked(METADATA.fallback),
    differs: marked(METADATA.differs),
    switched: marked(METADATA.switched),
  };
}
