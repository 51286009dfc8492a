/** Refuses an address that the shop does not sell to. */
import { findAddressFault, type RuledAddress } from '../contract/address-rules.js';
import type { FeatureRules } from './catalog.js';
import { toAddressRules } from './features.js';
import { Refusal } from './refusal.js';

/** The same rules that the browser was given. */
export function checkAddress(address: RuledAddress, rules: readonly FeatureRules[]): void {
  const fault = findAddressFault(toAddressRules(rules).address, address);
  if (fault === null) return;
  throw new Refusal('address.refused', {
    field: fault === 'country' ? 'address.country' : 'address.line1',
    detail:
      fault === 'country'
        ? `\`countries\` of createCheckoutServer leaves ${address.country} out.`
        : '`poBoxes: false` of createCheckoutServer takes no post office box.',
  });
}
