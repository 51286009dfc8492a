/** What may grow, and what is done with it. Each makes, for a size, a function whose time is measured. */
import { createGrowingShop } from './growing-shop.mjs';

/** Sessions may have forty line items: twenty of each kind is what Stripe's subscriptions hold. */
const lineItems = {
  label: 'Line items of a session: POST /sessions',
  sizes: [1, 5, 10, 20, 40],
  prepare: async (size) => {
    const { keys, post } = await createGrowingShop();
    const items = keys.slice(0, size).map((price) => ({ price, quantity: 1 }));
    return () => post('/sessions', { kind: 'purchase', items });
  },
};

const invoiceLines = {
  label: 'Lines of an invoice: POST /sessions',
  sizes: [1, 10, 100, 400, 1000],
  prepare: async (size) => {
    const { stripe, post, become } = await createGrowingShop();
    const { id: customer } = await stripe.customers.create({ name: 'Ada', email: 'ada@example.com' });
    for (let line = 0; line < size; line += 1) {
      await stripe.invoiceItems.create({ customer, amount: 100, currency: 'usd', description: `Line ${line}` });
    }
    const { id: invoice } = await stripe.invoices.create({
      customer,
      collection_method: 'send_invoice',
      days_until_due: 30,
      pending_invoice_items_behavior: 'include',
    });
    await stripe.invoices.finalizeInvoice(invoice);
    become(customer);
    return () => post('/sessions', { kind: 'invoice', invoice });
  },
};

const savedMethods = {
  label: 'Saved methods of a customer: POST /sessions',
  sizes: [1, 5, 10, 50, 100],
  prepare: async (size) => {
    const { stripe, keys, post, become } = await createGrowingShop();
    const { id: customer } = await stripe.customers.create({ name: 'Ada', email: 'ada@example.com' });
    for (let card = 0; card < size; card += 1) {
      const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
      await stripe.paymentMethods.update(id, { allow_redisplay: 'always' });
    }
    become(customer);
    return () => post('/sessions', { kind: 'purchase', items: [{ price: keys[0], quantity: 1 }] });
  },
};

const EVENT = {
  type: 'viewed',
  v: 1,
  visit: '0123456789abcdef0123456789abcdef',
  at: 1_795_000_000_000,
  sinceReady: null,
  session: null,
  flow: 'one-page',
  step: null,
  experiment: null,
  livemode: null,
};

/** Fifty is the most that one request carries. */
const events = {
  label: 'Funnel events of a batch: POST /events',
  sizes: [1, 5, 10, 25, 50],
  prepare: async (size) => {
    const { post } = await createGrowingShop();
    const batch = Array.from({ length: size }, (_, index) => ({ ...EVENT, seq: index + 1 }));
    return () => post('/events', { events: batch });
  },
};

const DAY = 86_400_000;

const reportSessions = {
  label: 'Sessions of an experiment: the report',
  sizes: [100, 250, 500, 1000, 2000],
  times: 3,
  prepare: async (size) => {
    const { createReport } = await import('../../dist/report/index.js');
    const { stripe, keys } = await createGrowingShop();
    const { data } = await stripe.prices.list({ lookup_keys: [keys[0]], limit: 1 });
    for (let index = 0; index < size; index += 1) {
      const variant = index % 2 === 0 ? 'one-page' : 'two-page';
      const metadata = {
        billing_owner: 'guest',
        billing_experiment: 'pages',
        billing_variant: variant,
        billing_unit: `u${index}`,
        billing_differs: 'true',
      };
      await stripe.checkout.sessions.create({
        ui_mode: 'elements',
        mode: 'payment',
        line_items: [{ price: data[0].id, quantity: 1 }],
        metadata,
        payment_intent_data: { metadata },
      });
    }
    // Seen from eight days later: each has had its seven days.
    const from = new Date(Date.now() - DAY);
    const now = () => new Date(Date.now() + 8 * DAY);
    return () => createReport({ stripe, experiment: 'pages', from, now });
  },
};

export const SUBJECTS = [lineItems, invoiceLines, savedMethods, events, reportSessions];
