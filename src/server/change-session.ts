/** Changes what an open session sells, what is said about the purchase, or what is known of its experiment. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { SessionChange } from '../contract/session-change.js';
import { checkAddress, withCompany } from './check-address.js';
import { checkTakenBack } from './check-required.js';
import { checkNotSubscribed } from './already-subscribed.js';
import type { Caller } from './caller.js';
import { toCatalogItems, type FeatureRules, type PriceRules } from './catalog.js';
import { toAsked } from './features.js';
import { toChangedLines } from './line-items.js';
import { markSwitched } from './mark-switched.js';
import type { Shop } from './pay-by-invoice.js';
import { findPrices, toPurchaseMode } from './priced-lines.js';
import { readLines, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { toMode, toStatus } from './to-truth.js';
import { toDetails } from './to-details.js';
import { updateSession } from './update-session.js';

/** Changes the session and reads it as it is afterwards. Refuses when it is no longer open. */
export async function changeSession(
  stripe: Stripe,
  reading: SessionReading,
  change: SessionChange,
  caller: Caller,
  shop: Shop,
): Promise<SessionReading> {
  if (toStatus(reading) !== 'open') throw new Refusal('session.closed');
  const { session } = reading;
  if (change.change === 'experiment') return markSwitched(stripe, reading);
  if (change.change === 'items')
    return updateSession(stripe, session.id, {
      line_items: await toLines(stripe, session, change, caller, shop.catalog),
    });
  const rules = await rulesOf(stripe, session, shop);
  checkTakenBack(toAsked(rules), change);
  if (change.address) {
    const address = withCompany(change.address, change.company, session.metadata?.[METADATA.company]);
    checkAddress(address, rules);
  }
  const said = toDetails(change, session.metadata);
  // An address is looked at and not kept.
  return Object.keys(said).length === 0 ? reading : updateSession(stripe, session.id, toDetailsParams(session, said));
}

/** What the shop says of what the session sells. */
async function rulesOf(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  { catalog, features }: Shop,
): Promise<readonly FeatureRules[]> {
  const lines = await readLines(stripe, session);
  return lines.map(({ price }) => ({ ...features, ...catalog.get(price?.lookup_key ?? '') }));
}

async function toLines(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  change: Extract<SessionChange, { change: 'items' }>,
  caller: Caller,
  catalog: ReadonlyMap<string, PriceRules>,
): Promise<Stripe.Checkout.SessionUpdateParams.LineItem[]> {
  const [lines, present] = await Promise.all([
    findPrices(stripe, toCatalogItems(change.items, catalog)),
    readLines(stripe, session),
  ]);
  const fits = toPurchaseMode(lines) === toMode(session.mode) && lines[0]?.price.currency === session.currency;
  if (!fits) {
    throw new Refusal('price.incompatible', {
      field: 'items',
      detail: 'A session keeps its mode and its currency: open another one.',
    });
  }
  await checkNotSubscribed(stripe, caller.customer, lines);
  return toChangedLines(lines, present);
}

/** A payment's own metadata can still be written before it is made; a subscription's only afterwards. */
const toDetailsParams = (
  { mode }: Stripe.Checkout.Session,
  metadata: Record<string, string>,
): Stripe.Checkout.SessionUpdateParams =>
  mode === 'payment' ? { metadata, payment_intent_data: { metadata } } : { metadata };
