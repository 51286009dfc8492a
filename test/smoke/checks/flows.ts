/** The customer stories, told through the element, the example backend and this Stripe. */
import { facts, type CheckGroup } from '../support/check.js';
import { CustomerVisit } from '../support/customer-visit.js';
import { NUMBERS } from '../support/numbers.js';
import type { Probe } from '../support/probe.js';
import { MARK } from '../support/target.js';
import { laterFlows } from './later-flows.js';

/** Fills in a page and pays with a card that is good. */
async function pays(probe: Probe, path: string): Promise<string> {
  const visit = await CustomerVisit.open(probe, path);
  await visit.fill(NUMBERS.pays);
  await visit.pay();
  return visit.completed();
}

/** Meets the bank's question, answers it so, and pays with another card where that was a no. */
async function challenged(probe: Probe, answer: 'complete' | 'fail' | 'close'): Promise<string> {
  const visit = await CustomerVisit.open(probe, 'one-page');
  await visit.fill(NUMBERS.asks);
  await visit.pay(answer);
  if (answer === 'complete') return visit.completed();
  const reads = await visit.refused();
  await visit.checkout.fillCard(NUMBERS.pays);
  await visit.pay();
  return facts({ reads, then: await visit.completed() });
}

export const flows: CheckGroup = {
  title: 'Flows',
  checks: [
    {
      name: 'flow-card-pays',
      about: 'test/flows/card-pays.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 10500; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: (probe) => pays(probe, 'one-page'),
    },
    {
      name: 'flow-two-pages',
      about: 'test/flows/two-pages.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 10500; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'two-page');
        await visit.checkout.fillEmail('billing-smoke@example.com');
        await visit.checkout.fillAddress();
        await visit.checkout.page.getByRole('button', { name: 'Continue' }).click();
        await visit.checkout.payment.locator('[name=number]').waitFor();
        await visit.checkout.fillCard(NUMBERS.pays);
        await visit.pay();
        return visit.completed();
      },
    },
    {
      name: 'flow-card-declined',
      about: 'test/flows/card-declined.test.ts',
      simulator:
        'reads: Your card was declined. Try another card, or ask your bank.; then: state: complete; payment: paid; amount: 10500; fired: submit 2, decline 1, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'one-page');
        await visit.fill(NUMBERS.declined);
        await visit.pay();
        const reads = await visit.refused();
        await visit.checkout.fillCard(NUMBERS.pays);
        await visit.pay();
        return facts({ reads, then: await visit.completed() });
      },
    },
    {
      name: 'flow-three-d-secure',
      about: 'test/flows/three-d-secure.test.ts',
      simulator:
        'done: state: complete; payment: paid; amount: 10500; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active; failed: reads: We are unable to authenticate your payment method. Please choose a different payment method and try again. You have not been charged.; then: state: complete; payment: paid; amount: 10500; fired: submit 2, decline 1, complete 1, error 0; stripe: session complete paid, subscription active; closed: reads: We are unable to authenticate your payment method. Please choose a different payment method and try again. You have not been charged.; then: state: complete; payment: paid; amount: 10500; fired: submit 2, decline 1, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) =>
        facts({
          done: await challenged(probe, 'complete'),
          failed: await challenged(probe, 'fail'),
          closed: await challenged(probe, 'close'),
        }),
    },
    {
      name: 'flow-known-customer',
      about: 'test/flows/known-customer.test.ts',
      simulator:
        'email asked: false; paid: state: complete; payment: paid; amount: 49900; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription none; kept: always; offered next time: true',
      run: async (probe) => {
        const first = await CustomerVisit.open(probe, 'one-time', { known: true });
        const { stripe, customer } = first.demo;
        const before = (await stripe.customers.listPaymentMethods(customer, { limit: 100 })).data.map(({ id }) => id);
        const { page, payment } = first.checkout;
        const asked = await first.checkout.email.count();
        const other = payment.locator('[name=method][value=new]');
        if (await other.isVisible()) await other.check();
        await first.checkout.fillAddress();
        await first.checkout.fillCard(NUMBERS.pays);
        await page.getByRole('switch').check();
        await first.pay();
        const paid = await first.completed();
        const { data } = await stripe.customers.listPaymentMethods(customer, { limit: 100 });
        const kept = data.filter(({ id }) => !before.includes(id));
        for (const { id } of kept) probe.later(() => stripe.paymentMethods.detach(id));
        const next = await CustomerVisit.open(probe, 'one-time', { known: true });
        await next.checkout.payment.getByText('4242').first().waitFor();
        return facts({
          'email asked': asked > 0,
          paid,
          kept: kept.map(({ allow_redisplay: redisplay }) => redisplay).join(', '),
          'offered next time': true,
        });
      },
    },
    {
      name: 'flow-seats',
      about: 'test/flows/seats.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 35000; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'seats');
        const { page } = visit.checkout;
        await visit.fill(NUMBERS.pays);
        await page.getByRole('spinbutton', { name: 'Quantity' }).fill('40');
        await page.getByRole('button', { name: 'Pay $350.00' }).waitFor();
        await visit.pay();
        return visit.completed();
      },
    },
    {
      name: 'flow-plan-switch',
      about: 'test/flows/plan-switch.test.ts',
      simulator:
        'card still typed: true; then: state: complete; payment: paid; amount: 26100; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'plan-switch');
        const { page, payment } = visit.checkout;
        await visit.fill(NUMBERS.pays);
        await page.getByLabel('Yearly').check();
        await page.getByRole('button', { name: 'Pay $261.00' }).waitFor();
        const typed = (await payment.locator('[name=number]').inputValue()) !== '';
        await visit.pay();
        return facts({ 'card still typed': typed, then: await visit.completed() });
      },
    },
    {
      name: 'flow-tax',
      about: 'test/flows/tax-and-reverse-charge.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 2080; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        probe.note('Without a tax registration in New York, Stripe computes no tax.');
        const visit = await CustomerVisit.open(probe, 'tax-and-reverse-charge', { attributes: { quantity: '1' } });
        await visit.fill(NUMBERS.pays);
        await visit.checkout.page.getByText('Needs your address').waitFor({ state: 'detached' });
        await visit.pay();
        return visit.completed();
      },
    },
    {
      name: 'flow-open-invoice',
      about: 'test/flows/open-invoice.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 98000; fired: submit 1, decline 0, complete 1, error 0; stripe: invoice paid',
      run: async (probe) => {
        const { stripe, customer } = await probe.demo;
        const { id } = await stripe.invoices.create({
          customer,
          collection_method: 'send_invoice',
          days_until_due: 30,
          metadata: MARK,
        });
        await stripe.invoiceItems.create({ customer, invoice: id, amount: 98_000, currency: 'usd' });
        await stripe.invoices.finalizeInvoice(id);
        const visit = await CustomerVisit.open(probe, `open-invoice?invoice=${id}`, { known: true });
        const { payment } = visit.checkout;
        const other = payment.getByLabel('Use another card');
        if (await other.isVisible()) await other.check();
        await visit.checkout.fillCard(NUMBERS.pays);
        await visit.checkout.fillPostalCode();
        await visit.pay();
        return visit.completed();
      },
    },
    {
      name: 'flow-redirect-method',
      about: 'test/flows/redirect-method.test.ts',
      simulator:
        'fails, reads: The payment was not made. Please try again. You have not been charged.; authorized: state: complete; payment: paid; amount: 45900; fired: submit 0, decline 0, complete 1, error 0; stripe: session complete paid, subscription none',
      run: async (probe) => {
        const failed = await CustomerVisit.open(probe, 'redirect-method');
        await failed.leaveForBank('iDEAL', /fail/i);
        const reads = await failed.refused();
        const paid = await CustomerVisit.open(probe, 'redirect-method');
        await paid.leaveForBank('iDEAL', /authorize/i);
        return facts({ 'fails, reads': reads, authorized: await paid.completed() });
      },
    },
    {
      name: 'flow-sepa-debit',
      about: 'test/flows/sepa-debit.test.ts',
      simulator: 'state: processing; stripe: session complete unpaid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'sepa-debit');
        await visit.fillContact();
        await visit.choose('SEPA Direct Debit');
        await visit.checkout.payment.locator('[name=iban]').fill('AT611904300234573201');
        await visit.pay();
        return visit.underWay();
      },
    },
    {
      name: 'flow-trial',
      about: 'test/flows/trial.test.ts',
      simulator:
        'state: complete; payment: none_due; amount: 0; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete no_payment_required, subscription trialing',
      run: (probe) => pays(probe, 'trial'),
    },
    {
      name: 'flow-one-time',
      about: 'test/flows/one-time.test.ts',
      simulator:
        'state: complete; payment: paid; amount: 49900; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription none',
      run: (probe) => pays(probe, 'one-time'),
    },
    {
      name: 'flow-promotion-code',
      about: 'test/flows/promotion-code.test.ts',
      simulator:
        'wrong code: This code is invalid.; then: state: complete; payment: paid; amount: 4000; fired: submit 1, decline 0, complete 1, error 0; stripe: session complete paid, subscription active',
      run: async (probe) => {
        const visit = await CustomerVisit.open(probe, 'promotion-code');
        const { page } = visit.checkout;
        await visit.fill(NUMBERS.pays);
        await page.getByText('Add promotion code').click();
        const field = page.getByLabel('Promotion code', { exact: true });
        await field.fill('NOPE');
        await field.press('Enter');
        const refusal = page.getByText(/invalid|can.t be used|not valid/i).first();
        await refusal.waitFor();
        const reads = await refusal.innerText();
        await field.fill('SPRING20');
        await field.press('Enter');
        await page.getByRole('button', { name: 'Pay $40.00' }).waitFor();
        await visit.pay();
        return facts({ 'wrong code': reads, then: await visit.completed() });
      },
    },
    ...laterFlows,
  ],
};
