/** Decides what the form offers, from the server's rules, the prices' rules and what the tag asked for. */
import type { Features } from '../contract/sessions.js';
import type { CatalogItem, FeatureRules } from './catalog.js';

/** What a tag's attributes may ask for. */
export interface Wish {
  readonly savePayment?: Features['savePayment'] | undefined;
  readonly billingAddress?: Features['billingAddress'] | undefined;
}

/** What is offered, all but whether the email is known. */
export type Offer = Omit<Features, 'email'>;

const SAVING = ['never', 'ask', 'always'] as const;
const REQUIREMENT = ['off', 'optional', 'required'] as const;

const lowest = <T>(order: readonly T[], values: readonly T[]): T | undefined =>
  order.find((candidate) => values.includes(candidate));

/**
 * The offer for a purchase. Several prices: each must allow it, and what one of them requires is required.
 *
 * @param keepable - Whether there is, or will be, a customer the payment method can be kept for.
 */
export function toOffer(items: readonly CatalogItem[], server: FeatureRules, wish: Wish, keepable: boolean): Offer {
  const rules: FeatureRules[] = items.map((item) => ({ ...server, ...item.rules }));
  const saving = rules.map((rule) => rule.savePayment ?? 'ask');
  const payByInvoice = rules.every((rule) => rule.payByInvoice === true);
  const addressRules = toAddressRules(rules);
  const [only, ...others] = items;
  const asked = { ...toAsked(rules), ...addressRules };
  return {
    billingAddress: toBillingAddress(
      // A tax is computed from an address, and rules are about one.
      rules.map((rule) => (rule.automaticTax === true || addressRules.address ? 'required' : rule.billingAddress)),
      wish.billingAddress,
    ),
    savePayment: keepable ? (lowest(SAVING, [...saving, wish.savePayment ?? 'always']) ?? 'never') : 'never',
    promotionCodes: rules.every((rule) => rule.promotionCodes === true),
    quantity:
      only !== undefined && others.length === 0 && only.limits.min < only.limits.max ? { ...only.limits } : null,
    ...asked,
    hosted: rules.every((rule) => rule.hostedPage !== false) && fitsHostedPage(asked),
    payByInvoice,
    ...(payByInvoice && { netDays: toNetDays(items, server) }),
    // A wallet brings an address that nobody has looked at.
    express: rules.every((rule) => rule.express !== false && rule.automaticTax !== true) && !addressRules.address,
  };
}

/** Whether Stripe's page asks for all that has to be asked. */
const fitsHostedPage = (asked: Pick<Features, 'company' | 'taxId' | 'purchaseOrder' | 'address' | 'terms'>): boolean =>
  ![asked.company, asked.taxId, asked.purchaseOrder].includes('required') &&
  asked.address === undefined &&
  asked.terms === undefined;

/** What is asked of the customer beside an address; what one price requires is required. */
export const toAsked = (
  rules: readonly FeatureRules[],
): Pick<Features, 'company' | 'taxId' | 'purchaseOrder' | 'terms'> => ({
  company: strictest(rules.map((rule) => (rule.companyAddress === true ? 'required' : (rule.company ?? 'off')))),
  taxId: strictest(rules.map((rule) => rule.taxId ?? 'off')),
  purchaseOrder: strictest(rules.map((rule) => rule.purchaseOrder ?? 'off')),
  ...toTerms(rules),
});

/** What all of them allow. */
export function toAddressRules(rules: readonly FeatureRules[]): Pick<Features, 'address'> {
  const lists = rules.flatMap(({ countries }) => (countries ? [countries] : []));
  const poBoxes = rules.every((rule) => rule.poBoxes !== false);
  const company = rules.some((rule) => rule.companyAddress === true);
  const [first, ...others] = lists;
  if (!first && poBoxes && !company) return {};
  return {
    address: {
      countries: first ? first.filter((country) => others.every((list) => list.includes(country))) : null,
      poBoxes,
      ...(company && { company }),
    },
  };
}

/** One agreement at most: of several prices the first that has terms. */
const toTerms = (rules: readonly FeatureRules[]): Pick<Features, 'terms'> => {
  const url = rules.find(({ termsUrl }) => termsUrl !== undefined)?.termsUrl;
  return url === undefined ? {} : { terms: url };
};

/** Whether saved cards may be removed, as far as the shop says. */
export const asksRemoval = (items: readonly CatalogItem[], server: FeatureRules): boolean =>
  items.every(({ rules }) => (rules.removeSaved ?? server.removeSaved) === true);

/** Days until an invoice is due. */
export const toNetDays = (items: readonly CatalogItem[], server: FeatureRules): number =>
  Math.min(...items.map(({ rules }) => rules.netDays ?? server.netDays ?? 30));

/** Whether Stripe computes the tax: of all that is bought together, or of nothing. */
export const isTaxed = (items: readonly CatalogItem[], server: FeatureRules): boolean =>
  items.some(({ rules }) => (rules.automaticTax ?? server.automaticTax) === true);

/** What a rule requires is required. Where no rule says anything the tag decides, and an address is asked for. */
function toBillingAddress(
  rules: readonly FeatureRules['billingAddress'][],
  wish: Wish['billingAddress'],
): Features['billingAddress'] {
  if (rules.includes('required')) return 'required';
  return wish ?? (rules.includes('auto') ? 'auto' : 'required');
}

const strictest = (values: readonly Features['company'][]): Features['company'] =>
  lowest([...REQUIREMENT].reverse(), values) ?? 'off';

/** Whether a method is kept, where nothing of the catalog is sold. */
export const savingOf = (rules: FeatureRules, wish: Wish['savePayment']): Features['savePayment'] =>
  lowest(SAVING, [rules.savePayment ?? 'ask', wish ?? 'always']) ?? 'never';
