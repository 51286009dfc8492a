/** The customer stories, told through the element, the example backend and this Stripe. */
import { facts, type CheckGroup } from '../support/check.js';
import { CustomerVisit } from '../support/customer-visit.js';
import { NUMBERS } from '../support/numbers.js';
import type { Probe } from '../support/probe.js';

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
  ],
};
