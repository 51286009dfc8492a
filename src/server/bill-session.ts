/** Makes the invoice of a session that was expired to be paid by invoice. Continues where it stopped; safe to repeat. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import { toId } from './expanded.js';
import { INVOICED_MARK, INVOICED_SESSION, parseMark, type InvoiceMark } from './invoice-mark.js';
import { makeOnce } from './make-once.js';
import { readLines, type SessionReading } from './read-session.js';
import { PURCHASE_ORDER } from './settle-details.js';
import { isStripeError } from './stripe-refusal.js';

/** On an invoice that was sent: Stripe does not tell, and mails it again when asked again. */
const SENT = 'billing_sent';

/** What is billed. */
interface Bill {
  readonly session: Stripe.Checkout.Session;
  readonly mark: InvoiceMark;
}

/**
 * The reading with its invoice, where the session is paid by one. Asked by the route, by every reading and by the webhook:
 * whoever comes first does what is left. A session that ran out by itself, mark or not, is billed nothing.
 */
export async function withInvoice(stripe: Stripe, reading: SessionReading): Promise<SessionReading> {
  const { session } = reading;
  const mark = session.status === 'expired' ? parseMark(session) : null;
  if (mark === null) return reading;
  const bill = { session, mark };
  const invoice = (await findInvoice(stripe, bill)) ?? (ranOut(session) ? null : await makeInvoice(stripe, bill));
  return invoice === null ? reading : { ...reading, invoiced: await deliver(stripe, bill, invoice) };
}

const ranOut = ({ expires_at: end }: Stripe.Checkout.Session): boolean => end * 1000 <= Date.now();

/** Lists are exact at once, which Stripe's search is not. */
async function findInvoice(stripe: Stripe, bill: Bill): Promise<Stripe.Invoice | null> {
  if (bill.session.mode !== 'subscription') return findOneTime(stripe, bill);
  const subscription = await findSubscription(stripe, bill);
  return subscription === null ? null : firstInvoice(stripe, subscription);
}

const makeInvoice = async (stripe: Stripe, bill: Bill): Promise<Stripe.Invoice> =>
  bill.session.mode === 'subscription'
    ? firstInvoice(stripe, await makeSubscription(stripe, bill))
    : makeOneTime(stripe, bill);

async function findSubscription(stripe: Stripe, { session, mark }: Bill): Promise<Stripe.Subscription | null> {
  const all = stripe.subscriptions.list({ customer: mark.customer, status: 'all', limit: 100 });
  for await (const one of all) if (one.metadata[INVOICED_SESSION] === session.id) return one;
  return null;
}

async function makeSubscription(stripe: Stripe, bill: Bill): Promise<Stripe.Subscription> {
  const { session, mark } = bill;
  const sold = (await readLines(stripe, session)).flatMap(({ price, quantity }) =>
    price === null
      ? []
      : [{ recurring: price.recurring !== null, line: { price: price.id, ...(quantity !== null && { quantity }) } }],
  );
  const lines = (recurring: boolean) => sold.filter((each) => each.recurring === recurring).map(({ line }) => line);
  const extras = lines(false);
  return makeOnce(
    `subscription:${session.id}`,
    () => findSubscription(stripe, bill),
    (options) =>
      stripe.subscriptions.create(
        {
          customer: mark.customer,
          items: lines(true),
          ...(extras.length > 0 && { add_invoice_items: extras }),
          collection_method: 'send_invoice',
          days_until_due: mark.netDays,
          ...taxOf(session),
          ...(mark.trialDays > 0 && { trial_period_days: mark.trialDays }),
          metadata: toMetadata(session),
          ...(orderOf(session) !== null && { invoice_settings: { custom_fields: orderFields(session) } }),
        },
        options,
      ),
  );
}

async function firstInvoice(stripe: Stripe, subscription: Stripe.Subscription): Promise<Stripe.Invoice> {
  const all = stripe.invoices.list({ subscription: subscription.id, limit: 100 });
  for await (const one of all) if (one.billing_reason === 'subscription_create') return one;
  const latest = toId(subscription.latest_invoice);
  if (latest === null) throw new Error('A subscription that is paid by invoice has no invoice.');
  return stripe.invoices.retrieve(latest);
}

