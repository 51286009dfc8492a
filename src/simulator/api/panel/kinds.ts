/** What of an account the control panel shows: its kinds of objects, and one line about each object. */
import { amountFormatter } from '../page/format-amount.js';
import type { Account } from '../state/account.js';

/** An object as the panel lists it. */
export interface PanelObject {
  readonly id: string;
  /** Unix seconds; null where Stripe's object has no date. */
  readonly created: number | null;
  /** What tells it from others: a name, an amount, a status. */
  readonly line: string;
  /** The object as the API gives it. */
  readonly object: object;
}

/** A kind of objects. */
export interface Kind {
  /** Its name in the panel's paths. */
  readonly slug: string;
  readonly title: string;
  readonly count: (account: Account) => number;
  /** Oldest first. */
  readonly list: (account: Account) => PanelObject[];
  readonly find: (account: Account, id: string) => PanelObject | undefined;
}

interface Stored {
  readonly id: string;
}

const kind = <T, O extends Stored>(
  slug: string,
  title: string,
  table: (account: Account) => ReadonlyMap<string, T>,
  read: (entry: T) => O,
  line: (object: O) => readonly (string | number | null | undefined)[],
): Kind => {
  const show = (entry: T): PanelObject => {
    const object = read(entry);
    const created = 'created' in object && typeof object.created === 'number' ? object.created : null;
    const facts = line(object).filter((fact) => fact !== null && fact !== undefined && fact !== '');
    return { id: object.id, created, line: facts.join(' · '), object };
  };
  return {
    slug,
    title,
    count: (account) => table(account).size,
    list: (account) => [...table(account).values()].map(show),
    find: (account, id) => {
      const entry = table(account).get(id);
      return entry === undefined ? undefined : show(entry);
    },
  };
};

const same = <T>(object: T): T => object;

/** An integer in the currency's minor unit, as people read it. */
const money = (amount: number | null, currency: string | null): string | null =>
  amount === null || currency === null ? null : amountFormatter(currency, null)(amount).amount;

/** Every kind, in the order in which a purchase makes them. */
export const KINDS: readonly Kind[] = [
  kind(
    'customers',
    'Customers',
    ({ customers }) => customers,
    same,
    ({ name, email }) => [name, email],
  ),
  kind(
    'payment_methods',
    'Payment methods',
    ({ paymentMethods }) => paymentMethods,
    ({ method }) => method,
    ({ type, card, allow_redisplay: shown }) => [
      type,
      card && `${card.brand} …${card.last4}, ${card.exp_month}/${card.exp_year}`,
      shown,
    ],
  ),
  kind(
    'checkout_sessions',
    'Checkout Sessions',
    ({ sessions }) => sessions,
    ({ session }) => session,
    ({ mode, status, payment_status: paid, amount_total: total, currency }) => [
      mode,
      status,
      paid,
      money(total, currency),
    ],
  ),
  kind(
    'payment_intents',
    'PaymentIntents',
    ({ paymentIntents }) => paymentIntents,
    same,
    ({ status, amount, currency }) => [status, money(amount, currency)],
  ),
  kind(
    'setup_intents',
    'SetupIntents',
    ({ setupIntents }) => setupIntents,
    same,
    ({ status, usage }) => [status, usage],
  ),
  kind(
    'charges',
    'Charges',
    ({ charges }) => charges,
    same,
    ({ status, amount, currency, failure_code: failure }) => [status, money(amount, currency), failure],
  ),
  kind(
    'refunds',
    'Refunds',
    ({ refunds }) => refunds,
    same,
    ({ status, amount, currency }) => [status, money(amount, currency)],
  ),
  kind(
    'disputes',
    'Disputes',
    ({ disputes }) => disputes,
    same,
    ({ status, amount, currency, reason }) => [status, money(amount, currency), reason],
  ),
  kind(
    'subscriptions',
    'Subscriptions',
    ({ subscriptions }) => subscriptions,
    same,
    ({ status, collection_method: collection }) => [status, collection],
  ),
  kind(
    'invoices',
    'Invoices',
    ({ invoices }) => invoices,
    same,
    ({ number, status, total, currency }) => [number, status, money(total, currency)],
  ),
  kind(
    'invoiceitems',
    'Invoice items',
    ({ invoiceItems }) => invoiceItems,
    same,
    ({ description, amount, currency }) => [description, money(amount, currency)],
  ),
  kind(
    'mandates',
    'Mandates',
    ({ mandates }) => mandates,
    same,
    ({ status, type }) => [status, type],
  ),
  kind(
    'test_helpers_test_clocks',
    'Test clocks',
    ({ testClocks }) => testClocks,
    same,
    ({ name, frozen_time: frozen }) => [name, new Date(frozen * 1000).toISOString()],
  ),
  kind(
    'products',
    'Products',
    ({ products }) => products,
    same,
    ({ name, active }) => [name, active ? null : 'archived'],
  ),
  kind(
    'prices',
    'Prices',
    ({ prices }) => prices,
    same,
    ({ lookup_key: key, unit_amount: amount, currency, recurring }) => [
      key,
      money(amount, currency),
      recurring && `every ${recurring.interval_count} ${recurring.interval}`,
    ],
  ),
  kind(
    'coupons',
    'Coupons',
    ({ coupons }) => coupons,
    same,
    ({ name, duration }) => [name, duration],
  ),
  kind(
    'promotion_codes',
    'Promotion codes',
    ({ promotionCodes }) => promotionCodes,
    same,
    ({ code, active }) => [code, active ? null : 'inactive'],
  ),
  kind(
    'webhook_endpoints',
    'Webhook endpoints',
    ({ webhookEndpoints }) => webhookEndpoints,
    same,
    ({ url, status }) => [url, status],
  ),
  kind(
    'events',
    'Events',
    ({ events }) => events,
    same,
    ({ type, pending_webhooks: pending }) => [type, pending > 0 ? `${pending} undelivered` : null],
  ),
];

/** The kind of this name. */
export const findKind = (slug: string): Kind | undefined => KINDS.find((candidate) => candidate.slug === slug);

const HIDDEN = new Set(['client_secret', 'secret']);

/** The object as text, without what opens doors: a panel is looked at over shoulders. */
export const toShownJson = (object: object): string =>
  JSON.stringify(
    object,
    (key, value: unknown) => (HIDDEN.has(key) && typeof value === 'string' ? `${value.slice(0, 6)}…` : value),
    2,
  );
