/** Rules about addresses that Stripe's own field cannot hold, the same in the browser and on the server. */
import { lacksCompany } from './company-address.js';
import type { AddressRules } from './sessions.js';

/** What is typed in Stripe's field and the rules are about. */
export interface Place {
  /** Two letters (ISO 3166-1). */
  readonly country: string;
  /** Street and number, as typed: searched for the word for a PO box. */
  readonly line1?: string | undefined;
  /** What is typed below the street: searched as `line1` is. */
  readonly line2?: string | undefined;
}

/** What of an address the rules are about. */
export interface RuledAddress extends Place {
  /** Name of the company whose address it is. It is typed in a field of ours. */
  readonly company?: string | undefined;
}

/** Why an address will not do. */
export type AddressFault = 'country' | 'po_box' | 'company';

/** Why what is typed in Stripe's field will not do. */
export type PlaceFault = Exclude<AddressFault, 'company'>;

/**
 * Post office boxes as they are written in the languages of our catalogs. A word that is also a street's name only counts in front of a
 * number.
 */
const PO_BOX = new RegExp(
  [
    String.raw`\bp\.? ?o\.? ?box\b`,
    String.raw`\bpost(al)? office box\b`,
    String.raw`\bpost ?(fach|bus|boks|box)\b`,
    String.raw`\b(box|bp|b\.p\.|cp|c\.p\.|pb|pl|a\/я|p\.?k\.?) ?\d`,
    String.raw`\bbo[iî]te postale\b`,
    String.raw`\bapartado\b`,
    String.raw`\bcasella postale\b`,
    String.raw`\bcaixa postal\b`,
    String.raw`\bcsuta postala\b|\bc[aă]su[tțţ][aă] po[sșş]tal[aă]`,
    String.raw`\bskrytka (pocztowa|nr)`,
    String.raw`\bpostilokero\b`,
    String.raw`\bpostafi[oó]k\b`,
    String.raw`\bposta kutusu\b`,
    String.raw`ταχ(υδρομικ[ηή])?\.? ?θυρ[ιί]δα`,
    '私書箱|私书箱|郵政信箱|邮政信箱|사서함|صندوق بريد|ص\\.ب|תיבת דואר|ת\\.ד|ת"ד|а/с',
  ].join('|'),
  'iu',
);

/** Longer lines are cut before they are looked at. */
const MOST = 200;

/**
 * What of an address the rules do not allow; null where it will do, or where there are no rules.
 *
 * @example
 * ```ts
 * import { findAddressFault } from 'billing-checkout/contract';
 *
 * const rules = { countries: ['DE', 'US'], poBoxes: false };
 * console.log(findAddressFault(rules, { country: 'FR' })); // 'country'
 * console.log(findAddressFault(rules, { country: 'US', line1: 'PO Box 12' })); // 'po_box'
 * console.log(findAddressFault(rules, { country: 'US', line1: '12 Box Street' })); // null
 * console.log(findAddressFault({ ...rules, company: true }, { country: 'US', line1: '12 Box Street' })); // 'company'
 * ```
 */
export function findAddressFault(rules: AddressRules | undefined, address: RuledAddress): AddressFault | null {
  return findPlaceFault(rules, address) ?? (lacksCompany(rules, address.company) ? 'company' : null);
}

/** The same without the company, which says of itself whether it is missing. */
export function findPlaceFault(rules: AddressRules | undefined, address: Place): PlaceFault | null {
  if (!rules) return null;
  if (rules.countries && !rules.countries.includes(address.country)) return 'country';
  const lines = [address.line1, address.line2].map((line) => (line ?? '').slice(0, MOST));
  return !rules.poBoxes && lines.some((line) => PO_BOX.test(line)) ? 'po_box' : null;
}
