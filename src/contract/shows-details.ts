/** Whether page one of two has something to ask: said alike by browser and server, in every arm of an experiment. */
import type { Features } from './sessions.js';

/** A detail that the page knows already. */
export type Prefilled = 'email' | 'billing_address';

/** Whether page one (contact, billing address) would be shown to a customer of whom `prefilled` is known already. */
export const showsDetails = (
  { email, billingAddress }: Pick<Features, 'email' | 'billingAddress'>,
  prefilled: readonly Prefilled[],
): boolean =>
  (email === 'ask' && !prefilled.includes('email')) ||
  (billingAddress === 'required' && !prefilled.includes('billing_address'));
