/** Turns requested line items into lines of a session, or refuses them. */
import { createPrice } from '../catalog/create-price.js';
import { findPrice } from '../catalog/prices.js';
import { findProduct } from '../catalog/products.js';
import { ApiError, invalidRequest, notSimulated } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { Price } from '../stripe-types.js';
import type { NewLine } from './create-params.js';
import type { SessionLine } from './session-record.js';

const mostQuantity = 999_999;

export function readNewLine(account: Account, input: NewLine, index: number): SessionLine {
  const at = `line_items[${String(index)}]`;
  if (input.tax_rates !== undefined) throw notSimulated(`${at}[tax_rates]`);
  const price = readPrice(account, input, at);
  if (input.quantity === undefined) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'parameter_missing',
      message: `Quantity is required. Add \`quantity\` to \`${at}\``,
      param: `${at}[quantity]`,
    });
  }
  const adjustable = readAdjustable(input.adjustable_quantity, at);
  checkQuantity(input.quantity, adjustable, `${at}[quantity]`);
  return { id: makeId('li'), priceId: price.id, quantity: input.quantity, adjustable, metadata: { ...input.metadata } };
}

export function readPrice(account: Account, input: Pick<NewLine, 'price' | 'price_data'>, at: string): Price {
  if ((input.price === undefined) === (input.price_data === undefined)) {
    throw invalidRequest(`You must specify exactly one of \`price\` or \`price_data\` in \`${at}\`.`, { param: at });
  }
  if (input.price_data) return createPrice(account, input.price_data, `${at}[price_data]`);
  const price = findPrice(account, input.price ?? '', `${at}[price]`);
  if (!price.active) {
    const message = 'The price specified is inactive. This field only accepts active prices.';
    throw invalidRequest(message, { param: `${at}[price]` });
  }
  if (typeof price.product === 'string' && !findProduct(account, price.product).active) {
    const message = `The product ${price.product} is marked as inactive, and thus no new subscriptions or payments may be made with it.`;
    throw invalidRequest(message, { code: 'product_inactive', param: `${at}[price]` });
  }
  return price;
}

export function readAdjustable(
  input:
    | { readonly enabled: boolean; readonly minimum?: number | undefined; readonly maximum?: number | undefined }
    | undefined,
  at: string,
): SessionLine['adjustable'] {
  if (!input?.enabled) return null;
  const { minimum = 0, maximum = 99 } = input;
  const param = `${at}[adjustable_quantity]`;
  if (minimum < 0 || maximum > mostQuantity || minimum > maximum) {
    const message = 'The adjustable quantity must have 0 <= minimum <= maximum <= 999999.';
    throw invalidRequest(message, { param: `${param}[${minimum < 0 ? 'minimum' : 'maximum'}]` });
  }
  return { enabled: true, minimum, maximum };
}

export function checkQuantity(quantity: number, adjustable: SessionLine['adjustable'], param: string): void {
  if (quantity < 0 || (quantity === 0 && adjustable?.minimum !== 0)) {
    throw invalidRequest('Quantity must be greater than or equal to 1.', { param });
  }
  if (quantity > mostQuantity) throw invalidRequest('Quantity must be no more than 999999.', { param });
  if (adjustable && (quantity < adjustable.minimum || quantity > adjustable.maximum)) {
    const range = `${String(adjustable.minimum)} and ${String(adjustable.maximum)}`;
    throw invalidRequest(`Quantity must be between the adjustable minimum and maximum, ${range}.`, { param });
  }
}

/** Rules about all lines together. */
export function checkLines(
  account: Account,
  lines: readonly SessionLine[],
  mode: 'payment' | 'subscription',
  currency?: string,
): string {
  const param = 'line_items';
  const prices = lines.map((line) => findPrice(account, line.priceId));
  const [first] = prices;
  if (!first) {
    const message = 'Missing required param: line_items.';
    throw new ApiError(400, { type: 'invalid_request_error', code: 'parameter_missing', message, param });
  }
  const recurring = prices.filter((price) => price.recurring);
  const once = prices.length - recurring.length;
  if (mode === 'payment' && recurring.length > 0) {
    const message =
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.';
    throw invalidRequest(message, { param });
  }
  if (mode === 'subscription' && recurring.length === 0) {
    const message = 'You must provide at least one recurring price in `subscription` mode when using prices.';
    throw invalidRequest(message, { param });
  }
  if (mode === 'payment' ? lines.length > 100 : recurring.length > 20 || once > 20) {
    throw invalidRequest('You have passed too many line items.', { param });
  }
  const cycles = new Set(
    recurring.map(({ recurring: cycle }) => `${cycle?.interval ?? ''} ${String(cycle?.interval_count)}`),
  );
  if (cycles.size > 1) {
    throw invalidRequest('Checkout does not support multiple prices with different billing intervals.', { param });
  }
  const wanted = currency ?? first.currency;
  if (prices.some((price) => price.currency !== wanted)) {
    throw invalidRequest('All prices on a Checkout Session must have the same currency.', { param });
  }
  return wanted;
}