async function findOneTime(stripe: Stripe, { session, mark }: Bill): Promise<Stripe.Invoice | null> {
  const all = stripe.invoices.list({ customer: mark.customer, limit: 100 });
  for await (const one of all) if (one.metadata?.[INVOICED_SESSION] === session.id) return one;
  return null;
}

const makeOneTime = (stripe: Stripe, bill: Bill): Promise<Stripe.Invoice> =>
  makeOnce(
    `invoice:${bill.session.id}`,
    () => findOneTime(stripe, bill),
    (options) =>
      stripe.invoices.create(
        {
          customer: bill.mark.customer,
          ...(bill.session.currency !== null && { currency: bill.session.currency }),
          collection_method: 'send_invoice',
          days_until_due: bill.mark.netDays,
          ...taxOf(bill.session),
          // Not before all of its lines are there.
          auto_advance: false,
          pending_invoice_items_behavior: 'exclude',
          metadata: toMetadata(bill.session),
          ...(orderOf(bill.session) !== null && { custom_fields: orderFields(bill.session) }),
        },
        options,
      ),
  );

/** Each line of the session once on the draft. */
async function addItems(stripe: Stripe, { session, mark }: Bill, invoice: string): Promise<void> {
  for (const { id, price, quantity } of await readLines(stripe, session)) {
    if (price === null) continue;
    await makeOnce<unknown>(
      `item:${session.id}:${id}`,
      async () => {
        const { data } = await stripe.invoiceItems.list({ invoice, limit: 100 });
        return data.find(({ metadata }) => metadata?.[INVOICED_SESSION] === `${session.id} ${id}`) ?? null;
      },
      (options) =>
        stripe.invoiceItems.create(
          {
            customer: mark.customer,
            invoice,
            pricing: { price: price.id },
            quantity: quantity ?? 1,
            metadata: { [INVOICED_SESSION]: `${session.id} ${id}` },
          },
          options,
        ),
    );
  }
}

/** Fixes the invoice and mails it, once. */
async function deliver(stripe: Stripe, bill: Bill, found: Stripe.Invoice): Promise<Stripe.Invoice> {
  if (found.status === 'draft' && bill.session.mode === 'payment') await addItems(stripe, bill, found.id);
  const invoice = found.status === 'draft' ? await finalize(stripe, found.id) : found;
  if (invoice.status !== 'open' || invoice.metadata?.[SENT] === 'true') return invoice;
  await makeOnce<unknown>(
    `send:${invoice.id}`,
    async () => ((await stripe.invoices.retrieve(invoice.id)).metadata?.[SENT] === 'true' ? invoice : null),
    (options) => stripe.invoices.sendInvoice(invoice.id, {}, options),
  );
  return stripe.invoices.update(invoice.id, { metadata: { [SENT]: 'true' } });
}

/** Somebody may finalize it in the same moment; then there is nothing left to do. */
async function finalize(stripe: Stripe, id: string): Promise<Stripe.Invoice> {
  try {
    return await stripe.invoices.finalizeInvoice(id);
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
    const now = await stripe.invoices.retrieve(id);
    if (now.status === 'draft') throw error;
    return now;
  }
}

/** Taxed as the session was: at the customer's address, with their tax ids. */
const taxOf = ({ automatic_tax: tax }: Stripe.Checkout.Session): { automatic_tax?: { enabled: true } } =>
  tax.enabled ? { automatic_tax: { enabled: true } } : {};

const orderOf = ({ metadata }: Stripe.Checkout.Session): string | null => metadata?.[METADATA.purchaseOrder] || null;

const orderFields = (session: Stripe.Checkout.Session): { name: string; value: string }[] => [
  { name: PURCHASE_ORDER, value: orderOf(session) ?? '' },
];

/** What the session says of its owner, its purchase, its experiment, and what the customer has said. */
const toMetadata = ({ id, metadata }: Stripe.Checkout.Session): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(metadata ?? {}).filter(([key]) => key !== INVOICED_MARK && key !== METADATA.saving),
  ),
  [INVOICED_SESSION]: id,
});
