/** The first invoice of a subscription, made after its payment and paid from the start. */
import { lineTotals, type LineTotal } from '../checkout/session-totals.js';
import type { SessionRecord } from '../checkout/session-record.js';
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import { own } from '../state/owned.js';
import {
  decimalOnWire,
  type Customer,
  type Invoice,
  type InvoiceLineItem,
  type InvoicePayment,
  type Subscription,
} from '../stripe-types.js';

export function createInvoice(
  account: Account,
  record: SessionRecord,
  customer: Customer,
  subscription: Subscription,
): Invoice {
  const id = `in_1${randomText(23)}`;
  const now = account.now();
  const total = record.session.amount_total ?? 0;
  const subtotal = record.session.amount_subtotal ?? 0;
  const sequence = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = sequence + 1;
  const lines = toLines(lineTotals(account, record), id, subscription);
  const invoice: Invoice = {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Simulator',
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: total,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: total > 0 ? 1 : 0,
    attempted: true,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: 'subscription_create',
    collection_method: 'charge_automatically',
    created: now,
    currency: subscription.currency,
    custom_fields: subscription.invoice_settings.custom_fields,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: subscription.invoice_settings.description,
    discounts: [],
    due_date: null,
    effective_at: now,
    ending_balance: 0,
    footer: subscription.invoice_settings.footer,
    from_invoice: null,
    hosted_invoice_url: `${account.origin}/invoices/${id}`,
    invoice_pdf: `${account.origin}/invoices/${id}/pdf`,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: { object: 'list', data: lines, has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: `${customer.invoice_prefix ?? 'SIMULATE'}-${String(sequence).padStart(4, '0')}`,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'paid',
    status_transitions: { finalized_at: now, marked_uncollectible_at: null, paid_at: now, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: now,
  };
  account.invoices.set(id, invoice);
  return invoice;
}

function toLines(totals: readonly LineTotal[], invoice: string, subscription: Subscription): InvoiceLineItem[] {
  return totals.map(({ price, line, name, dueNow }) => {
    const item = subscription.items.data.find((candidate) => candidate.price.id === price.id);
    const details = { proration: false, proration_details: null, subscription: subscription.id };
    return {
      id: `il_1${randomText(23)}`,
      object: 'line_item',
      amount: dueNow,
      currency: price.currency,
      description: `${String(line.quantity)} × ${name}`,
      discount_amounts: [],
      discountable: true,
      discounts: [],
      invoice,
      livemode: false,
      metadata: {},
      parent: item
        ? {
            invoice_item_details: null,
            subscription_item_details: { ...details, invoice_item: null, subscription_item: item.id },
            type: 'subscription_item_details',
          }
        : {
            invoice_item_details: { ...details, invoice_item: makeId('ii') },
            subscription_item_details: null,
            type: 'invoice_item_details',
          },
      period: {
        start: subscription.start_date,
        end: item?.current_period_end ?? subscription.start_date,
      },
      pretax_credit_amounts: [],
      pricing: {
        price_details: {
          price: price.id,
          product: typeof price.product === 'string' ? price.product : price.product.id,
        },
        type: 'price_details',
        unit_amount_decimal: decimalOnWire(String(price.unit_amount ?? 0)),
      },
      quantity: line.quantity,
      quantity_decimal: decimalOnWire(String(line.quantity)),
      subscription: subscription.id,
      subtotal: dueNow,
      taxes: [],
    };
  });
}

/** Ties the invoice to the PaymentIntent that paid it. */
export function createInvoicePayment(account: Account, invoice: Invoice, intentId: string): InvoicePayment {
  const now = account.now();
  const payment: InvoicePayment = {
    id: `inpay_1${randomText(23)}`,
    object: 'invoice_payment',
    amount_paid: invoice.amount_paid,
    amount_requested: invoice.amount_due,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intentId, type: 'payment_intent' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: now },
  };
  account.invoicePayments.set(payment.id, payment);
  own(account, invoice.id, payment.id);
  return payment;
}
