/** The customer stories around a purchase: what comes back, what is kept, what is paid later. */
import { facts, type Check } from '../support/check.js';
import { CustomerVisit } from '../support/customer-visit.js';
import { NUMBERS } from '../support/numbers.js';

/** SEPA's published account whose debit comes back. */
const COMES_BACK = 'DE62370400440532013001';

/** Chooses to type a card, where a saved one is offered first. */
async function typeAnother({ checkout }: CustomerVisit, number: string): Promise<void> {
  const other = checkout.payment.getByLabel('Use another card');
  await other.check();
  await checkout.fillCard(number);
  await checkout.fillPostalCode();
}

export const laterFlows: readonly Check[] = [
  {
    name: 'flow-ach-instant',
    about: 'test/flows/ach-instant.test.ts',
    notObservable:
      'Real Stripe’s dialog for linking a bank account has other steps than the local one; docs/smoke.md says how to play it by hand.',
  },
  {
    name: 'flow-ach-microdeposits',
    about: 'test/flows/ach-microdeposits.test.ts',
    notObservable:
      'Real Stripe’s dialog for typing a bank account, and its page for proving one, have other steps than the local ones; docs/smoke.md says how to play it by hand.',
  },
  {
    name: 'flow-card-updated',
    about: 'test/flows/card-updated-automatically.test.ts',
    notObservable: 'Only a card network gives a saved card another number; nothing in test mode makes one do so.',
  },
  {
    name: 'flow-returned-debit',
    about: 'test/flows/returned-debit.test.ts',
    simulator:
      'sent: state: processing; stripe: session complete unpaid, subscription active; then: failed; heading: Payment failed; subscription: past_due',
    run: async (probe) => {
      const visit = await CustomerVisit.open(probe, 'sepa-debit');
      await visit.fillContact();
      await visit.choose('SEPA Direct Debit');
      await visit.checkout.payment.locator('[name=iban]').fill(COMES_BACK);
      await visit.pay();
      const sent = await visit.underWay();
      const then = await visit.looksAgain('failed');
      const [event] = await visit.checkout.events('billing-processing');
      const { subscription } = await visit.demo.stripe.checkout.sessions.retrieve(String(event?.detail['sessionId']), {
        expand: ['subscription'],
      });
      return facts({
        sent,
        then,
        heading: await visit.checkout.page.locator('#outcome').innerText(),
        subscription: typeof subscription === 'object' ? subscription?.status : 'not read',
      });
    },
  },
  {
    name: 'flow-wallet',
    about: 'test/flows/wallet.test.ts',
    simulator:
      'a card beside it: state: complete; payment: paid; amount: 2625; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
    run: async (probe) => {
      probe.note(
        'No wallet pays in a browser that is driven. What is seen: the form works, whether its buttons come or not.',
      );
      const visit = await CustomerVisit.open(probe, 'wallet');
      await visit.fill(NUMBERS.pays);
      await visit.pay();
      return facts({ 'a card beside it': await visit.completed() });
    },
  },
  {
    name: 'flow-remove-saved-card',
    about: 'test/flows/remove-saved-card.test.ts',
    simulator: 'kept: false; errors: 0',
    run: async (probe) => {
      const { stripe } = await probe.demo;
      const [grace] = (await stripe.customers.list({ email: 'grace.hopper@example.com', limit: 1 })).data;
      const customer = String(grace?.id);
      const { id } = await stripe.paymentMethods.attach('pm_card_amex', { customer });
      const kept = async (): Promise<boolean> => (await stripe.paymentMethods.retrieve(id)).customer !== null;
      probe.later(async () => {
        if (await kept()) await stripe.paymentMethods.detach(id);
      });
      await stripe.paymentMethods.update(id, { allow_redisplay: 'always' });
      const visit = await CustomerVisit.open(probe, 'remove-saved-card');
      const { payment } = visit.checkout;
      await payment
        .getByText(/American Express|amex/i)
        .first()
        .click();
      const buttons = payment.getByRole('button', { name: /remove.*(american|amex|0005|8431)/i });
      await buttons.first().click();
      await visit.until(async () => !(await kept()));
      return facts({ kept: await kept(), errors: (await visit.checkout.events('billing-error')).length });
    },
  },
  {
    name: 'flow-pay-by-invoice',
    about: 'test/flows/pay-by-invoice.test.ts',
    simulator: 'state: complete; payment: invoiced; amount: 64800; subscription: active send_invoice; invoice: open',
    run: async (probe) => {
      const visit = await CustomerVisit.open(probe, 'pay-by-invoice');
      const { page } = visit.checkout;
      const { stripe } = visit.demo;
      const email = `billing-smoke-${Math.random().toString(36).slice(2, 10)}@example.com`;
      await visit.checkout.fillEmail(email);
      await visit.checkout.fillAddress();
      await page.getByRole('button', { name: 'Pay by invoice' }).click();
      await page.getByRole('button', { name: 'Order by invoice' }).click();
      const state = await visit.checkout.reaches('complete', 'failed');
      const [customer] = (await stripe.customers.list({ email, limit: 1 })).data;
      if (customer) probe.later(() => stripe.customers.del(customer.id));
      const [complete] = await visit.checkout.events('billing-complete');
      const of = { customer: String(customer?.id), limit: 1 };
      const [subscription] = (await stripe.subscriptions.list(of)).data;
      const [invoice] = (await stripe.invoices.list(of)).data;
      return facts({
        state,
        payment: String(complete?.detail['payment']),
        amount: String(complete?.detail['amount']),
        subscription: `${String(subscription?.status)} ${String(subscription?.collection_method)}`,
        invoice: invoice?.status,
      });
    },
  },
  {
    name: 'flow-replace-method',
    about: 'test/flows/replace-method.test.ts',
    simulator:
      'state: complete; payment: none_due; amount: 0; fired: submit 1, decline 0, complete 1, error 0; stripe: setup succeeded; renewals use: 4444; charges: 1',
    run: async (probe) => {
      const { visit, id, customer } = await CustomerVisit.openScene(probe, 'replace-method', 'Make a subscription');
      const { stripe } = visit.demo;
      await typeAnother(visit, NUMBERS.asksNothing);
      await visit.pay();
      const paid = await visit.completed();
      const used = async (): Promise<string | undefined> => {
        const { default_payment_method: method } = await stripe.subscriptions.retrieve(id);
        return (await stripe.paymentMethods.retrieve(String(method))).card?.last4;
      };
      await visit.until(async () => (await used()) === '4444');
      const { data: charges } = await stripe.charges.list({ customer });
      return `${paid}; ${facts({ 'renewals use': await used(), charges: charges.length })}`;
    },
  },
  {
    name: 'flow-past-due',
    about: 'test/flows/past-due-recovery.test.ts',
    simulator:
      'before: past_due; state: complete; payment: paid; amount: 2625; fired: submit 1, decline 0, complete 1, error 0; stripe: invoice paid; after: active',
    run: async (probe) => {
      const { visit, id } = await CustomerVisit.openScene(probe, 'past-due', 'Let a renewal fail');
      const status = async (): Promise<string> => (await visit.demo.stripe.subscriptions.retrieve(id)).status;
      const before = await status();
      await typeAnother(visit, NUMBERS.pays);
      await visit.pay();
      const paid = await visit.completed();
      await visit.until(async () => (await status()) === 'active');
      return `before: ${before}; ${paid}; after: ${await status()}`;
    },
  },
  {
    name: 'flow-reload-during-three-d-secure',
    about: 'test/flows/reload-during-three-d-secure.test.ts',
    simulator:
      'same session: true; charges before: 0; state: complete; payment: paid; amount: 49900; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription none',
    run: async (probe) => {
      const visit = await CustomerVisit.open(probe, 'one-time');
      const { checkout, demo } = visit;
      const opened = async (): Promise<string> =>
        String((await checkout.events('billing-ready'))[0]?.detail['sessionId']);
      const session = await opened();
      await visit.fill(NUMBERS.asks);
      await visit.pay();
      await visit.bankAsks();
      await checkout.page.reload();
      await checkout.reaches('ready');
      const { payment_intent: intent } = await demo.stripe.checkout.sessions.retrieve(session);
      const { data: charges } = await demo.stripe.charges.list({ payment_intent: String(intent) });
      const same = (await opened()) === session;
      await visit.fill(NUMBERS.asks);
      await visit.pay('complete');
      return `${facts({ 'same session': same, 'charges before': charges.length })}; ${await visit.completed()}`;
    },
  },
  {
    name: 'flow-reverse-charge',
    about: 'test/flows/tax-and-reverse-charge.test.ts',
    simulator:
      'reads that the charge is reversed: true; state: complete; payment: paid; amount: 20000; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
    run: async (probe) => {
      probe.note('Without a tax registration in Germany, Stripe computes no tax, and there is none to reverse.');
      const visit = await CustomerVisit.open(probe, 'tax-and-reverse-charge');
      const { checkout } = visit;
      const { page } = checkout;
      await checkout.fillEmail('billing-smoke@example.com');
      await checkout.fillBerlin();
      await checkout.fillCard(NUMBERS.pays);
      await page.getByText('Needs your address').waitFor({ state: 'detached' });
      await page.getByText('I’m buying for a business').click();
      await page.getByLabel('Company').fill('Analytical Engines');
      const taxId = page.getByLabel('Tax ID (VAT) (optional)');
      await taxId.fill('136695976');
      await taxId.blur();
      await page.getByRole('button', { name: 'Pay €200.00' }).waitFor();
      const reversed = await page.getByText('Reverse charge:').first().isVisible();
      await visit.pay();
      return `${facts({ 'reads that the charge is reversed': reversed })}; ${await visit.completed()}`;
    },
  },
];
