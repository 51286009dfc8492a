/** Makes Billing's next charge of a customer fail. */
import type { Account } from '../state/account.js';
import { RENEWAL_DECLINES, type RenewalDecline } from './dunning.js';

/** Billing's next charge of this customer fails in this way, whatever their card. False: there is no such customer. */
export function declineNext({ customers, dunning }: Account, customer: string, decline: RenewalDecline): boolean {
  if (!customers.has(customer)) return false;
  dunning.nextDeclines.set(customer, RENEWAL_DECLINES[decline]);
  return true;
}
