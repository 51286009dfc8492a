/** Guesses about subscriptions, invoices and events. */
import type Stripe from 'stripe';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { invoicing } from './invoicing.js';
import { paidByInvoice } from './paid-by-invoice.js';

const id = (value: string | { readonly id: string } | null | undefined): string =>
  typeof value === 'string' ? value : (value?.id ?? '');

/** Events about any of these objects, first to last. */
async function eventsAbout(probe: Probe, since: number, ids: readonly string[]): Promise<readonly Stripe.Event[]> {
  const data = await probe.stripe.events
    .list({ created: { gte: since }, limit: 100 })
    .autoPagingToArray({ limit: 2_000 });
  const known = ids.filter(Boolean);
  return data
    .filter(({ data: { object } }) => {
      const text = JSON.stringify(object);
      return known.some((one) => text.includes(one));
    })
    .reverse();
}

const types = (events: readonly Stripe.Event[]): string => events.map(({ type }) => type).join(' · ');

/** The number of a customer's first invoice, and what it took over. */
export async function firstInvoice(probe: Probe): Promise<Stripe.Invoice> {
  const { id: customer } = await probe.customer({
    invoice_settings: { custom_fields: [{ name: 'Purchase order', value: 'PO-1' }] },
  });
  const checkout = await MountedCheckout.open(probe, {
    session: {
      mode: 'subscription',
      customer,
      subscription_data: { invoice_settings: {} },
    },
  });
  await checkout.pay(NUMBERS.pays);
  return probe.stripe.invoices.retrieve(id((await checkout.read()).invoice), { expand: ['customer'] });
}

/** Whether the customer's custom fields are on the first invoice. */
export async function customFields(probe: Probe): Promise<string> {
  const { custom_fields: fields } = await firstInvoice(probe);
  return fields && fields.length > 0 ? 'copied' : 'not copied';
}

export const billing: CheckGroup = {
  title: 'Billing and events',
  checks: [
    ...invoicing,
    ...paidByInvoice,
    {
      name: 'order-of-events',
      about:
        'The order in which events come about: intent, charge, customer, payment method, subscription, invoice, invoice payment, session. After a decline: `payment_intent.created` (first attempt), `payment_intent.payment_failed`, `charge.failed`.',
      simulator:
        'paid: payment_intent.created · charge.succeeded · payment_intent.succeeded · customer.created · payment_method.attached · customer.subscription.created · invoice.created · invoice.finalized · invoice.paid · invoice.payment_succeeded · invoice_payment.paid · checkout.session.completed; declined: payment_intent.created · payment_intent.payment_failed · charge.failed',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { session: { mode: 'subscription' } });
        const since = checkout.session.created;
        await checkout.pay(NUMBERS.pays);
        const session = await checkout.read();
        const { data } = await probe.stripe.paymentIntents.list({ customer: id(session.customer) });
        const made = [session.id, id(session.customer), id(session.subscription), id(session.invoice)];
        const paid = await eventsAbout(probe, since, [...made, data[0]?.id ?? '']);
        const refused = await MountedCheckout.open(probe);
        await refused.pay(NUMBERS.declined);
        const { payment_intent: intent } = await refused.read();
        return facts({
          paid: types(paid),
          declined: types(await eventsAbout(probe, since, [refused.session.id, id(intent)])),
        });
      },
    },
    {
      name: 'first-invoice-born-paid',
      about:
        "A first invoice made by a session is paid from its first event on; there is no draft. A trial's invoice of 0 has no payment.",
      simulator: 'status in invoice.created: paid; payments of a free invoice: 0',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { session: { mode: 'subscription' } });
        await checkout.pay(NUMBERS.pays);
        const invoice = id((await checkout.read()).invoice);
        const events = await eventsAbout(probe, checkout.session.created, [invoice]);
        const created = events.find(({ type }) => type === 'invoice.created');
        const born = created?.data.object as Stripe.Invoice | undefined;
        const trial = await MountedCheckout.open(probe, {
          session: { mode: 'subscription', subscription_data: { trial_period_days: 7 } },
        });
        await trial.pay(NUMBERS.pays);
        const free = id((await trial.read()).invoice);
        const { data } = await probe.stripe.invoicePayments.list({ invoice: free });
        return facts({ 'status in invoice.created': born?.status, 'payments of a free invoice': data.length });
      },
    },
    {
      name: 'invoice-details',
      about:
        "The account is in the US, is named Simulator, and invoice numbers are the customer's prefix and a count. Links lead to small pages of the simulator. `invoice_settings.custom_fields` of the customer are not copied to invoices, those of `subscription_data` are.",
      simulator: 'number is prefix and count: true; custom fields of the customer: not copied',
      run: async (probe) => {
        const invoice = await firstInvoice(probe);
        const prefix = typeof invoice.customer === 'object' ? (invoice.customer as Stripe.Customer).invoice_prefix : '';
        return facts({
          'number is prefix and count': invoice.number === `${prefix ?? ''}-0001`,
          'custom fields of the customer': invoice.custom_fields?.length ? 'copied' : 'not copied',
        });
      },
    },
    {
      name: 'webhook-retries',
      about:
        'An endpoint gets its events one after the other; a refused one does not hold up the next. Retries come after 1, 5 and 25 seconds instead of hours.',
      notObservable:
        'Stripe delivers to public addresses only, and tries again over hours; a webhook endpoint of this machine is refused or never reached.',
    },
  ],
};
