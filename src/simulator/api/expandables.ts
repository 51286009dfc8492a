/** Which fields of which objects can be expanded, and where what they name is found. */
import { toLineItems } from './checkout/session-totals.js';
import { readCoupon } from './discounts/coupons.js';
import { readPromotionCode } from './discounts/promotion-codes.js';
import { paginate } from './http/paginate.js';
import type { Account } from './state/account.js';
import { ownedBy } from './state/owned.js';

/** `value` is the id standing in the field; `owner` the object around it. */
export type Loader = (account: Account, value: unknown, owner: Record<string, unknown>) => object | null | undefined;

const find =
  (pick: (account: Account, id: string) => object | undefined): Loader =>
  (account, value) =>
    typeof value === 'string' ? pick(account, value) : null;

const customer = find((account, id) => account.customers.get(id) ?? account.deletedCustomers.get(id));
const product = find((account, id) => account.products.get(id));
const price = find((account, id) => account.prices.get(id));
const method = find((account, id) => account.paymentMethods.get(id)?.method);
const coupon = find((account, id) => readCoupon(account, id) ?? account.deletedCoupons.get(id));
const promotionCode = find(readPromotionCode);
const discount = find((account, id) => account.discounts.get(id));
const intent = find((account, id) => account.paymentIntents.get(id));
const mandate = find((account, id) => account.mandates.get(id));
const charge = find((account, id) => account.charges.get(id));
const subscription = find((account, id) => account.subscriptions.get(id));
const invoice = find((account, id) => account.invoices.get(id));
const setupIntent = find((account, id) => account.setupIntents.get(id));
const testClock = find((account, id) => account.testClocks.get(id));
/** Expandable at Stripe; here nothing is ever in it. */
const nothing: Loader = () => null;

const lineItems: Loader = (account, _, owner) => {
  const record = account.sessions.get(String(owner['id']));
  return record && paginate(toLineItems(account, record), {}, `/v1/checkout/sessions/${record.session.id}/line_items`);
};
const invoicePayments: Loader = (account, _, owner) => {
  const payments = ownedBy(account, String(owner['id']), account.invoicePayments);
  return paginate(payments, {}, `/v1/invoice_payments?invoice=${String(owner['id'])}`);
};
const confirmationSecret: Loader = (account, _, owner) => {
  const payment = ownedBy(account, String(owner['id']), account.invoicePayments).at(-1);
  const id = payment?.payment.payment_intent;
  const secret = typeof id === 'string' ? account.paymentIntents.get(id)?.client_secret : undefined;
  return secret ? { client_secret: secret, type: 'payment_intent' } : null;
};
const customerSubscriptions: Loader = (account, _, owner) => {
  const own = ownedBy(account, String(owner['id']), account.subscriptions).filter(
    ({ status }) => status !== 'canceled',
  );
  return paginate(own, {}, `/v1/customers/${String(owner['id'])}/subscriptions`);
};

export const expandables: Readonly<Record<string, Readonly<Record<string, Loader>>>> = {
  'checkout.session': {
    customer,
    invoice,
    line_items: lineItems,
    payment_intent: intent,
    payment_link: nothing,
    setup_intent: nothing,
    subscription,
  },
  item: { 'price.product': product },
  price: { product, tiers: nothing, currency_options: nothing },
  product: { default_price: price, tax_code: nothing },
  coupon: { applies_to: nothing, currency_options: nothing },
  promotion_code: { customer, 'promotion.coupon': coupon },
  discount: { customer, promotion_code: promotionCode, 'source.coupon': coupon },
  customer: {
    default_source: nothing,
    'invoice_settings.default_payment_method': method,
    subscriptions: customerSubscriptions,
    test_clock: testClock,
  },
  payment_method: { customer },
  payment_intent: { customer, latest_charge: charge, payment_method: method, review: nothing, application: nothing },
  setup_intent: {
    customer,
    payment_method: method,
    latest_attempt: nothing,
    mandate,
    application: nothing,
  },
  mandate: { payment_method: method },
  dispute: { charge, payment_intent: intent },
  charge: { customer, payment_intent: intent, balance_transaction: nothing, review: nothing, application: nothing },
  subscription: {
    customer,
    default_payment_method: method,
    default_source: nothing,
    discounts: discount,
    latest_invoice: invoice,
    pending_setup_intent: setupIntent,
    schedule: nothing,
    test_clock: testClock,
  },
  subscription_item: { discounts: nothing },
  invoice: {
    confirmation_secret: confirmationSecret,
    customer,
    default_payment_method: method,
    default_source: nothing,
    discounts: discount,
    'parent.subscription_details.subscription': subscription,
    payments: invoicePayments,
    test_clock: testClock,
  },
  line_item: { discounts: discount, subscription, 'pricing.price_details.price': price },
  invoiceitem: { customer, invoice, discounts: discount, test_clock: testClock },
  invoice_payment: { invoice, 'payment.charge': charge, 'payment.payment_intent': intent },
};
