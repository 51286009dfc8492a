/** What is wrong with an address by the shop's rules, in the customer's words. */
import type { View } from './view.js';

/** Null where the shop sells to it, as far as is known. */
export function addressSentence({ facts, messages, country, locale }: View): string | null {
  switch (facts.addressFault) {
    case 'country':
      return messages.addressCountry(
        new Intl.DisplayNames(locale, { type: 'region' }).of(country ?? '') ?? country ?? '',
      );
    case 'po_box':
      return messages.addressPoBox;
    case null:
      return null;
  }
}
