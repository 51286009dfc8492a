/** Tax ids of businesses: their kinds by country, and the form of each. Whether one exists, tax authorities know. */

/** A kind of tax id that a country gives. */
export interface TaxIdKind {
  /** Two letters (ISO 3166-1), as in an address. */
  readonly country: string;
  /** Stripe's word. */
  readonly type: string;
  /** What it is called there. */
  readonly label: string;
  /** Of the right form; no business's in particular. */
  readonly example: string;
  readonly form: RegExp;
}

/** European Union: country, example behind its prefix, form behind it. The prefix is the country's, but for Greece. */
const EU = `AT U12345678 U\\d{8}
BE 0123456789 [01]\\d{9}
BG 0123456789 \\d{9,10}
HR 12345678912 \\d{11}
CY 12345678Z \\d{8}[A-Z]
CZ 1234567890 \\d{8,10}
DK 12345678 \\d{8}
EE 123456789 \\d{9}
FI 12345678 \\d{8}
FR AB123456789 [A-HJ-NP-Z\\d]{2}\\d{9}
DE 123456789 \\d{9}
GR 123456789 \\d{9}
HU 12345678 \\d{8}
IE 1234567AB \\d[A-Z\\d+*]\\d{5}[A-Z]{1,2}
IT 12345678912 \\d{11}
LV 12345678912 \\d{11}
LT 123456789123 (\\d{9}|\\d{12})
LU 12345678 \\d{8}
MT 12345678 \\d{8}
NL 123456789B12 \\d{9}B\\d{2}
PL 1234567890 \\d{10}
PT 123456789 \\d{9}
RO 1234567891 (\\d{2,10}|\\d{13})
SK 1234567891 \\d{10}
SI 12345678 \\d{8}
ES A1234567Z [A-Z\\d]\\d{7}[A-Z\\d]
SE 123456789123 \\d{12}`;

const toPrefix = (country: string): string => (country === 'GR' ? 'EL' : country);

const ELSEWHERE: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['US', 'us_ein', 'EIN', '12-3456789', /^\d{2}-\d{7}$/],
  ['GB', 'gb_vat', 'VAT', 'GB123456789', /^GB(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/],
  ['AU', 'au_abn', 'ABN', '12345678912', /^\d{11}$/],
  ['BR', 'br_cnpj', 'CNPJ', '01.234.456/5432-10', /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/],
  ['CA', 'ca_bn', 'BN', '123456789', /^\d{9}$/],
  ['CA', 'ca_gst_hst', 'GST/HST', '123456789RT0002', /^\d{9}RT\d{4}$/],
  ['CA', 'ca_qst', 'QST', '1234567890TQ1234', /^\d{10}TQ\d{4}$/],
  ['CH', 'ch_vat', 'VAT', 'CHE-123.456.789 MWST', /^CHE-\d{3}\.\d{3}\.\d{3} ?(MWST|TVA|IVA)$/],
  ['IN', 'in_gst', 'GST', '12ABCDE3456FGZH', /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/],
  ['JP', 'jp_trn', 'Registration number', 'T1234567891234', /^T\d{13}$/],
  ['KR', 'kr_brn', 'BRN', '123-45-67890', /^\d{3}-\d{2}-\d{5}$/],
  ['MX', 'mx_rfc', 'RFC', 'ABC010203AB9', /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/],
  ['NO', 'no_vat', 'VAT', '123456789MVA', /^\d{9}MVA$/],
  ['NZ', 'nz_gst', 'GST', '123456789', /^\d{8,9}$/],
  ['SG', 'sg_uen', 'UEN', '123456789F', /^(\d{8,9}[A-Z]|[A-Z]\d{2}[A-Z]{2}\d{4}[A-Z])$/],
  ['ZA', 'za_vat', 'VAT', '4123456789', /^4\d{9}$/],
];

/** Every kind known here, one or more a country. */
export const TAX_ID_KINDS: readonly TaxIdKind[] = [
  ...EU.split('\n').map((line) => {
    const [country = '', example = '', form = ''] = line.split(' ');
    const prefix = toPrefix(country);
    return { country, type: 'eu_vat', label: 'VAT', example: prefix + example, form: new RegExp(`^${prefix}${form}$`) };
  }),
  ...ELSEWHERE.map(([country, type, label, example, form]) => ({ country, type, label, example, form })),
];

/** What tax ids of the European Union, and of the United Kingdom, begin with. */
const PREFIXES = new Set(['GB', ...EU.split('\n').map((line) => toPrefix(line.slice(0, 2)))]);

/** As authorities write it: capitals, their own dots and dashes, and the prefix or the end that is often left out. */
export function normalizeTaxId({ country, type, example }: TaxIdKind, text: string): string {
  const bare = text.toUpperCase().replace(/[\s.,:/()-]/g, '');
  switch (type) {
    case 'eu_vat':
    case 'gb_vat':
      // One that begins as another country's do is that country's.
      return fillUp(PREFIXES.has(bare.slice(0, 2)) ? bare : toPrefix(country) + bare);
    case 'us_ein':
    case 'br_cnpj':
    case 'kr_brn':
      return writeLike(example, bare);
    case 'ch_vat':
      return bare.replace(/^(?:CHE)?(\d{3})(\d{3})(\d{3})(MWST|TVA|IVA)?$/, 'CHE-$1.$2.$3 $4').trim();
    case 'jp_trn':
      return bare.replace(/^(?=\d)/, 'T');
    case 'no_vat':
      return bare.replace(/^(?:NO)?(\d{9})$/, '$1MVA').replace(/^NO/, '');
    default:
      return bare;
  }
}

/** Numbers that have grown longer over time, by prefix: their length, and what is behind it. */
const GROWN: Readonly<Record<string, readonly [number, RegExp]>> = {
  BE: [10, /$/],
  EL: [9, /$/],
  NL: [9, /B\d\d$/],
};

/** Old numbers are written without the zeros they begin with. */
function fillUp(number: string): string {
  const prefix = number.slice(0, 2);
  const [length, end] = GROWN[prefix] ?? [0, /$/];
  const tail = end.exec(number)?.[0] ?? '';
  const digits = number.slice(2, number.length - tail.length);
  return /^\d{7,}$/.test(digits) ? prefix + digits.padStart(length, '0') + tail : number;
}

/** Puts dots and dashes where the example has them; what has another length stays as it is. */
function writeLike(example: string, bare: string): string {
  const places = example.replace(/\W/g, '').length;
  if (bare.length !== places) return bare;
  let at = 0;
  return example.replace(/\w/g, () => bare.charAt(at++));
}

/** Whether a normalized tax id has the form of its kind. Its check digits are looked at elsewhere. */
export const isTaxId = ({ form }: TaxIdKind, value: string): boolean => form.test(value);
