/** Changes an open session: its lines (the whole array), its metadata, its payment's details. */
import { z } from 'zod';
import { priceData } from '../catalog/price-data.js';
import { findPrice } from '../catalog/prices.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { emptyable, integer, metadata, text, textUpTo } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { CheckoutSession } from '../stripe-types.js';
import { adjustableQuantity } from './create-params.js';
import { checkLines, checkQuantity, readAdjustable, readNewLine, readPrice } from './read-lines.js';
import type { SessionLine, SessionRecord } from './session-record.js';
import { applyTotals } from './session-totals.js';

const custom = z.unknown().optional();

const line = z.strictObject({
  id: text.optional(),
  price: text.optional(),
  price_data: priceData.optional(),
  quantity: integer.optional(),
  adjustable_quantity: adjustableQuantity.optional(),
  metadata: emptyable(metadata).optional(),
  tax_rates: custom,
});
type ChangedLine = z.output<typeof line>;

const intentData = z.strictObject({
  description: emptyable(textUpTo(1000)).optional(),
  metadata: emptyable(metadata).optional(),
  setup_future_usage: emptyable(z.enum(['off_session', 'on_session'])).optional(),
  statement_descriptor: custom,
  statement_descriptor_suffix: emptyable(textUpTo(22)).optional(),
});

export const updateParams = {
  collected_information: custom,
  line_items: z.array(line).optional(),
  metadata: emptyable(metadata).optional(),
  payment_intent_data: intentData.optional(),
  shipping_options: custom,
};
const whole = z.object(updateParams);
type UpdateSessionParams = z.output<typeof whole>;

export function updateSession(account: Account, record: SessionRecord, params: UpdateSessionParams): CheckoutSession {
  const { session } = record;
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be updated. This Checkout Session has a status of \`${session.status ?? ''}\`.`,
    );
  }
  if (params.collected_information !== undefined) throw notSimulated('collected_information');
  if (params.shipping_options !== undefined) throw notSimulated('shipping_options');
  if (params.line_items) replaceLines(account, record, params.line_items);
  if (params.payment_intent_data && session.ui_mode !== 'elements') {
    const message = 'You can only update `payment_intent_data` when `ui_mode` is `elements`.';
    throw invalidRequest(message, { param: 'payment_intent_data' });
  }
  if (params.payment_intent_data) updateIntentData(account, record, params.payment_intent_data);
  session.metadata = applyMetadata(session.metadata, params.metadata);
  return session;
}

function replaceLines(account: Account, record: SessionRecord, changes: readonly ChangedLine[]): void {
  const before = record.lines;
  const next = changes.map((change, index) => changeLine(account, record, change, index));
  const ids = next.map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw invalidRequest('Each line item can appear only once.', { param: 'line_items' });
  const mode = record.session.mode === 'subscription' ? 'subscription' : 'payment';
  checkLines(account, next, mode, record.session.currency ?? undefined);
  record.lines = next;
  try {
    applyTotals(account, record);
  } catch (error) {
    record.lines = before;
    throw error;
  }
}

/** A line with an id keeps what the change does not name; one without is new; one not sent is gone. */
function changeLine(account: Account, record: SessionRecord, change: ChangedLine, index: number): SessionLine {
  const at = `line_items[${String(index)}]`;
  if (change.tax_rates !== undefined) throw notSimulated(`${at}[tax_rates]`);
  if (change.id === undefined)
    return readNewLine(account, { ...change, metadata: change.metadata ?? undefined }, index);
  const current = record.lines.find(({ id }) => id === change.id);
  if (!current) throw missingResource('line item', change.id, `${at}[id]`, 400);
  const names = change.price !== undefined || change.price_data !== undefined;
  const price = names ? readPrice(account, change, at) : findPrice(account, current.priceId);
  const adjustable = change.adjustable_quantity ? readAdjustable(change.adjustable_quantity, at) : current.adjustable;
  const quantity = change.quantity ?? current.quantity;
  checkQuantity(quantity, adjustable, `${at}[quantity]`);
  return {
    id: current.id,
    priceId: price.id,
    quantity,
    adjustable,
    metadata: applyMetadata(current.metadata, change.metadata),
  };
}

function updateIntentData(account: Account, record: SessionRecord, change: z.output<typeof intentData>): void {
  if (record.session.mode !== 'payment') {
    const message = 'You can not pass `payment_intent_data` in `subscription` mode.';
    throw invalidRequest(message, { param: 'payment_intent_data' });
  }
  if (change.statement_descriptor !== undefined) throw notSimulated('payment_intent_data[statement_descriptor]');
  const { metadata: current, ...kept } = record.paymentIntentData;
  const merged = { ...kept, ...withoutMetadata(change) };
  // An empty value takes the setting away.
  const set = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  record.paymentIntentData = { ...set, metadata: applyMetadata(current ?? null, change.metadata) };
  abandonAttempt(account, record);
}

function withoutMetadata({
  metadata: _,
  ...rest
}: z.output<typeof intentData>): Omit<z.output<typeof intentData>, 'metadata'> {
  return rest;
}

/** The running attempt ends, and the intent takes over what was changed. */
function abandonAttempt(account: Account, record: SessionRecord): void {
  const intent = record.intentId === null ? undefined : account.paymentIntents.get(record.intentId);
  record.challenge = null;
  if (!intent) return;
  const data = record.paymentIntentData;
  intent.description = data.description ?? null;
  intent.metadata = { ...data.metadata };
  intent.setup_future_usage = data.setup_future_usage ?? null;
  intent.statement_descriptor_suffix = data.statement_descriptor_suffix ?? null;
  if (intent.status === 'requires_action') {
    intent.status = 'requires_payment_method';
    intent.next_action = null;
    intent.payment_method = null;
  }
}
