/** A price that the backend sells, as `--price` names it. */
import { LOOKUP_KEY } from '../../contract/item-rules.js';

const EVERY = ['day', 'week', 'month', 'year', 'once'] as const;

/** How often a price is paid. */
export type Every = (typeof EVERY)[number];

/** What the local Stripe is given to sell. */
export interface SoldPrice {
  /** The lookup key. */
  readonly key: string;
  readonly every: Every;
}

/** Reads `pro_monthly` or `setup_fee=once`; null for what is neither. */
export function parseSoldPrice(text: string): SoldPrice | null {
  const [key = '', word = 'month', ...rest] = text.split('=');
  const every = EVERY.find((one) => one === word);
  return rest.length === 0 && every !== undefined && LOOKUP_KEY.test(key) ? { key, every } : null;
}
