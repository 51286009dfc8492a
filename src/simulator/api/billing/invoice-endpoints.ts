/** Routes that read invoices and their payments. */
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, pagination, text } from '../http/params.js';
import { findInvoice, findInvoicePayment } from './find-billing.js';

export const invoiceEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/invoices', {
    params: {
      ...pagination,
      created,
      customer: text.optional(),
      subscription: text.optional(),
      status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
      collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
    },
    run: ({ account, params, path }) => {
      const { customer, subscription, status, collection_method: method } = params;
      const items = newestFirst(account.invoices)
        .filter(createdWithin(params.created))
        .filter((item) => customer === undefined || item.customer === customer)
        .filter((item) => !subscription || item.parent?.subscription_details?.subscription === subscription)
        .filter((item) => status === undefined || item.status === status)
        .filter((item) => method === undefined || item.collection_method === method);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/invoices/:id', { run: ({ account, id }) => findInvoice(account, id) }),
  endpoint('GET /v1/invoices/:id/lines', {
    params: pagination,
    run: ({ account, params, id, path }) => paginate(findInvoice(account, id).lines.data, params, path),
  }),
  endpoint('GET /v1/invoice_payments', {
    params: {
      ...pagination,
      created,
      invoice: text.optional(),
      payment: z
        .strictObject({ type: z.enum(['payment_intent', 'payment_record']), payment_intent: text.optional() })
        .optional(),
      status: z.enum(['canceled', 'open', 'paid']).optional(),
    },
    run: ({ account, params, path }) => {
      const { invoice, payment, status } = params;
      const items = newestFirst(account.invoicePayments)
        .filter(createdWithin(params.created))
        .filter((item) => invoice === undefined || item.invoice === invoice)
        .filter((item) => !payment || item.payment.type === payment.type)
        .filter((item) => !payment?.payment_intent || item.payment.payment_intent === payment.payment_intent)
        .filter((item) => status === undefined || item.status === status);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/invoice_payments/:id', { run: ({ account, id }) => findInvoicePayment(account, id) }),
];
