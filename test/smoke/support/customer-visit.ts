/** A customer in front of the demo, at whichever Stripe it stands on. */
import { CheckoutPage, type Attributes } from '../../flows/support/checkout-page.js';
import { pointAndClick } from '../../flows/support/point-and-click.js';
import { answerChallenge, findBank } from './mounted-checkout.js';
import { facts } from './check.js';
import type { Probe } from './probe.js';
import type { Demo } from './target.js';

const EMAIL = 'billing-smoke@example.com';

export class CustomerVisit {
  readonly checkout: CheckoutPage;
  readonly demo: Demo;
  readonly #probe: Probe;

  private constructor(probe: Probe, demo: Demo, checkout: CheckoutPage) {
    this.#probe = probe;
    this.demo = demo;
    this.checkout = checkout;
  }

  /** Opens a page of the demo as a guest, or as the known customer, and waits until it can be used. */
  static async open(
    probe: Probe,
    path: string,
    { known = false, attributes = {} }: { readonly known?: boolean; readonly attributes?: Attributes } = {},
  ): Promise<CustomerVisit> {
    const demo = await probe.demo;
    const page = await probe.visitor();
    if (known) await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: demo.url }]);
    return new CustomerVisit(probe, demo, await CheckoutPage.open(page, `${demo.url}${path}`, attributes));
  }

  /** Lets a scene of the demo begin, and opens the page of the subscription that it has made. What it made ends with its clock. */
  static async openScene(
    probe: Probe,
    path: string,
    button: string,
  ): Promise<{ readonly visit: CustomerVisit; readonly id: string; readonly customer: string }> {
    const demo = await probe.demo;
    const page = await probe.visitor();
    await page.goto(`${demo.url}${path}`);
    await page.getByRole('button', { name: button }).click();
    // Real Stripe takes its time to move a clock.
    await page.waitForURL(`**/${path}?subscription=*`, { timeout: 150_000 });
    const id = new URL(page.url()).searchParams.get('subscription') ?? '';
    const { customer } = await demo.stripe.subscriptions.retrieve(id, { expand: ['customer'] });
    if (typeof customer === 'string' || customer.deleted) throw new Error('The customer cannot be read.');
    const { test_clock: clock } = customer;
    if (typeof clock === 'string') probe.later(() => demo.stripe.testHelpers.testClocks.del(clock));
    const visit = new CustomerVisit(probe, demo, await CheckoutPage.open(page, page.url()));
    return { visit, id, customer: customer.id };
  }

  /** Everything a guest is asked for. */
  async fill(number: string): Promise<void> {
    await this.fillContact();
    await this.checkout.fillCard(number);
  }

  /** All of that but how to pay. */
  async fillContact(): Promise<void> {
    await this.checkout.fillEmail(EMAIL);
    if (await this.checkout.page.locator('iframe[title="Secure address input frame"]').isVisible())
      await this.checkout.fillAddress();
  }

  /** Opens one of several ways to pay, by its name in the payment frame. */
  async choose(label: string): Promise<void> {
    await pointAndClick(this.checkout.payment.getByText(label, { exact: true }).first());
  }

  /** Pays with a method that leaves the page, and presses a button of the bank's page. */
  async leaveForBank(label: string, button: RegExp): Promise<void> {
    const { page } = this.checkout;
    await this.fillContact();
    await this.choose(label);
    await this.checkout.pay();
    const there = page.getByRole('button', { name: button }).or(page.getByRole('link', { name: button }));
    await there.first().click();
  }

  /** Pays, and answers the bank if it asks. */
  async pay(answer?: 'complete' | 'fail' | 'close'): Promise<void> {
    await this.checkout.pay();
    if (answer) await answerChallenge(this.checkout.page, answer);
  }

  /** Waits until the bank's page is shown. */
  async bankAsks(): Promise<void> {
    await findBank(this.checkout.page, '#test-source-authorize-3ds');
  }

  /** Waits, as long as anything may take at real Stripe, until this is so; else tells nothing: what is read next says it. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline && !(await isSo())) {
      await this.checkout.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Comes back to the page until it says how a payment that was on its way has ended. */
  async looksAgain(state: string): Promise<string> {
    const { checkout } = this;
    await this.until(async () => {
      await checkout.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      return (await checkout.state()) === state;
    });
    return checkout.state();
  }

  /** Waits for a refusal and tells what the customer reads. */
  async refused(): Promise<string> {
    const { alert, page } = this.checkout;
    await alert.first().waitFor();
    await page.waitForFunction(() => {
      const tag = document.querySelector('billing-checkout');
      return tag !== null && 'state' in tag && tag.state === 'ready';
    });
    return (await alert.first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  /** Waits for the end; tells what the page said, what fired, and what is in Stripe. */
  async completed(): Promise<string> {
    const state = await this.checkout.reaches('complete', 'processing', 'failed');
    const types = (await this.checkout.events()).map(({ type }) => type.replace('billing-', ''));
    const [complete] = await this.checkout.events('billing-complete');
    const { payment, amount, sessionId: id } = complete?.detail ?? {};
    const inStripe = await this.#read(String(id));
    const fired = ['submit', 'decline', 'complete', 'error'].map(
      (name) => `${name} ${types.filter((type) => type === name).length}`,
    );
    return facts({
      state,
      payment: String(payment),
      amount: String(amount),
      fired: fired.join(', '),
      stripe: inStripe,
    });
  }

  /** Waits until the money is on its way; tells that, and what is in Stripe. */
  async underWay(): Promise<string> {
    const state = await this.checkout.reaches('processing', 'complete', 'failed');
    const [event] = await this.checkout.events('billing-processing');
    return facts({ state, stripe: await this.#read(String(event?.detail['sessionId'])) });
  }

  /** The session at the API, and what hangs on it; put away when the check is over. */
  async #read(id: string): Promise<string> {
    const { stripe, customer: known } = this.demo;
    if (id.startsWith('in_')) return `invoice ${String((await stripe.invoices.retrieve(id)).status)}`;
    if (id.startsWith('seti_')) return `setup ${(await stripe.setupIntents.retrieve(id)).status}`;
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription'] });
    const { customer, subscription } = session;
    // Deleting a guest's customer cancels what hangs on it.
    if (typeof customer === 'string' && customer !== known) this.#probe.later(() => stripe.customers.del(customer));
    else if (typeof subscription === 'object' && subscription !== null)
      this.#probe.later(() => stripe.subscriptions.cancel(subscription.id));
    const status = typeof subscription === 'object' ? (subscription?.status ?? 'none') : 'not read';
    return `session ${String(session.status)} ${session.payment_status}, subscription ${status}`;
  }
}
