/** A draft by request: for a customer's pending items, or empty. */
import { z } from 'zod';
import { isCurrency } from '../catalog/currencies.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest } from '../http/api-error.js';
import { currencyCode, emptyable, flag, integer, metadata, text, textUpTo } from '../http/params.js';
import { findMethod } from '../payments/method-endpoints.js';
import { toTypes } from '../payments/offered-types.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { Customer, Invoice } from '../stripe-types.js';
import { checkTaxPlace } from '../tax/session-tax.js';
import { taxDraft } from '../tax/tax-draft.js';
import { addItem, pendingItems } from './draft-lines.js';
import { toInvoice } from './new-invoice.js';

const DAY = 86_400;
/** How long Billing leaves a draft to be looked at, in seconds. */
export const DRAFT_SECONDS = 3600;

export const customFields = z.array(z.strictObject({ name: textUpTo(40), value: textUpTo(140) })).max(4);
export const automaticTax = z.strictObject({ enabled: flag });
export const collectionMethod = z.enum(['charge_automatically', 'send_invoice']);

/** What may be said about a draft, when it is made and later. */
export const draftFields = {
  auto_advance: flag.optional(),
  collection_method: collectionMethod.optional(),
  custom_fields: emptyable(customFields).optional(),
  days_until_due: integer.optional(),
  default_payment_method: emptyable(text).optional(),
  description: emptyable(text).optional(),
  due_date: integer.optional(),
  footer: emptyable(text).optional(),
  metadata: emptyable(metadata).optional(),
  payment_settings: z.strictObject({ payment_method_types: emptyable(z.array(text)).optional() }).optional(),
};
export const newInvoice = {
  ...draftFields,
  automatic_tax: automaticTax.optional(),
  customer: text,
  currency: currencyCode.optional(),
  pending_invoice_items_behavior: z.enum(['exclude', 'include']).optional(),
};
const whole = { fields: z.object(draftFields), create: z.object(newInvoice) };
type DraftFields = z.output<typeof whole.fields>;

export function draftInvoice(account: Account, customer: Customer, params: z.output<typeof whole.create>): Invoice {
  const currency = params.currency ?? customer.currency ?? 'usd';
  if (!isCurrency(currency)) throw invalidRequest(`Invalid currency: ${currency}.`, { param: 'currency' });
  const taxed = params.automatic_tax?.enabled === true;
  if (taxed) checkTaxPlace(customer, 'automatic_tax');
  const auto = params.auto_advance ?? false;
  const invoice = toInvoice(account, customer, {
    currency,
    billing_reason: 'manual',
    auto_advance: auto,
    automatically_finalizes_at: auto ? account.now() + DRAFT_SECONDS : null,
  });
  setFields(account, invoice, params);
  if (invoice.collection_method === 'send_invoice' && invoice.due_date === null) {
    const message =
      'You must specify either `due_date` or `days_until_due` when `collection_method` is `send_invoice`.';
    throw invalidRequest(message, { code: 'parameter_missing', param: 'days_until_due' });
  }
  account.invoices.set(invoice.id, invoice);
  own(account, customer.id, invoice.id);
  if (params.pending_invoice_items_behavior === 'include') {
    for (const item of pendingItems(account, customer, currency)) addItem(account, invoice, item);
  }
  if (taxed) taxDraft(account, customer, invoice);
  account.emit('invoice.created', invoice);
  return invoice;
}

/** Writes what was said to a draft. Says no before anything is written. */
export function setFields(account: Account, invoice: Invoice, params: DraftFields): void {
  const method = params.collection_method ?? invoice.collection_method;
  checkDue(account, params, method);
  const { default_payment_method: card } = params;
  if (typeof card === 'string') checkMethod(account, invoice, card);
  const types = params.payment_settings?.payment_method_types;
  const offered = types && toTypes({ allowed: types }, { currency: invoice.currency, recurring: false });
  invoice.collection_method = method;
  if (params.auto_advance !== undefined) invoice.auto_advance = params.auto_advance;
  if (params.custom_fields !== undefined) invoice.custom_fields = params.custom_fields;
  if (card !== undefined) invoice.default_payment_method = card;
  if (types !== undefined) invoice.payment_settings.payment_method_types = offered ?? null;
  if (params.description !== undefined) invoice.description = params.description;
  if (params.footer !== undefined) invoice.footer = params.footer;
  if (params.days_until_due !== undefined) invoice.due_date = invoice.created + params.days_until_due * DAY;
  if (params.due_date !== undefined) invoice.due_date = params.due_date;
  if (method === 'charge_automatically') invoice.due_date = null;
  invoice.metadata = applyMetadata(invoice.metadata, params.metadata);
}

function checkDue(
  account: Account,
  { days_until_due: days, due_date: due }: DraftFields,
  method: Invoice['collection_method'],
): void {
  const param = days === undefined ? 'due_date' : 'days_until_due';
  if (days === undefined && due === undefined) return;
  if (method !== 'send_invoice') {
    throw invalidRequest(`\`${param}\` can only be set if \`collection_method\` is \`send_invoice\`.`, { param });
  }
  if (days !== undefined && due !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: days_until_due, due_date.', { param });
  }
  if (days !== undefined && days < 0) throw invalidRequest('`days_until_due` must not be negative.', { param });
  if (due !== undefined && due < account.now()) throw invalidRequest('`due_date` must be in the future.', { param });
}

function checkMethod(account: Account, { customer }: Invoice, id: string): void {
  const param = 'default_payment_method';
  if (findMethod(account, id, param).method.customer === customer) return;
  const message = `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`;
  throw invalidRequest(message, { code: 'resource_missing', param });
}
