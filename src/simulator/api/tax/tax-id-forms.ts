/** The form of tax ids, by Stripe's type. Types that are not here are refused. */
import { invalidRequest, notSimulated } from '../http/api-error.js';

const FORMS: Readonly<Record<string, RegExp>> = {
  au_abn: /^\d{11}$/,
  br_cnpj: /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/,
  ca_bn: /^\d{9}$/,
  ca_gst_hst: /^\d{9}RT\d{4}$/,
  ca_qst: /^\d{10}TQ\d{4}$/,
  ch_vat: /^CHE-\d{3}\.\d{3}\.\d{3} ?(MWST|TVA|IVA)$/,
  gb_vat: /^GB(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  in_gst: /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/,
  jp_trn: /^T\d{13}$/,
  kr_brn: /^\d{3}-\d{2}-\d{5}$/,
  mx_rfc: /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/,
  no_vat: /^\d{9}MVA$/,
  nz_gst: /^\d{8,9}$/,
  sg_uen: /^(\d{8,9}[A-Z]|[A-Z]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
  us_ein: /^\d{2}-\d{7}$/,
  za_vat: /^4\d{9}$/,
};

/** European Union, by prefix. */
const EU_FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z\d]\d{7}[A-Z\d]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z\d+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^\d{9}$/,
};

/** Of the right form, and no business's: what Stripe would learn only from an authority. */
const UNKNOWN_THERE = /0{8}/;

/** Refuses a value that cannot be one, in Stripe's code. */
export function checkTaxId(type: string, value: string, param: string): void {
  const form = type === 'eu_vat' ? EU_FORMS[value.slice(0, 2)] : FORMS[type];
  if (form === undefined && type !== 'eu_vat') throw notSimulated(param, `Tax ids of type ${type}`);
  const own = type === 'eu_vat' ? value.slice(2) : value;
  if (form?.test(own) !== true || UNKNOWN_THERE.test(own)) {
    throw invalidRequest('Invalid value for tax ID. Please check it and try again.', { code: 'tax_id_invalid', param });
  }
}

/** The country that gives the tax id: two letters. */
export const countryOf = (type: string, value: string): string => {
  const prefix = (type === 'eu_vat' ? value : type.toUpperCase()).slice(0, 2);
  return prefix === 'EL' ? 'GR' : prefix;
};
