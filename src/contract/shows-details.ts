/** Whether page one of two has something to ask: said alike by browser and server, in every arm of an experiment. */
import type { Features } from './sessions.js';

/** A detail that the page knows already. */
export type Prefilled = 'email' | 'billing_address';

/**
 * Whether page one (contact, billing address) would be shown to a customer of whom `prefilled` is known already.
 *
 * @example
 * ```ts
 * import { showsDetails } from 'billing-checkout/contract';
 *
 * console.log(showsDetails({ email: 'ask', billingAddress: 'auto' }, [])); // true
 * console.log(showsDetails({ email: 'ask', billingAddress: 'auto' }, ['email'])); // false
 * ```
 */
export const showsDetails = (
  { email, billingAddress }: Pick<Features, 'email' | 'billingAddress'>,
  prefilled: readonly Prefilled[],
): boolean =>
  (email === 'ask' && !prefilled.includes('email')) ||
  (billingAddress === 'required' && !prefilled.includes('billing_address'));
