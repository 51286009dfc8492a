/** Guesses about invoices of a server's own, and about time: renewals, failed payments, test clocks. */
import type Stripe from 'stripe';
import { answerOf, kindOf } from '../../support/answer.js';
import { facts, type Check } from '../../support/check.js';
import { Clock } from '../../support/clock.js';
import { MountedElements } from '../../support/mounted-elements.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { MARK } from '../../support/target.js';

/** A draft of one line for a customer. */
async function draft(
  probe: Probe,
  customer: string,
  amount: number,
  params: Stripe.InvoiceCreateParams = { collection_method: 'send_invoice', days_until_due: 10 },
): Promise<string> {
  const { id } = await probe.stripe.invoices.create({ customer, auto_advance: false, metadata: MARK, ...params });
  await probe.stripe.invoiceItems.create({ customer, invoice: id, amount, currency: 'usd' });
  return id;
}

/** Its tax, in minor units. */
const taxOf = ({ total_taxes: taxes }: Stripe.Invoice): number =>
  (taxes ?? []).reduce((sum, { amount }) => sum + amount, 0);

/** How the invoice of a subscription that begins now is refused from the page twice. */
async function declinedTwice(probe: Probe): Promise<string> {
  const { id: customer } = await probe.customer();
  const subscription = await probe.stripe.subscriptions.create({
    customer,
    items: [{ price: await probe.price('month') }],
    payment_behavior: 'default_incomplete',
    metadata: MARK,
    expand: ['latest_invoice.confirmation_secret'],
  });
  const invoice = subscription.latest_invoice;
  if (typeof invoice !== 'object' || invoice === null) return 'no invoice';
  const elements = await MountedElements.open(probe, {
    clientSecret: invoice.confirmation_secret?.client_secret ?? '',
  });
  await elements.card(NUMBERS.declined);
  const first = await elements.confirm();
  const afterFirst = (await probe.stripe.invoices.retrieve(invoice.id)).attempt_count;
  const second = await elements.confirm();
  const afterSecond = (await probe.stripe.invoices.retrieve(invoice.id)).attempt_count;
  return facts({
    declined: `${kindOf(first)} and ${kindOf(second)}`,
    'attempts before, after one, after two': `${invoice.attempt_count}, ${afterFirst}, ${afterSecond}`,
  });
}

/** A subscription whose first renewal is refused, a little after that. */
async function failedRenewal(probe: Probe, card: string): Promise<{ clock: Clock; subscription: string }> {
  const clock = await Clock.start(probe);
  const { id } = await clock.subscribe(probe);
  await clock.payWith(card);
  // Months are of different lengths.
  await clock.advance((clock.daysTo((await clock.period()).end) ?? 31) + 0.5);
  return { clock, subscription: id };
}

