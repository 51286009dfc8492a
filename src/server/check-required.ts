/** Refuses what leaves out something that the shop requires. The browser's form says the same before anything is sent. */
import type { Features } from '../contract/sessions.js';
import { Refusal } from './refusal.js';

/** What may be required of a purchase, in the words of requests. */
export interface Said {
  readonly company?: string | null | undefined;
  readonly purchaseOrder?: string | null | undefined;
  /** Whether there is a tax id. */
  readonly taxId?: boolean;
  /** Whether, or when, the terms were agreed to. */
  readonly terms?: string | true | undefined;
}

/** What is required, and who says so. */
type Rules = Pick<Features, 'company' | 'taxId' | 'purchaseOrder' | 'terms'>;

const TEXTS = ['company', 'purchaseOrder'] as const;

/** Of a change: what is required cannot be taken back. What it does not speak of may have been said, or comes later. */
export function checkTakenBack(rules: Rules, said: Said): void {
  for (const field of TEXTS) if (rules[field] === 'required' && said[field]?.trim() === '') throw missing(field);
}

/** Of an order that the server makes itself. */
export function checkRequired(rules: Rules, said: Said): void {
  for (const field of TEXTS) if (rules[field] === 'required' && !said[field]?.trim()) throw missing(field);
  if (rules.taxId === 'required' && said.taxId !== true) throw missing('taxId');
  if (rules.terms !== undefined && !said.terms)
    throw new Refusal('request.invalid', {
      field: 'terms',
      detail: 'Send `terms: true` with `change: details` before.',
    });
}

const missing = (field: 'company' | 'purchaseOrder' | 'taxId'): Refusal =>
  new Refusal('request.invalid', { field, detail: `\`${field}\` is required by createCheckoutServer.` });
