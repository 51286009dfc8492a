/** Makes a price, from `prices.create` or from a line item's `price_data`. */
import { applyMetadata } from '../http/apply-metadata.js';
import { ApiError, invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import { decimalOnWire, type Price } from '../stripe-types.js';
import { greatestAmount, isCurrency, minorUnitsDivisor } from './currencies.js';
import { createProduct, findProduct, type NewProduct } from './products.js';

export interface NewPrice {
  readonly currency: string;
  readonly active?: boolean | undefined;
  readonly product?: string | undefined;
  readonly product_data?: NewProduct | undefined;
  readonly unit_amount?: number | undefined;
  readonly unit_amount_decimal?: string | undefined;
  readonly recurring?: NewRecurring | undefined;
  readonly lookup_key?: string | undefined;
  readonly transfer_lookup_key?: boolean | undefined;
  readonly nickname?: string | undefined;
  readonly tax_behavior?: 'exclusive' | 'inclusive' | 'unspecified' | undefined;
  readonly metadata?: Record<string, string> | undefined;
}

interface NewRecurring {
  readonly interval: 'day' | 'week' | 'month' | 'year';
  readonly interval_count?: number | undefined;
  readonly trial_period_days?: number | undefined;
}

/** `param` is where the data stands in the request, e.g. `line_items[0][price_data]`. */
export function createPrice(account: Account, input: NewPrice, param?: string): Price {
  const at = (name: string): string => (param ? `${param}[${name}]` : name);
  if (!isCurrency(input.currency))
    throw invalidRequest(`Invalid currency: ${input.currency}.`, { param: at('currency') });
  const amount = readAmount(input, at);
  const product = readProduct(account, input, at);
  const id = makeId('price');
  takeLookupKey(account, input, id);
  const price: Price = {
    id,
    object: 'price',
    active: input.active ?? true,
    billing_scheme: 'per_unit',
    created: account.now(),
    currency: input.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: input.lookup_key ?? null,
    metadata: applyMetadata(null, input.metadata),
    nickname: input.nickname ?? null,
    product,
    recurring: input.recurring ? toRecurring(input.recurring, at) : null,
    tax_behavior: input.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: input.recurring ? 'recurring' : 'one_time',
    unit_amount: amount,
    unit_amount_decimal: decimalOnWire(String(amount)),
  };
  account.prices.set(id, price);
  account.emit('price.created', price);
  return price;
}

/** Whole minor units only: a fraction of a cent is refused here. */
function readAmount(input: NewPrice, at: (name: string) => string): number {
  const { unit_amount: amount, unit_amount_decimal: decimal } = input;
  if (amount !== undefined && decimal !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: unit_amount, unit_amount_decimal.', {
      code: 'parameters_exclusive',
    });
  }
  const value = amount ?? (decimal === undefined ? undefined : Number(decimal));
  if (value === undefined) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'parameter_missing',
      message: `Missing required param: ${at('unit_amount')}.`,
      param: at('unit_amount'),
    });
  }
  if (!Number.isInteger(value)) {
    throw invalidRequest('Fractions of a minor unit are not simulated yet.', { param: at('unit_amount_decimal') });
  }
  if (value < 0)
    throw invalidRequest('Invalid non-negative integer', {
      code: 'parameter_invalid_integer',
      param: at('unit_amount'),
    });
  if (value > greatestAmount) {
    throw invalidRequest('Amount must be no more than 99999999', {
      code: 'amount_too_large',
      param: at('unit_amount'),
    });
  }
  if (minorUnitsDivisor(input.currency) === 1000 && value % 10 !== 0) {
    throw invalidRequest(`Amount must be a multiple of 10 in ${input.currency}.`, { param: at('unit_amount') });
  }
  return value;
}

function readProduct(account: Account, input: NewPrice, at: (name: string) => string): string {
  if (input.product !== undefined && input.product_data) {
    throw invalidRequest('You may only specify one of these parameters: product, product_data.', {
      code: 'parameters_exclusive',
    });
  }
  if (input.product !== undefined) return findProduct(account, input.product, at('product')).id;
  if (input.product_data) return createProduct(account, input.product_data).id;
  throw invalidRequest('You must specify either `product` or `product_data` when creating a price.', {
    code: 'parameter_missing',
    param: at('product'),
  });
}

function toRecurring(input: NewRecurring, at: (name: string) => string): NonNullable<Price['recurring']> {
  const { interval, interval_count: count = 1 } = input;
  const most = { day: 1095, week: 156, month: 36, year: 3 }[interval];
  if (count < 1 || count > most) {
    const message = `Invalid interval_count: must be between 1 and ${String(most)} for the interval ${interval}.`;
    throw invalidRequest(message, { param: `${at('recurring')}[interval_count]` });
  }
  const trial = input.trial_period_days ?? null;
  return { interval, interval_count: count, meter: null, trial_period_days: trial, usage_type: 'licensed' };
}

/** A lookup key names one price; it moves only when the request says so. */
export function takeLookupKey(
  account: Account,
  input: { readonly lookup_key?: string | undefined; readonly transfer_lookup_key?: boolean | undefined },
  id: string,
): void {
  const { lookup_key: key } = input;
  if (key === undefined) return;
  const holder = [...account.prices.values()].find((price) => price.lookup_key === key && price.id !== id);
  if (!holder) return;
  if (!input.transfer_lookup_key) {
    throw invalidRequest(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' });
  }
  holder.lookup_key = null;
  account.emit('price.updated', holder, { lookup_key: key });
}
