/** What is wrong with an address by the shop's rules, in the customer's words. */
import { extraSections } from './load-extras.js';
import type { View } from './view.js';

/** Empty where the shop sells to it, as far as is known. */
export function addressSentence(view: View): string {
  const { facts, messages, country, locale } = view;
  switch (facts.addressFault) {
    case 'country':
      // Without an address there is no fault.
      return messages.addressCountry(new Intl.DisplayNames(locale, { type: 'region' }).of(country ?? '') ?? '');
    case 'po_box':
      return messages.addressPoBox;
    case null:
      return extraSections()?.address(view) ?? '';
  }
}
