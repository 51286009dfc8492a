/** Guesses about Elements for an intent. */
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedElements } from '../../support/mounted-elements.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';

const DEFERRED = { mode: 'payment', amount: 1_000, currency: 'usd' } as const;

/** A page for an intent that is there. */
async function forIntent(probe: Probe): Promise<{ elements: MountedElements; id: string }> {
  const { id, client_secret: clientSecret } = await probe.intent();
  return { elements: await MountedElements.open(probe, { clientSecret: clientSecret ?? '' }), id };
}

/** What a page is told by its URL when it comes back. */
export async function redirectStatus(probe: Probe, number: string): Promise<string> {
  const { elements } = await forIntent(probe);
  await elements.card(number);
  const leaving = elements
    .confirm({ redirect: 'always', confirmParams: { return_url: `${probe.target.home}?back=yes` } })
    .catch(() => 'left');
  const { page } = elements;
  const stayed = await Promise.race([leaving, page.waitForURL(/back=yes/).then(() => 'left')]);
  if (stayed !== 'left') return `stayed: ${kindOf(stayed)}`;
  await page.waitForURL(/back=yes/);
  const { searchParams } = new URL(page.url());
  const names = [...searchParams.keys()].filter((name) => name !== 'back').sort();
  return `${String(searchParams.get('redirect_status'))} (${names.join(', ')})`;
}

/** What `submit()` complains of with these things typed. */
async function complaint(probe: Probe, number: string, expiry: string, cvc: string): Promise<string> {
  const elements = await MountedElements.open(probe, DEFERRED);
  await elements.payment.locator('[name=number]').fill(number);
  await elements.payment.locator('[name=expiry]').fill(expiry);
  await elements.payment.locator('[name=cvc]').fill(cvc);
  return elements.submit();
}

export const scriptIntents: CheckGroup = {
  title: 'Stripe.js: intents',
  checks: [
    {
      name: 'submit-once',
      about:
        '`submit()` once is enough, whatever is typed afterwards; a failed one has to be repeated. `confirmPayment()` checks the fields again.',
      simulator:
        'never submitted: throws IntegrationError; submitted: error validation_error incomplete_number, then success; after a failed one: throws IntegrationError; emptied since: error validation_error incomplete_cvc; typed again since: success',
      run: async (probe) => {
        const { client_secret: clientSecret } = await probe.intent();
        const elements = await MountedElements.open(probe, DEFERRED);
        const early = await elements.confirm({ clientSecret });
        const failed = await elements.submit();
        const afterFailed = await elements.confirm({ clientSecret });
        await elements.card(NUMBERS.pays);
        const submitted = await elements.submit();
        await elements.payment.locator('[name=cvc]').fill('');
        const emptied = await elements.confirm({ clientSecret });
        await elements.card(NUMBERS.pays);
        await elements.submit();
        await elements.card(NUMBERS.asksNothing);
        const retyped = await elements.confirm({ clientSecret });
        for (const words of [early, afterFailed, emptied, retyped]) probe.note(words);
        return facts({
          'never submitted': kindOf(early),
          submitted: `${kindOf(failed)}, then ${kindOf(submitted)}`,
          'after a failed one': kindOf(afterFailed),
          'emptied since': kindOf(emptied),
          'typed again since': kindOf(retyped),
        });
      },
    },
    {
      name: 'codes-of-complaints',
      about: 'Codes of complaints other than `incomplete_number`; the order: the address first.',
      simulator:
        "invalid number: error validation_error invalid_number: Your card number is invalid.; incomplete expiry: error validation_error incomplete_expiry: Your card's expiration date is incomplete.; past year: error validation_error invalid_expiry_year_past: Your card's expiration year is in the past.; incomplete cvc: error validation_error incomplete_cvc: Your card's security code is incomplete.; address and card empty: error validation_error incomplete_address: This field is incomplete.",
      run: async (probe) => {
        const both = await MountedElements.open(probe, DEFERRED, true);
        return facts({
          'invalid number': await complaint(probe, '4242424242424241', '12 / 34', '123'),
          'incomplete expiry': await complaint(probe, NUMBERS.pays, '12', '123'),
          'past year': await complaint(probe, NUMBERS.pays, '12 / 20', '123'),
          'incomplete cvc': await complaint(probe, NUMBERS.pays, '12 / 34', '1'),
          'address and card empty': await both.submit(),
        });
      },
    },
    {
      name: 'confirm-payment-refused',
      about:
        "A second confirmation of the same group while one is running, a `clientSecret` beside the group's own, no `return_url` with `redirect: 'always'`: rejections with `IntegrationError`, in our words.",
      simulator:
        'another secret: throws IntegrationError; no return_url: throws IntegrationError; twice at once: success, throws IntegrationError',
      run: async (probe) => {
        const { elements } = await forIntent(probe);
        const { client_secret: other } = await probe.intent();
        await elements.card(NUMBERS.pays);
        const foreign = await elements.confirm({ clientSecret: other });
        const nowhere = await elements.confirm({ redirect: 'always' });
        const [first, second] = await Promise.all([elements.confirm(), elements.confirm()]);
        for (const words of [foreign, nowhere, first, second]) probe.note(words);
        return facts({
          'another secret': kindOf(foreign),
          'no return_url': kindOf(nowhere),
          'twice at once': [first, second].map(kindOf).sort().join(', '),
        });
      },
    },
    {
      name: 'redirect-always',
      about: "After `redirect: 'always'` the page goes to the return URL with `redirect_status=succeeded`.",
      simulator: 'succeeded (payment_intent, payment_intent_client_secret, redirect_status)',
      run: (probe) => redirectStatus(probe, NUMBERS.pays),
    },
    {
      name: 'fetch-updates',
      about:
        '`fetchUpdates()` looks only whether the intent can still be paid. Saved cards (`customerSessionClientSecret`) are not simulated.',
      simulator: 'another amount: success; canceled: error undefined',
      run: async (probe) => {
        const { elements, id } = await forIntent(probe);
        const fetchUpdates = (): Promise<string> =>
          elements.page.evaluate(() => window.kit.outcome(() => window.kit.elements.fetchUpdates()));
        await probe.stripe.paymentIntents.update(id, { amount: 2_000 });
        const updated = await fetchUpdates();
        await probe.stripe.paymentIntents.cancel(id);
        const canceled = await fetchUpdates();
        probe.note(canceled);
        return facts({ 'another amount': kindOf(updated), canceled: kindOf(canceled) });
      },
    },
  ],
};
