/** Routes of invoice items: what waits for a customer's next invoice, or stands on a draft. */
import { z } from 'zod';
import { createPrice } from '../catalog/create-price.js';
import { isCurrency } from '../catalog/currencies.js';
import { findPrice } from '../catalog/prices.js';
import { findProduct } from '../catalog/products.js';
import { inTimeOf } from '../clocks/in-time-of.js';
import { findCustomer } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, currencyCode, emptyable, flag, integer, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import { own } from '../state/owned.js';
import { decimalOnWire, type Customer, type Invoice, type InvoiceItem, type Price } from '../stripe-types.js';
import { taxDraft } from '../tax/tax-draft.js';
import { addItem, dropItem } from './draft-lines.js';
import { findInvoice, findInvoiceItem } from './find-billing.js';
import { idOf } from '../state/id-of.js';

const newItem = {
  customer: text,
  amount: integer.optional(),
  currency: currencyCode.optional(),
  description: text.optional(),
  invoice: text.optional(),
  metadata: emptyable(metadata).optional(),
  period: z.strictObject({ start: integer, end: integer }).optional(),
  price_data: z.strictObject({ currency: currencyCode, product: text, unit_amount: integer }).optional(),
  pricing: z.strictObject({ price: text.optional() }).optional(),
  quantity: integer.optional(),
};
const whole = z.object(newItem);
type NewItem = z.output<typeof whole>;

/** What it costs: an amount, or a price times a quantity. */
interface Cost {
  readonly amount: number;
  readonly currency: string;
  readonly price: Price | null;
  readonly quantity: number;
}

function readCost(account: Account, params: NewItem): Cost {
  const { amount, currency, pricing, price_data: data, quantity = 1 } = params;
  const ways = [amount, pricing?.price, data].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw invalidRequest('You must specify exactly one of `amount`, `pricing` or `price_data`.', { param: 'amount' });
  }
  if (amount !== undefined) {
    if (params.quantity !== undefined)
      throw invalidRequest('You may not pass `quantity` with `amount`.', { param: 'quantity' });
    if (currency === undefined) {
      throw invalidRequest('Missing required param: currency.', { code: 'parameter_missing', param: 'currency' });
    }
    if (!isCurrency(currency)) throw invalidRequest(`Invalid currency: ${currency}.`, { param: 'currency' });
    return { amount, currency, price: null, quantity: 1 };
  }
  const price = data
    ? createPrice(account, data, 'price_data')
    : findPrice(account, pricing?.price ?? '', 'pricing[price]');
  if (price.recurring) {
    const message =
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.';
    throw invalidRequest(message, { param: data ? 'price_data' : 'pricing[price]' });
  }
  if (quantity < 0) throw invalidRequest('Quantity must be greater than or equal to 0.', { param: 'quantity' });
  if (currency !== undefined && currency !== price.currency) {
    throw invalidRequest(`The price's currency is ${price.currency}, but you passed ${currency}.`, {
      param: 'currency',
    });
  }
  return { amount: (price.unit_amount ?? 0) * quantity, currency: price.currency, price, quantity };
}

function createItem(account: Account, customer: Customer, params: NewItem): InvoiceItem {
  const invoice = params.invoice === undefined ? null : findInvoice(account, params.invoice, 'invoice');
  const cost = readCost(account, params);
  if (invoice) checkDraft(invoice, customer, cost);
  const now = account.now();
  const product = typeof cost.price?.product === 'string' ? findProduct(account, cost.price.product) : null;
  const item: InvoiceItem = {
    id: makeId('ii'),
    object: 'invoiceitem',
    amount: cost.amount,
    currency: cost.currency,
    customer: customer.id,
    customer_account: null,
    date: now,
    description: params.description ?? product?.name ?? null,
    discountable: true,
    discounts: [],
    invoice: invoice?.id ?? null,
    livemode: false,
    metadata: applyMetadata(null, params.metadata),
    net_amount: cost.amount,
    parent: null,
    period: params.period ?? { start: now, end: now },
    pricing: {
      ...(cost.price && { price_details: { price: cost.price.id, product: idOf(cost.price.product) } }),
      type: 'price_details',
      unit_amount_decimal: decimalOnWire(String(cost.price?.unit_amount ?? cost.amount)),
    },
    proration: false,
    quantity: cost.quantity,
    quantity_decimal: decimalOnWire(String(cost.quantity)),
    tax_rates: [],
    test_clock: customer.test_clock ?? null,
  };
  account.invoiceItems.set(item.id, item);
  own(account, customer.id, item.id);
  account.emit('invoiceitem.created', item);
  if (invoice) {
    addItem(account, invoice, item);
    if (invoice.automatic_tax.enabled) taxDraft(account, customer, invoice);
  }
  return item;
}

function checkDraft(invoice: Invoice, customer: Customer, { currency }: Cost): void {
  const param = 'invoice';
  if (invoice.customer !== customer.id) {
    throw invalidRequest(`The invoice ${invoice.id} belongs to another customer.`, { param });
  }
  if (invoice.status !== 'draft') {
    throw invalidRequest('You can only add items to an invoice that is a draft.', {
      code: 'invoice_not_editable',
      param,
    });
  }
  if (invoice.currency !== currency) {
    throw invalidRequest(`The currency of the invoice is ${invoice.currency}, but the item's is ${currency}.`, {
      param: 'currency',
    });
  }
}

const path = '/v1/invoiceitems' as const;

export const invoiceItemEndpoints: readonly Endpoint[] = [
  endpoint(`POST ${path}`, {
    params: newItem,
    run: ({ account, params }) => {
      const customer = findCustomer(account, params.customer, 'customer');
      return inTimeOf(account, customer, () => createItem(account, customer, params));
    },
  }),
  endpoint(`GET ${path}`, {
    params: { ...pagination, created, customer: text.optional(), invoice: text.optional(), pending: flag.optional() },
    run: ({ account, params, path: url }) => {
      const { customer, invoice, pending } = params;
      const recent = createdWithin(params.created);
      const items = newestFirst(account.invoiceItems)
        .filter((item) => recent({ created: item.date }))
        .filter((item) => customer === undefined || item.customer === customer)
        .filter((item) => invoice === undefined || item.invoice === invoice)
        .filter((item) => pending === undefined || (item.invoice === null) === pending);
      return paginate(items, params, url);
    },
  }),
  endpoint(`GET ${path}/:id`, { run: ({ account, id }) => findInvoiceItem(account, id) }),
  endpoint(`DELETE ${path}/:id`, {
    run: ({ account, id }) => {
      const item = findInvoiceItem(account, id);
      const invoice = typeof item.invoice === 'string' ? account.invoices.get(item.invoice) : undefined;
      if (invoice && invoice.status !== 'draft') {
        throw invalidRequest('You cannot delete an item of an invoice that has been finalized.', {
          code: 'invoice_not_editable',
        });
      }
      if (invoice) {
        dropItem(invoice, item);
        if (invoice.automatic_tax.enabled) taxDraft(account, findCustomer(account, idOf(item.customer)), invoice);
      }
      account.invoiceItems.delete(id);
      account.emit('invoiceitem.deleted', item);
      return { id, object: 'invoiceitem', deleted: true };
    },
  }),
];