export const invoicing: readonly Check[] = [
  {
    name: 'invoice-refusals',
    about:
      "Invoices: words of refusals; `days_until_due` counts from the creation of the draft; a finalized invoice takes `metadata` and `auto_advance` only; `send` wants `send_invoice` and an email; a draft is not paid before it is finalized; money from elsewhere cancels the invoice's PaymentIntent, and `amount_paid` counts it; an invoice below the least charge is refused.",
    simulator:
      "days until due: 10; draft paid: 400 invoice_not_editable: You can only pay an open invoice, and this one is draft.; finalized edited: 400 invoice_not_editable: Finalized invoices can't be updated in this way; paid elsewhere: paid, amount_paid 1000; sent, charged automatically: 400 invoice_not_sendable: You can only manually send an invoice if its collection method is send_invoice.; sent without an email: 400 missing: The customer has no email address to send the invoice to.; below the least charge: 400 no code: An invoice below the least charge is not simulated yet.",
    run: async (probe) => {
      const { stripe } = probe;
      const { id: customer } = await probe.customer();
      const silent = await stripe.customers.create({ metadata: MARK });
      probe.later(() => stripe.customers.del(silent.id));
      const id = await draft(probe, customer, 1_000);
      const early = await answerOf(stripe.invoices.pay(id));
      const open = await stripe.invoices.finalizeInvoice(id);
      const edited = await answerOf(stripe.invoices.update(id, { description: 'Something else' }));
      const elsewhere = await stripe.invoices.pay(id, { paid_out_of_band: true });
      const automatic = await draft(probe, customer, 1_000, { collection_method: 'charge_automatically' });
      const unsendable = await answerOf(stripe.invoices.sendInvoice(automatic));
      const nameless = await answerOf(stripe.invoices.sendInvoice(await draft(probe, silent.id, 1_000)));
      const small = await answerOf(stripe.invoices.finalizeInvoice(await draft(probe, customer, 10)));
      return facts({
        'days until due': Math.round(((open.due_date ?? 0) - open.created) / 86_400),
        'draft paid': early,
        'finalized edited': edited,
        'paid elsewhere': `${String(elsewhere.status)}, amount_paid ${elsewhere.amount_paid}`,
        'sent, charged automatically': unsendable,
        'sent without an email': nameless,
        'below the least charge': small,
      });
    },
  },
  {
    name: 'attempt-count',
    about: "Only tries of Billing's own raise `attempt_count`; a customer's first try counts as the first.",
    simulator:
      'declined: error card_error card_declined generic_decline and error card_error card_declined generic_decline; attempts before, after one, after two: 0, 1, 1',
    run: declinedTwice,
  },
  {
    name: 'retries-of-a-renewal',
    about:
      'A failed renewal is tried again after 3, 5 and 7 days, then the subscription is canceled. Stripe chooses moments by itself, and the end is a setting of the account.',
    simulator: 'after the first refusal: open, attempts 1, past_due; next try after days: 3; on day 55: canceled',
    run: async (probe) => {
      const { clock, subscription } = await failedRenewal(probe, 'pm_card_chargeCustomerFail');
      const first = await clock.lastInvoice();
      const pause = ((first.next_payment_attempt ?? 0) - first.created) / 86_400;
      const status = (await probe.stripe.subscriptions.retrieve(subscription)).status;
      await clock.advance(55);
      return facts({
        'after the first refusal': `${String(first.status)}, attempts ${first.attempt_count}, ${status}`,
        'next try after days': Math.round(pause),
        'on day 55': (await probe.stripe.subscriptions.retrieve(subscription)).status,
      });
    },
  },
  {
    name: 'renewal-wants-authentication',
    about:
      'A charge without the customer that the bank wants to ask about leaves the PaymentIntent in `requires_action`, and tells `invoice.payment_action_required` and `invoice.payment_failed`.',
    simulator:
      'intent: requires_action; error: null; events: invoice.payment_succeeded · invoice.payment_action_required · invoice.payment_failed',
    run: async (probe) => {
      const { clock } = await failedRenewal(probe, 'pm_card_authenticationRequired');
      const { data } = await probe.stripe.paymentIntents.list({ customer: clock.customer, limit: 1 });
      return facts({
        intent: data[0]?.status,
        error: data[0]?.last_payment_error?.code ?? null,
        events: await clock.eventTypes('invoice.payment_'),
      });
    },
  },
  {
    name: 'upcoming-and-overdue',
    about:
      '`invoice.upcoming` is told seven days before a renewal, `invoice.overdue` at the due date, and a subscription whose sent invoice is overdue is past due. `invoice.will_be_due` and `invoice.payment_attempt_required` are not told.',
    simulator:
      'eight days before: none; six days before: invoice.upcoming; sent, not due: active; sent, overdue: past_due; events: invoice.overdue',
    run: async (probe) => {
      const renewing = await Clock.start(probe);
      await renewing.subscribe(probe);
      const days = renewing.daysTo((await renewing.period()).end) ?? 30;
      await renewing.advance(days - 8);
      const early = await renewing.eventTypes('invoice.upcoming');
      await renewing.advance(days - 6);
      const late = await renewing.eventTypes('invoice.upcoming');
      const sent = await Clock.start(probe);
      const { id } = await sent.subscribe(probe, { collection_method: 'send_invoice', days_until_due: 5 });
      await sent.advance(0.5);
      const { status } = await probe.stripe.subscriptions.retrieve(id);
      await sent.advance(7);
      return facts({
        'eight days before': early,
        'six days before': late,
        'sent, not due': status,
        'sent, overdue': (await probe.stripe.subscriptions.retrieve(id)).status,
        events: await sent.eventTypes('invoice.overdue'),
      });
    },
  },
  {
    name: 'test-clock',
    about:
      'A test clock does all its work while it is told to advance; that answer says `advancing`, the next read `ready`. It may advance as far as one likes. Objects and events of its customers carry its time.',
    simulator: 'advance answers: advancing; renewal made on day: of the clock; a year at once: accepted',
    run: async (probe) => {
      const clock = await Clock.start(probe);
      await clock.subscribe(probe);
      const answered = await clock.advance(31.5);
      const { created } = await clock.lastInvoice();
      const far = await answerOf(clock.advance(31.5 + 365));
      probe.note(far);
      return facts({
        'advance answers': answered,
        'renewal made on day': (clock.daysTo(created) ?? 0) >= 28 ? 'of the clock' : 'of today',
        'a year at once': kindOf(far),
      });
    },
  },
  {
    name: 'automatic-tax-by-api',
    about:
      "`automatic_tax` of a subscription or an invoice that is made by API is refused with `customer_tax_location_invalid` where the customer's address names no place, and so is `tax[validate_location]: 'immediately'`; else the draft is taxed as its lines come.",
    simulator:
      'without a place: 400 customer_tax_location_invalid; an invoice: 400 customer_tax_location_invalid; asked for at once: 400 customer_tax_location_invalid; in Berlin: accepted; tax of the first: 190; of the renewal: complete, 190; of a draft with two lines: 190, 380',
    run: async (probe) => {
      probe.note('Without a tax registration in Germany, Stripe computes no tax.');
      const clock = await Clock.start(probe);
      const { customer } = clock;
      const taxed = { automatic_tax: { enabled: true } } as const;
      const sent = { collection_method: 'send_invoice', days_until_due: 10, metadata: MARK } as const;
      const placeless = await answerOf(clock.subscribe(probe, taxed));
      const invoiced = await answerOf(probe.stripe.invoices.create({ customer, ...sent, ...taxed }));
      const atOnce = await answerOf(
        probe.stripe.customers.update(customer, { tax: { validate_location: 'immediately' } }),
      );
      for (const answer of [placeless, invoiced, atOnce]) probe.note(answer);
      await probe.stripe.customers.update(customer, {
        address: { line1: 'Unter den Linden 1', city: 'Berlin', postal_code: '10117', country: 'DE' },
      });
      const inBerlin = await answerOf(clock.subscribe(probe, taxed));
      const first = await clock.lastInvoice();
      await clock.advance(31.5);
      const renewal = await clock.lastInvoice();
      const draft = await probe.stripe.invoices.create({ customer, auto_advance: false, ...sent, ...taxed });
      const growing: number[] = [];
      const product = await probe.product();
      const price = await probe.stripe.prices.create({ product, currency: 'usd', unit_amount: 1000 });
      for (let lines = 1; lines <= 2; lines += 1) {
        await probe.stripe.invoiceItems.create({ customer, invoice: draft.id, pricing: { price: price.id } });
        growing.push(taxOf(await probe.stripe.invoices.retrieve(draft.id)));
      }
      return facts({
        'without a place': kindOf(placeless),
        'an invoice': kindOf(invoiced),
        'asked for at once': kindOf(atOnce),
        'in Berlin': kindOf(inBerlin),
        'tax of the first': taxOf(first),
        'of the renewal': `${String(renewal.automatic_tax.status)}, ${String(taxOf(renewal))}`,
        'of a draft with two lines': growing.join(', '),
      });
    },
  },
];
