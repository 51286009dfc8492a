/** A customer in time that can be moved: a test clock, deleted with its check. */
import type Stripe from 'stripe';
import type { Probe } from './probe.js';
import { MARK } from './target.js';

const DAY = 86_400;

export class Clock {
  readonly customer: string;
  readonly #stripe: Stripe;
  readonly #id: string;
  readonly #begun: number;

  private constructor(stripe: Stripe, id: string, begun: number, customer: string) {
    this.#stripe = stripe;
    this.#id = id;
    this.#begun = begun;
    this.customer = customer;
  }

  /** Starts now, with a customer whose default card is this one. */
  static async start(probe: Probe, card = 'pm_card_visa'): Promise<Clock> {
    const { stripe } = probe;
    const begun = Math.floor(Date.now() / 1000);
    const { id } = await stripe.testHelpers.testClocks.create({ frozen_time: begun, name: 'Billing smoke' });
    probe.later(() => stripe.testHelpers.testClocks.del(id));
    const { id: customer } = await stripe.customers.create({
      email: 'billing-smoke@example.com',
      test_clock: id,
      metadata: MARK,
    });
    const clock = new Clock(stripe, id, begun, customer);
    await clock.payWith(card);
    return clock;
  }

  /** From now on this card is the customer's default. */
  async payWith(card: string): Promise<void> {
    const { id } = await this.#stripe.paymentMethods.attach(card, { customer: this.customer });
    await this.#stripe.customers.update(this.customer, { invoice_settings: { default_payment_method: id } });
  }

  /** Moves to so many days after the start; resolves to what the call answered, once all is done. */
  async advance(days: number): Promise<string> {
    const { status } = await this.#stripe.testHelpers.testClocks.advance(this.#id, {
      frozen_time: this.#begun + Math.round(days * DAY),
    });
    const deadline = Date.now() + 120_000;
    while ((await this.#stripe.testHelpers.testClocks.retrieve(this.#id)).status === 'advancing') {
      if (Date.now() > deadline) throw new Error('The test clock does not get there.');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return status;
  }

  /** Days from the start to this moment. */
  daysTo(moment: number | null | undefined): number | null {
    return moment == null ? null : Math.round((moment - this.#begun) / DAY);
  }

  /** A monthly subscription of the customer. */
  async subscribe(probe: Probe, params: Partial<Stripe.SubscriptionCreateParams> = {}): Promise<Stripe.Subscription> {
    return this.#stripe.subscriptions.create({
      customer: this.customer,
      items: [{ price: await probe.price('month') }],
      metadata: MARK,
      ...params,
    });
  }

  /** The subscription's current period, in Unix seconds. */
  async period(): Promise<{ readonly end: number | null }> {
    const { data } = await this.#stripe.subscriptions.list({ customer: this.customer, limit: 1 });
    return { end: data[0]?.items.data[0]?.current_period_end ?? null };
  }

  /** The newest invoice. */
  async lastInvoice(expand: string[] = []): Promise<Stripe.Invoice> {
    const { data } = await this.#stripe.invoices.list({ customer: this.customer, limit: 1, expand });
    const [invoice] = data;
    if (!invoice) throw new Error('There is no invoice.');
    return invoice;
  }

  /** Types of events about the customer, each once, in order. */
  async eventTypes(prefix: string): Promise<string> {
    // Others make events, too.
    const data = await this.#stripe.events
      .list({ created: { gte: this.#begun - 60 }, limit: 100 })
      .autoPagingToArray({ limit: 2_000 });
    const own = data.filter(({ data: { object } }) => JSON.stringify(object).includes(this.customer)).reverse();
    return [...new Set(own.map(({ type }) => type).filter((type) => type.startsWith(prefix)))].join(' · ') || 'none';
  }
}
