/** Refuses an address that the shop does not sell to. */
import { findAddressFault, type AddressFault, type RuledAddress } from '../contract/address-rules.js';
import type { FeatureRules } from './catalog.js';
import { toAddressRules } from './features.js';
import { Refusal } from './refusal.js';

/** The same rules that the browser was given. */
export function checkAddress(address: RuledAddress, rules: readonly FeatureRules[]): void {
  const fault = findAddressFault(toAddressRules(rules).address, address);
  if (fault === null) return;
  throw new Refusal('address.refused', toReason(fault, address));
}

/** Of the company told with a change, or before it; an empty text takes it back. */
export const withCompany = (address: RuledAddress, ...told: readonly (string | null | undefined)[]): RuledAddress => ({
  ...address,
  company: told.find((name) => name != null) ?? undefined,
});

function toReason(fault: AddressFault, { country }: RuledAddress): { readonly field: string; readonly detail: string } {
  switch (fault) {
    case 'country':
      return { field: 'address.country', detail: `\`countries\` of createCheckoutServer leaves ${country} out.` };
    case 'po_box':
      return { field: 'address.line1', detail: '`poBoxes: false` of createCheckoutServer takes no post office box.' };
    case 'company':
      return { field: 'company', detail: '`companyAddress` of createCheckoutServer wants the name of a company.' };
  }
}
