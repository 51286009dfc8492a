/** The rule that an address is a company's: its name goes with it. Apart from the other rules, as the name is typed elsewhere. */
import type { AddressRules } from './sessions.js';

/** Whether the rules ask for a company and its name is missing. What stands in the address tells nobody whose it is. */
export const lacksCompany = (rules: AddressRules | undefined, company: string | undefined): boolean =>
  rules?.company === true && !company?.trim();
