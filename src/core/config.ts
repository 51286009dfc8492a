/** What the host wants, parsed once. */
import type { Item } from '../contract/items.js';
import { FIELD_NAME, MAX_FIELDS } from '../contract/field-rules.js';
import { isLookupKey, isQuantity, MAX_ITEMS } from '../contract/item-rules.js';
import type { MerchantField, Requirement, TagWishes } from './extra-fields.js';
import type { Contact } from './ports.js';
import type { Flow } from './state.js';

/** What the customer is known by already. Never an attribute: it is personal. */
export interface DefaultValues {
  /** Fills the email field; where your server knows the customer, its email wins. */
  readonly email?: string;
  /** What Stripe's address field begins with. */
  readonly billingAddress?: Contact;
  /** The company's name, where one is asked. */
  readonly company?: string;
  /** The customer's number for this purchase, where one is asked. */
  readonly purchaseOrder?: string;
}

/** What the tag says, unchecked. A property never set is an attribute never given. */
export interface RawConfig {
  readonly publishableKey?: string | null;
  readonly endpoint?: string | null;
  readonly price?: string | null;
  readonly quantity?: string | number | null;
  readonly items?: unknown;
  readonly invoice?: string | null;
  readonly subscription?: string | null;
  readonly setup?: boolean;
  readonly savePayment?: string | null;
  readonly billingAddress?: string | null;
  readonly promotionCodes?: string | null;
  readonly adjustableQuantity?: boolean;
  readonly express?: boolean;
  readonly company?: string | null;
  readonly taxId?: string | null;
  readonly purchaseOrder?: string | null;
  readonly payByInvoice?: string | null;
  readonly fields?: readonly MerchantField[] | null;
  readonly returnUrl?: string | null;
  readonly flow?: string | null;
}

/** What is paid: one of these, never two. */
export type Payable =
  /** Prices are bought. */
  | {
      readonly kind: 'purchase';
      /** Which, and how many of each. */
      readonly items: readonly Item[];
    }
  /** An open invoice, paid in place. */
  | {
      readonly kind: 'invoice';
      /** Its id at Stripe, `in_…`. */
      readonly invoice: string;
    }
  /** A subscription's unpaid invoice, else another method for it. */
  | {
      readonly kind: 'subscription';
      /** Its id at Stripe, `sub_…`. */
      readonly subscription: string;
    }
  /** Nothing is paid: a method is kept. */
  | { readonly kind: 'setup' };

/** What is sold; nothing where no purchase is made. */
export const itemsOf = ({ pays }: Pick<CheckoutConfig, 'pays'>): readonly Item[] =>
  pays.kind === 'purchase' ? pays.items : [];

/** What the tag says, checked. */
export interface CheckoutConfig {
  /** Stripe's key for browsers, `pk_test_…` or `pk_live_…`. */
  readonly publishableKey: string;
  /** Absolute URL of the billing backend, without a slash at its end. */
  readonly endpoint: string;
  /** What is paid: a purchase, an invoice, a subscription's debt, or nothing. */
  readonly pays: Payable;
  /** Whether the method is kept. Absent: the server decides. */
  readonly savePayment?: 'ask' | 'always' | 'never';
  /** `required`: the whole address is asked. Absent: as the server says. */
  readonly billingAddress?: 'auto' | 'required';
  /** Absolute URL on the page's own origin, to which a bank sends the customer back. */
  readonly returnUrl: string;
  /** Whether wallets have buttons of their own. Only a purchase has. */
  readonly express: boolean;
  /** What is asked beside contact, address and card. */
  readonly wishes: TagWishes;
}

/** Why an attribute cannot be used. Reads as "attribute: reason. mend". */
export interface ConfigProblem {
  /** Name of the attribute, such as `publishable-key`. */
  readonly attribute: string;
  /** What is wrong, as a predicate: `is missing`. */
  readonly reason: string;
  /** A whole sentence that says what to write instead. */
  readonly mend: string;
}

