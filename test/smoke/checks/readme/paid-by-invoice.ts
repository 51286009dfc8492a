/** Guesses that paying by invoice rests on: what becomes of the session, and of the subscription and invoice made instead. */
import type Stripe from 'stripe';
import { answerOf, kindOf } from '../../support/answer.js';
import { facts, type Check } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { MARK } from '../../support/target.js';

const ORDER = [{ name: 'Purchase order', value: 'PO-1' }];

/** A subscription that is paid by invoice, canceled with its customer. */
async function subscribe(probe: Probe, params: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const { id: customer } = await probe.customer();
  const subscription = await probe.stripe.subscriptions.create({
    customer,
    items: [{ price: await probe.price('month') }],
    collection_method: 'send_invoice',
    days_until_due: 30,
    metadata: MARK,
    ...params,
  });
  const [invoice] = (await probe.stripe.invoices.list({ subscription: subscription.id })).data;
  return { customer, subscription, invoice };
}

export const lockedSessions: readonly Check[] = [
  {
    name: 'only-an-open-session',
    about: 'Only an open session takes metadata, and is expired: an expired one and one that is paid are refused both.',
    simulator:
      'open: accepted; expired, metadata: 400 no code; expired again: 400 no code; paid, metadata: 400 no code; paid, expired: 400 no code',
    run: async (probe) => {
      const { sessions } = probe.stripe.checkout;
      const mark = (id: string): Promise<string> => answerOf(sessions.update(id, { metadata: { invoiced: 'yes' } }));
      const end = (id: string): Promise<string> => answerOf(sessions.expire(id));
      const { id } = await probe.session({ mode: 'subscription' });
      const open = await mark(id);
      await end(id);
      const paid = await MountedCheckout.open(probe, { session: { mode: 'subscription' } });
      await paid.pay(NUMBERS.pays);
      const said = {
        open,
        'expired, metadata': await mark(id),
        'expired again': await end(id),
        'paid, metadata': await mark(paid.session.id),
        'paid, expired': await end(paid.session.id),
      };
      for (const words of Object.values(said)) probe.note(words);
      return facts(Object.fromEntries(Object.entries(said).map(([name, words]) => [name, kindOf(words)])));
    },
  },
  {
    name: 'expired-during-a-challenge',
    about: "A session is expired while its customer's bank is asking: the payment that waits for the answer is void.",
    simulator: 'expired: accepted; status: expired; subscription: none',
    run: async (probe) => {
      const checkout = await MountedCheckout.open(probe, { session: { mode: 'subscription' } });
      await checkout.card(NUMBERS.asks);
      await checkout.confirmable();
      void checkout.confirm().catch(() => 'left');
      await checkout.challengeShown();
      const expired = await answerOf(probe.stripe.checkout.sessions.expire(checkout.session.id));
      probe.note(expired);
      const { status, subscription } = await checkout.read();
      return facts({ expired: kindOf(expired), status, subscription: subscription === null ? 'none' : 'made' });
    },
  },
];

export const paidByInvoice: readonly Check[] = [
  {
    name: 'lists-exact-at-once',
    about: 'A subscription, an invoice and an invoice item are in their lists as soon as they are made.',
    simulator: 'subscription: there; invoice: there; item: there',
    run: async (probe) => {
      const { stripe } = probe;
      const { customer, subscription } = await subscribe(probe);
      const subscriptions = await stripe.subscriptions.list({ customer, status: 'all' });
      const invoice = await stripe.invoices.create({
        customer,
        collection_method: 'send_invoice',
        days_until_due: 10,
        auto_advance: false,
        pending_invoice_items_behavior: 'exclude',
        metadata: MARK,
      });
      const invoices = await stripe.invoices.list({ customer });
      const price = await probe.price('once');
      const item = await stripe.invoiceItems.create({ customer, invoice: invoice.id, pricing: { price } });
      const items = await stripe.invoiceItems.list({ invoice: invoice.id });
      const there = ({ data }: { data: readonly { id: string }[] }, id: string): string =>
        data.some((one) => one.id === id) ? 'there' : 'not there';
      return facts({
        subscription: there(subscriptions, subscription.id),
        invoice: there(invoices, invoice.id),
        item: there(items, item.id),
      });
    },
  },
  {
    name: 'sent-twice',
    about: 'An invoice is mailed again each time it is sent, and does not say that it was.',
    simulator: 'sent again: accepted; invoice.sent: 2; differs: nothing',
    run: async (probe) => {
      const { stripe } = probe;
      const { invoice } = await subscribe(probe);
      if (!invoice) return 'no invoice';
      const open = await stripe.invoices.finalizeInvoice(invoice.id);
      const once = await stripe.invoices.sendInvoice(open.id);
      const again = await answerOf(stripe.invoices.sendInvoice(open.id));
      const events = await stripe.events.list({ type: 'invoice.sent', created: { gte: open.created }, limit: 100 });
      const differs = Object.keys(open).filter(
        (key) => JSON.stringify(Reflect.get(open, key)) !== JSON.stringify(Reflect.get(once, key)),
      );
      return facts({
        'sent again': kindOf(again),
        'invoice.sent': events.data.filter(({ data }) => 'id' in data.object && data.object.id === open.id).length,
        differs: differs.filter((key) => key !== 'webhooks_delivered_at').join(', ') || 'nothing',
      });
    },
  },
  {
    name: 'invoiced-subscription',
    about:
      "A subscription that is paid by invoice is active at once. Its first invoice is a draft with the subscription's custom fields, and can be finalized at once; on trial it is of 0, and paid when it is finalized: there is nothing to send.",
    simulator:
      'status: active; first invoice: draft, subscription_create; custom fields: there; finalized: open; on trial: trialing, paid 0',
    run: async (probe) => {
      const { subscription, invoice } = await subscribe(probe, { invoice_settings: { custom_fields: ORDER } });
      if (!invoice) return 'no invoice';
      const { status } = await probe.stripe.invoices.finalizeInvoice(invoice.id);
      const trial = await subscribe(probe, { trial_period_days: 7 });
      if (!trial.invoice) return 'no invoice of a trial';
      const free = await probe.stripe.invoices.finalizeInvoice(trial.invoice.id);
      return facts({
        status: subscription.status,
        'first invoice': `${String(invoice.status)}, ${String(invoice.billing_reason)}`,
        'custom fields': invoice.custom_fields?.[0]?.value === 'PO-1' ? 'there' : 'not there',
        finalized: status,
        'on trial': `${trial.subscription.status}, ${String(free.status)} ${String(free.total)}`,
      });
    },
  },
];
