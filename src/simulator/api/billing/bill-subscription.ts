/** The invoice of a subscription's period: drafted, fixed, and asked for. */
import { findProduct } from '../catalog/products.js';
import { readCoupon } from '../discounts/coupons.js';
import { discountInvoice } from '../discounts/create-discount.js';
import { discountAmounts } from '../discounts/discount-amounts.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import { taxDraft } from '../tax/tax-draft.js';
import type { Customer, Invoice, InvoiceLineItem, Price, Subscription } from '../stripe-types.js';
import { DRAFT_SECONDS } from './draft-invoice.js';
import { addItem, addLines, addUp, pendingItems } from './draft-lines.js';
import { extraParent, itemParent, toLine, toParent } from './invoice-line.js';
import { toInvoice } from './new-invoice.js';
import { idOf } from '../state/id-of.js';

const DAY = 86_400;

/** A one-time price beside a first period. */
export interface Extra {
  readonly price: Price;
  readonly quantity: number;
}

/** Drafts the invoice of the current period. Billing finalizes it after an hour, unless nobody is to be asked for money. */
export function billSubscription(
  account: Account,
  subscription: Subscription,
  customer: Customer,
  reason: 'subscription_create' | 'subscription_cycle',
  extras: readonly Extra[] = [],
): Invoice {
  const now = account.now();
  const free = subscription.status === 'trialing';
  const asks = subscription.status !== 'unpaid';
  const { collection_method: method, days_until_due: days, invoice_settings: settings } = subscription;
  const invoice = toInvoice(account, customer, {
    currency: subscription.currency,
    billing_reason: reason,
    collection_method: method,
    auto_advance: asks,
    automatically_finalizes_at: asks ? now + DRAFT_SECONDS : null,
    due_date: method === 'send_invoice' ? now + (days ?? 0) * DAY : null,
    custom_fields: settings.custom_fields ?? customer.invoice_settings.custom_fields,
    description: settings.description,
    footer: settings.footer ?? customer.invoice_settings.footer,
    parent: toParent(subscription),
  });
  const nameOf = ({ product }: Price): string => findProduct(account, idOf(product)).name;
  const lines: InvoiceLineItem[] = [
    ...subscription.items.data.map(
      ({ id, price, quantity = 1, current_period_start: start, current_period_end: end }) =>
        toLine(invoice.id, {
          amount: free ? 0 : (price.unit_amount ?? 0) * quantity,
          currency: price.currency,
          description: `${String(quantity)} × ${nameOf(price)}`,
          parent: itemParent(subscription.id, id),
          period: { start, end },
          price,
          quantity,
          subscription: subscription.id,
        }),
    ),
    ...extras.map(({ price, quantity }) =>
      toLine(invoice.id, {
        amount: (price.unit_amount ?? 0) * quantity,
        currency: price.currency,
        description: `${String(quantity)} × ${nameOf(price)}`,
        parent: extraParent(subscription.id),
        period: { start: now, end: now },
        price,
        quantity,
        subscription: subscription.id,
      }),
    ),
  ];
  invoice.payment_settings.payment_method_types = subscription.payment_settings?.payment_method_types ?? null;
  addLines(invoice, lines);
  discount(account, subscription, invoice);
  account.invoices.set(invoice.id, invoice);
  own(account, customer.id, invoice.id);
  for (const item of pendingItems(account, customer, invoice.currency)) addItem(account, invoice, item);
  if (subscription.automatic_tax.enabled) taxDraft(account, customer, invoice);
  subscription.latest_invoice = invoice.id;
  return invoice;
}

/** What the subscription's discount takes off, while it lasts. */
function discount(account: Account, subscription: Subscription, invoice: Invoice): void {
  const [id] = subscription.discounts;
  const found = typeof id === 'string' ? account.discounts.get(id) : undefined;
  if (!found || (found.end !== null && found.end <= account.now())) return;
  const couponId = idOf(found.source.coupon ?? '');
  const coupon = readCoupon(account, couponId) ?? account.deletedCoupons.get(couponId);
  const amounts = invoice.lines.data.map(({ amount }) => amount);
  discountInvoice(invoice, found, discountAmounts(coupon, amounts));
  addUp(invoice);
  if (coupon?.duration === 'once' && invoice.total > 0) subscription.discounts = [];
}