/** Where the billing backend is, unless the tag says otherwise. */
export const DEFAULT_ENDPOINT = '/billing';

const REQUIREMENTS: readonly Requirement[] = ['off', 'optional', 'required'];

/** How the form may be laid out. */
const FLOWS: readonly Flow[] = ['one-page', 'two-page'];

/** The flow that the tag names, or null when it names none that is known. */
export const toFlow = (value: string | null | undefined): Flow | null => FLOWS.find((flow) => flow === value) ?? null;

/**
 * Checks what the tag says. Every problem at once, so that a developer mends them in one go.
 *
 * @param pageUrl - The page's address, against which relative ones are read.
 */
export function parseConfig(tag: RawConfig, pageUrl: string): CheckoutConfig | readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const bad: Report = (attribute, reason, mend) => {
    problems.push({ attribute, reason, mend });
  };

  const publishableKey = tag.publishableKey ?? '';
  const keyProblem = checkKey(publishableKey);
  if (keyProblem) bad('publishable-key', keyProblem, 'Use your pk_test_… or pk_live_….');

  const endpoint = toEndpoint(tag.endpoint ?? DEFAULT_ENDPOINT, pageUrl);
  if (!endpoint)
    bad('endpoint', 'is not a URL of a backend', 'Set its path without "?" or "#", as endpoint="/billing".');

  const returnUrl = toUrl(tag.returnUrl ?? pageUrl, pageUrl);
  if (returnUrl?.origin !== new URL(pageUrl).origin)
    bad('return-url', 'is not on this page’s origin', 'Set a URL of your own site.');

  const pays = parsePayable(tag, bad);
  oneOf(tag.flow, FLOWS, 'flow', bad);
  oneOf(tag.promotionCodes, ['on', 'off'], 'promotion-codes', bad);
  const savePayment = oneOf(tag.savePayment, ['ask', 'always', 'never'] as const, 'save-payment', bad);
  const billingAddress = oneOf(tag.billingAddress, ['auto', 'required'] as const, 'billing-address', bad);
  const wishes = {
    quantity: tag.adjustableQuantity === true && itemsOf({ pays }).length === 1,
    company: oneOf(tag.company, REQUIREMENTS, 'company', bad),
    taxId: oneOf(tag.taxId, REQUIREMENTS, 'tax-id', bad),
    purchaseOrder: oneOf(tag.purchaseOrder, REQUIREMENTS, 'purchase-order', bad),
    payByInvoice: oneOf(tag.payByInvoice, ['on', 'off'], 'pay-by-invoice', bad) !== 'off',
    fields: parseFields(tag.fields, bad),
  };

  if (problems.length > 0 || !endpoint || !returnUrl) return problems;
  return {
    publishableKey,
    endpoint: endpoint.href.replace(/\/$/, ''),
    pays,
    returnUrl: returnUrl.href,
    express: tag.express === true && pays.kind === 'purchase',
    wishes,
    ...(savePayment && { savePayment }),
    ...(billingAddress && { billingAddress }),
  };
}

/** Whether the tag can be used. */
export const isConfig = (config: CheckoutConfig | readonly ConfigProblem[]): config is CheckoutConfig =>
  !Array.isArray(config);

/** One sentence for developers: names each attribute, the reason and the mend. */
export const toHint = (problems: readonly ConfigProblem[]): string =>
  problems.map(({ attribute, reason, mend }) => `${attribute} ${reason}. ${mend}`).join(' ');

type Report = (attribute: string, reason: string, mend: string) => void;

function checkKey(key: string): string | null {
  if (!key) return 'is missing';
  // Not repeated in the warning: it is a secret, and logs travel.
  if (/^[sr]k_/.test(key)) return 'is a secret key, which must never reach a browser. Revoke it now';
  return /^pk_(test|live)_\w+$/.test(key) ? null : 'is not a publishable key';
}

