/** Turns an open session into an invoice. Expiring the session is the lock: it is paid there or here, never both. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { InvoiceRequest } from '../contract/invoice-request.js';
import { checkNotSubscribed } from './already-subscribed.js';
import { withInvoice } from './bill-session.js';
import type { Caller } from './caller.js';
import { toCatalogItems, type FeatureRules, type PriceRules } from './catalog.js';
import { toNetDays, toOffer } from './features.js';
import { findSession } from './find-session.js';
import { HOSTED_MARK } from './hosted-mark.js';
import { INVOICED_MARK, toMark } from './invoice-mark.js';
import { invoicedCustomer } from './invoiced-customer.js';
import { toTrialDays, type PricedLine } from './priced-lines.js';
import { readLines, readSession, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';
import { toStatus } from './to-truth.js';

/** What the shop sells, and how. */
export interface Shop {
  readonly catalog: ReadonlyMap<string, PriceRules>;
  readonly features: FeatureRules;
}

/** The session afterwards: invoiced, or as it has ended before. Refuses one that is over without being paid. */
export async function payByInvoice(
  stripe: Stripe,
  id: string,
  asked: InvoiceRequest,
  caller: Caller,
  shop: Shop,
): Promise<SessionReading> {
  const reading = await withInvoice(stripe, await findSession(stripe, id, caller));
  const status = toStatus(reading);
  if (status === 'expired') throw new Refusal('session.closed');
  if (status !== 'open') return reading;
  const lines = await pricedLines(stripe, reading.session, shop);
  checkOffered(reading.session, lines, shop);
  await checkNotSubscribed(stripe, caller.customer, lines);
  const rules = lines.map(({ item }) => ({ ...shop.features, ...item.rules }));
  const mark = {
    customer: await invoicedCustomer(stripe, reading.session, asked, caller, rules),
    netDays: toNetDays(
      lines.map(({ item }) => item),
      shop.features,
    ),
    trialDays: reading.session.mode === 'subscription' ? (toTrialDays(lines) ?? 0) : 0,
  };
  const order = asked.purchaseOrder?.trim();
  return lock(stripe, id, {
    [INVOICED_MARK]: toMark(mark),
    [HOSTED_MARK]: '',
    ...(order !== undefined && order !== '' && { [METADATA.purchaseOrder]: order }),
  });
}

/** Marks, for only an open session can be; then expires. Who comes second finds what the first one has left. */
async function lock(stripe: Stripe, id: string, metadata: Record<string, string>): Promise<SessionReading> {
  try {
    await stripe.checkout.sessions.update(id, { metadata });
    await stripe.checkout.sessions.expire(id);
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
  }
  const reading = await readSession(stripe, id);
  if (reading === null) throw new Refusal('session.not_found');
  const after = await withInvoice(stripe, reading);
  const status = toStatus(after);
  // Open still: a payment is under way, which Stripe lets nobody cut off.
  if (status === 'open' || status === 'expired') throw new Refusal('session.closed');
  return after;
}

/** What the session itself sells, with the rules of the catalog. */
async function pricedLines(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  { catalog }: Shop,
): Promise<readonly PricedLine[]> {
  const lines = (await readLines(stripe, session)).flatMap(({ price, quantity }) =>
    price === null ? [] : [{ price, sold: { price: price.lookup_key ?? '', quantity: quantity ?? 1 } }],
  );
  const items = toCatalogItems(
    lines.map(({ sold }) => sold),
    catalog,
  );
  return items.flatMap((item, index) => {
    const price = lines[index]?.price;
    return price === undefined ? [] : [{ item, price }];
  });
}

function checkOffered(session: Stripe.Checkout.Session, lines: readonly PricedLine[], { features }: Shop): void {
  const { payByInvoice: offered } = toOffer(
    lines.map(({ item }) => item),
    features,
    {},
    false,
  );
  if (!offered) {
    throw new Refusal('invoice.not_offered', {
      detail: 'Set `payByInvoice: true` in `features`, or on the prices, of createCheckoutServer.',
    });
  }
  // It is not taken along. In a trial a discount takes nothing off yet.
  if ((session.discounts ?? []).length > 0) {
    throw new Refusal('invoice.not_offered', { detail: 'A promotion code cannot be taken along to an invoice.' });
  }
}
