/** The form of `client_reference_id`: which unit saw which variant, readable where metadata is not. */

/** One unit's place in an experiment. */
export interface ClientReference {
  /** Name of the experiment. */
  readonly experiment: string;
  /** Variant shown. */
  readonly variant: string;
  /** Hash of the unit (visitor or account), never the unit itself. */
  readonly unitHash: string;
}

const FORM = /^bc1\.([a-z0-9][a-z0-9_-]*)\.([a-z0-9][a-z0-9_-]*)\.([a-z0-9]+)$/i;

/**
 * Writes `bc1.<experiment>.<variant>.<unit hash>`. At most 166 of Stripe's 200 characters when the parts fit the contract.
 *
 * @example
 * ```ts
 * import { toClientReference } from 'billing-checkout/contract';
 *
 * console.log(toClientReference({ experiment: 'pages', variant: 'one-page', unitHash: '4f2a' })); // 'bc1.pages.one-page.4f2a'
 * ```
 */
export const toClientReference = (reference: ClientReference): string =>
  `bc1.${reference.experiment}.${reference.variant}.${reference.unitHash}`;

/**
 * Reads what {@link toClientReference} wrote; null for a reference that is the merchant's own.
 *
 * @example
 * ```ts
 * import { parseClientReference } from 'billing-checkout/contract';
 *
 * console.log(parseClientReference('bc1.pages.one-page.4f2a')?.variant); // 'one-page'
 * console.log(parseClientReference('order-17')); // null
 * ```
 */
export function parseClientReference(value: string | null): ClientReference | null {
  const [, experiment, variant, unitHash] = FORM.exec(value ?? '') ?? [];
  if (experiment === undefined || variant === undefined || unitHash === undefined) return null;
  return { experiment, variant, unitHash };
}