function parsePayable(tag: RawConfig, bad: Report): Payable {
  const { invoice, subscription, setup, price, items } = tag;
  const named = Object.entries({ price, items, invoice, subscription, setup })
    .filter(([, value]) => value)
    .map(([name]) => name);
  const other = named.find((name) => name === 'invoice' || name === 'subscription' || name === 'setup');
  if (other && named.length > 1)
    bad(
      other,
      `cannot be used beside ${named.filter((name) => name !== other).join(', ')}`,
      'Say one thing to be paid.',
    );
  if (invoice) return { kind: 'invoice', invoice: toId(invoice, 'in', 'invoice', bad) };
  if (subscription) return { kind: 'subscription', subscription: toId(subscription, 'sub', 'subscription', bad) };
  return setup ? { kind: 'setup' } : { kind: 'purchase', items: parseItems(tag, bad) };
}

function toId(id: string, prefix: string, attribute: string, bad: Report): string {
  if (!new RegExp(`^${prefix}_\\w{1,250}$`).test(id))
    bad(attribute, 'is not the id of one', `Set Stripe’s id, as ${attribute}="${prefix}_…".`);
  return id;
}

function parseItems({ items, price, quantity }: RawConfig, bad: Report): readonly Item[] {
  if (items == null) {
    const units = Number(quantity ?? 1);
    if (!isLookupKey(price))
      bad(
        'price',
        price ? 'is not a lookup key' : 'is missing',
        'Set the lookup key of a price, as price="pro_monthly".',
      );
    if (!isQuantity(units))
      bad('quantity', `"${String(quantity)}" cannot be bought`, 'Set a whole number from 1 to 999999.');
    return [{ price: price ?? '', quantity: units }];
  }
  const wrong = findWrong(items);
  if (wrong !== null) bad('items', `cannot be used at ${wrong}`, 'Set [{ price, quantity }], each price once.');
  return items as readonly Item[];
}

/** Names travel as keys of Stripe's metadata. */
function parseFields(fields: unknown, bad: Report): readonly MerchantField[] {
  if (fields == null) return [];
  const list = Array.isArray(fields) ? (fields as readonly Partial<MerchantField>[]) : [{}];
  const names = list.map(({ name, label }) => (label && FIELD_NAME.test(name ?? '') ? name : ''));
  if (list.length > MAX_FIELDS || names.includes('') || new Set(names).size < names.length)
    bad('fields', 'cannot be used', 'Set [{ name, label }], each name once: letters, digits, "-" and "_", at most 34.');
  return list as readonly MerchantField[];
}

/** Where a list of items breaks the contract. */
function findWrong(items: unknown): string | null {
  if (!Array.isArray(items) || items.length < 1 || items.length > MAX_ITEMS) return 'its top';
  const seen = new Set();
  for (const [index, item] of items.entries()) {
    const { price, quantity, ...rest } = Object(item) as Record<string, unknown>;
    if (!isLookupKey(price) || seen.has(price)) return `${String(index)}.price`;
    if (!isQuantity(quantity)) return `${String(index)}.quantity`;
    if (Object.keys(rest).length > 0) return String(index);
    seen.add(price);
  }
  return null;
}

function oneOf<T extends string>(
  value: string | null | undefined,
  allowed: readonly T[],
  attribute: string,
  bad: Report,
): T | null {
  if (!value) return null;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) bad(attribute, `"${value}" is not known`, `Use one of ${allowed.join(', ')}.`);
  return found ?? null;
}

/** Paths are put behind it, so there may be nothing behind it yet. */
function toEndpoint(value: string, base: string): URL | null {
  const url = value === '' ? null : toUrl(value, base);
  return url?.search === '' && url.hash === '' ? url : null;
}

function toUrl(value: string, base: string): URL | null {
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return /^https?:$/.test(url.protocol) ? url : null;
}
