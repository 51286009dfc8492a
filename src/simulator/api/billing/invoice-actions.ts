/** Routes that move an invoice on: from draft to what it ends as. */
import { inTimeOf } from '../clocks/in-time-of.js';
import { findCustomer } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { flag, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { Invoice } from '../stripe-types.js';
import { charge, payableWith } from './collect-invoice.js';
import { draftFields, draftInvoice, newInvoice, setFields } from './draft-invoice.js';
import { finalizeInvoice } from './finalize-invoice.js';
import { customerOf, findInvoice, subscriptionOf } from './find-billing.js';
import { abandonPayment, intentOfInvoice } from './invoice-payment.js';
import { markPaid } from './settle-invoice.js';

/** Does something to an invoice at the time its customer lives in. */
const at = (account: Account, id: string, run: (invoice: Invoice) => object): object => {
  const invoice = findInvoice(account, id);
  return inTimeOf(account, customerOf(account, invoice), () => run(invoice));
};

const wrongState = (message: string, code = 'invoice_not_editable'): Error => invalidRequest(message, { code });

/** A finalized invoice is what the customer has: only what describes it to its merchant may change. */
function updateInvoice(account: Account, invoice: Invoice, params: Parameters<typeof setFields>[2]): Invoice {
  const { metadata, auto_advance: advance, ...more } = params;
  if (invoice.status !== 'draft') {
    if (Object.values(more).some((value) => value !== undefined)) {
      throw wrongState("Finalized invoices can't be updated in this way");
    }
    invoice.metadata = applyMetadata(invoice.metadata, metadata);
    if (advance !== undefined) invoice.auto_advance = advance;
  } else setFields(account, invoice, params);
  account.emit('invoice.updated', invoice, {});
  return invoice;
}

function send(account: Account, invoice: Invoice): Invoice {
  if (invoice.collection_method !== 'send_invoice') {
    throw wrongState(
      'You can only manually send an invoice if its collection method is send_invoice.',
      'invoice_not_sendable',
    );
  }
  if (invoice.customer_email === null) {
    throw invalidRequest('The customer has no email address to send the invoice to.', { code: 'missing' });
  }
  if (invoice.status === 'draft') finalizeInvoice(account, invoice);
  if (invoice.status !== 'open')
    throw wrongState(`You can only send an open invoice, and this one is ${String(invoice.status)}.`);
  account.emit('invoice.sent', invoice);
  return invoice;
}

function voidInvoice(account: Account, invoice: Invoice): Invoice {
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw wrongState(`You can only pass in open or uncollectible invoices. This invoice is ${String(invoice.status)}.`);
  }
  invoice.status = 'void';
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.voided_at = account.now();
  abandonPayment(account, invoice);
  account.emit('invoice.voided', invoice);
  return invoice;
}

interface Payment {
  readonly payment_method?: string | undefined;
  readonly paid_out_of_band?: boolean | undefined;
}

function pay(account: Account, invoice: Invoice, { payment_method: id, paid_out_of_band: outside }: Payment): Invoice {
  if (invoice.status === 'paid') throw wrongState('Invoice is already paid', 'invoice_already_paid');
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw wrongState(`You can only pay an open invoice, and this one is ${String(invoice.status)}.`);
  }
  if (outside === true) {
    abandonPayment(account, invoice);
    markPaid(account, invoice, null);
    return invoice;
  }
  const method = payableWith(account, invoice, id);
  const intent = intentOfInvoice(account, invoice);
  if (intent) charge(account, invoice, intent, method);
  return invoice;
}

function remove(account: Account, invoice: Invoice): object {
  if (invoice.status !== 'draft') throw wrongState('You can only delete draft invoices.');
  if (subscriptionOf(account, invoice)) throw wrongState('You cannot delete an invoice of a subscription.');
  account.invoices.delete(invoice.id);
  for (const item of account.invoiceItems.values())
    if (item.invoice === invoice.id) account.invoiceItems.delete(item.id);
  account.emit('invoice.deleted', invoice);
  return { id: invoice.id, object: 'invoice', deleted: true };
}

const path = '/v1/invoices' as const;

export const invoiceActionEndpoints: readonly Endpoint[] = [
  endpoint(`POST ${path}`, {
    params: newInvoice,
    run: ({ account, params }) => {
      const customer = findCustomer(account, params.customer, 'customer');
      return inTimeOf(account, customer, () => draftInvoice(account, customer, params));
    },
  }),
  endpoint(`POST ${path}/:id`, {
    params: draftFields,
    run: ({ account, params, id }) => at(account, id, (invoice) => updateInvoice(account, invoice, params)),
  }),
  endpoint(`DELETE ${path}/:id`, { run: ({ account, id }) => at(account, id, (invoice) => remove(account, invoice)) }),
  endpoint(`POST ${path}/:id/finalize`, {
    params: { auto_advance: flag.optional() },
    run: ({ account, params, id }) =>
      at(account, id, (invoice) => {
        finalizeInvoice(account, invoice);
        if (params.auto_advance !== undefined && invoice.status === 'open') invoice.auto_advance = params.auto_advance;
        return invoice;
      }),
  }),
  endpoint(`POST ${path}/:id/send`, { run: ({ account, id }) => at(account, id, (invoice) => send(account, invoice)) }),
  endpoint(`POST ${path}/:id/void`, {
    run: ({ account, id }) => at(account, id, (invoice) => voidInvoice(account, invoice)),
  }),
  endpoint(`POST ${path}/:id/mark_uncollectible`, {
    run: ({ account, id }) =>
      at(account, id, (invoice) => {
        if (invoice.status !== 'open') throw wrongState('You can only mark an open invoice as uncollectible.');
        invoice.status = 'uncollectible';
        invoice.auto_advance = false;
        invoice.next_payment_attempt = null;
        invoice.status_transitions.marked_uncollectible_at = account.now();
        account.emit('invoice.marked_uncollectible', invoice);
        return invoice;
      }),
  }),
  endpoint(`POST ${path}/:id/pay`, {
    params: { payment_method: text.optional(), paid_out_of_band: flag.optional(), off_session: flag.optional() },
    keepsRefused: true,
    run: ({ account, params, id }) => at(account, id, (invoice) => pay(account, invoice, params)),
  }),
];
