/** Guesses about confirming a Checkout Session in a page. */
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout, type CheckoutOptions } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { notAuthenticated } from '../readme/payments.js';

const ADDRESS = { line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001', country: 'US' };
const REQUIRED = { billing_address_collection: 'required' } as const;
const TRIAL = { mode: 'subscription', subscription_data: { trial_period_days: 7 } } as const;

/** A page with a good card typed. */
async function typed(probe: Probe, options: CheckoutOptions = {}): Promise<MountedCheckout> {
  const checkout = await MountedCheckout.open(probe, options);
  await checkout.card(NUMBERS.pays);
  return checkout;
}

/** What `confirm` says to a page that gave no email: before, and with one. */
async function withoutEmail(probe: Probe): Promise<{ can: boolean; bare: string; given: string }> {
  const checkout = await typed(probe, { defaults: { email: false } });
  const can = await checkout.confirmableSoon();
  const bare = await checkout.confirm();
  return { can, bare, given: await checkout.confirm({ email: 'billing-smoke@example.com' }) };
}

const confirmUnread = (checkout: MountedCheckout): Promise<string> =>
  checkout.page.evaluate(() => window.kit.outcome(() => window.kit.actions.confirm({ redirect: 'if_required' })));

const confirmDuringUpdate = (checkout: MountedCheckout): Promise<string> =>
  checkout.page.evaluate(() =>
    window.kit.outcome(() => {
      const { actions } = window.kit;
      void actions.getSession().total.total.amount;
      void actions.updateEmail('billing-smoke@example.org');
      return actions.confirm({ redirect: 'if_required' });
    }),
  );

const confirmTwice = (checkout: MountedCheckout): Promise<readonly string[]> =>
  checkout.page.evaluate(() => {
    const { actions, outcome } = window.kit;
    void actions.getSession().total.total.amount;
    const confirm = (): Promise<string> => outcome(() => actions.confirm({ redirect: 'if_required' }));
    return Promise.all([confirm(), confirm()]);
  });

export const confirming: CheckGroup = {
  title: 'Stripe.js: confirming',
  checks: [
    {
      name: 'can-confirm',
      about:
        '`canConfirm` is false without an email on the session, even if `confirm({email})` would give one; also without a phone number or a billing address where the session asks for them, and while the address element waits for the customer to stop typing (300 ms).',
      simulator:
        'all there: true; no email: false; no email, confirm({email}): success; no phone number: false; no billing address: false',
      run: async (probe) => {
        const { can, given } = await withoutEmail(probe);
        probe.note(given);
        const phone = await typed(probe, { session: { phone_number_collection: { enabled: true } } });
        const address = await typed(probe, { session: REQUIRED });
        const plain = await typed(probe);
        return facts({
          'all there': await plain.confirmableSoon(),
          'no email': can,
          'no email, confirm({email})': kindOf(given),
          'no phone number': await phone.confirmableSoon(),
          'no billing address': await address.confirmableSoon(),
        });
      },
    },
    {
      name: 'challenge-in-the-page',
      about: 'A failed and a closed challenge both are `paymentFailed` with `declineCode: null`.',
      simulator:
        'failed: confirm: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; session: open; intent: requires_payment_method; error: payment_intent_authentication_failure; charge: none; closed: confirm: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; session: open; intent: requires_payment_method; error: payment_intent_authentication_failure; charge: none',
      run: async (probe) =>
        facts({ failed: await notAuthenticated(probe, 'fail'), closed: await notAuthenticated(probe, 'close') }),
    },
    {
      name: 'confirm-refused',
      about:
        '`confirm()` without an email, with an unread total, during an update, twice at once, after the end: a rejection with `IntegrationError`, in our words. One read of the total per checkout is enough.',
      simulator:
        'no email: throws IntegrationError; total unread: throws IntegrationError; twice at once: success, throws IntegrationError; after the end: throws IntegrationError; during an update: throws IntegrationError',
      run: async (probe) => {
        const email = (await withoutEmail(probe)).bare;
        const reading = await typed(probe);
        await reading.confirmable();
        const unread = await confirmUnread(reading);
        const twice = await confirmTwice(reading);
        const after = await reading.confirm();
        const updating = await typed(probe, {
          defaults: { email: false },
          init: { defaultValues: { email: 'billing-smoke@example.com' } },
        });
        await updating.confirmable();
        const during = await confirmDuringUpdate(updating);
        for (const words of [email, unread, ...twice, after, during]) probe.note(words);
        return facts({
          'no email': kindOf(email),
          'total unread': kindOf(unread),
          'twice at once': twice.map(kindOf).sort().join(', '),
          'after the end': kindOf(after),
          'during an update': kindOf(during),
        });
      },
    },
    {
      name: 'unfinished-and-lost',
      about:
        "Unfinished fields: `{message, code: null}` with the first complaint. A lost answer: the same, with Stripe's words for a lost connection.",
      simulator:
        'unfinished: error null: Your card number is incomplete.; lost: error null: We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.',
      run: async (probe) => {
        const empty = await MountedCheckout.open(probe);
        const unfinished = await empty.confirm();
        const losing = await typed(probe);
        await losing.confirmable();
        await losing.page.context().setOffline(true);
        return facts({ unfinished, lost: await losing.confirm() });
      },
    },
    {
      name: 'validate-sends-the-address',
      about: '`validateElements()` sends a waiting address and waits for it, so a `confirm()` right after it is taken.',
      simulator: 'validateElements: success; confirm: success',
      run: async (probe) => {
        const checkout = await typed(probe, { address: {} });
        await checkout.typeAddress();
        const outcomes = await checkout.page.evaluate(async () => {
          const { actions, outcome } = window.kit;
          const validated = await outcome(() => actions.validateElements());
          void actions.getSession().total.total.amount;
          return [validated, await outcome(() => actions.confirm({ redirect: 'if_required' }))];
        });
        return facts({ validateElements: outcomes[0], confirm: outcomes[1] });
      },
    },
    {
      name: 'read-again-after-refusal',
      about:
        'After a refusal the session is read again before the promise resolves. `confirm({billingAddress, phoneNumber})` is an update first.',
      simulator:
        'confirm: error paymentFailed declineCode generic_decline: Your card was declined.; lastPaymentError: Your card was declined.; address kept: 12 St James Square',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await checkout.card(NUMBERS.declined);
        await checkout.confirmable();
        const seen = await checkout.page.evaluate(async (address) => {
          const { actions, outcome } = window.kit;
          void actions.getSession().total.total.amount;
          const billingAddress = { name: 'Smoke Test', address };
          const said = await outcome(() => actions.confirm({ redirect: 'if_required', billingAddress }));
          const { lastPaymentError, billingAddress: kept } = actions.getSession();
          return { said, error: lastPaymentError?.message ?? null, kept: kept?.address.line1 ?? null };
        }, ADDRESS);
        return facts({ confirm: seen.said, lastPaymentError: seen.error, 'address kept': seen.kept });
      },
    },
    {
      name: 'return-url',
      about: '`{CHECKOUT_SESSION_ID}` in a return URL is replaced by the script. The page leaves only after success.',
      simulator: 'declined: error paymentFailed declineCode generic_decline; stayed: true; id in the URL: true',
      run: async (probe) => {
        const url = `${probe.target.home}?id={CHECKOUT_SESSION_ID}`;
        const checkout = await MountedCheckout.open(probe, { session: { return_url: url } });
        await checkout.card(NUMBERS.declined);
        await checkout.confirmable();
        const declined = await checkout.confirm({ redirect: 'always' });
        const stayed = !checkout.page.url().includes('id=');
        await checkout.card(NUMBERS.pays);
        await checkout.confirmable();
        const leaving = checkout.confirm({ redirect: 'always' }).catch(() => 'left');
        await checkout.page.waitForURL(/[?&]id=/);
        await leaving;
        const id = new URL(checkout.page.url()).searchParams.get('id');
        return facts({ declined: kindOf(declined), stayed, 'id in the URL': id === checkout.session.id });
      },
    },
    {
      name: 'saving-not-enabled',
      about:
        '`confirm({savePaymentMethod})` where saving is not enabled rejects; where there is no customer and will be none, the API refuses (`code: null`).',
      simulator: 'not enabled: throws IntegrationError; no customer: error null',
      run: async (probe) => {
        const off = await typed(probe);
        await off.confirmable();
        const refused = await off.confirm({ savePaymentMethod: true });
        const saving = { saved_payment_method_options: { payment_method_save: 'enabled' } } as const;
        const guest = await typed(probe, { session: saving });
        await guest.confirmable();
        const nobody = await guest.confirm({ savePaymentMethod: true });
        probe.note(refused);
        probe.note(nobody);
        return facts({ 'not enabled': kindOf(refused), 'no customer': kindOf(nobody) });
      },
    },
    {
      name: 'card-with-nothing-due',
      about: 'With nothing due a card is asked all the same.',
      simulator: 'card asked: true; confirmable without: false',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe, { session: TRIAL });
        const asked = await checkout.payment.locator('[name=number]').isVisible();
        return facts({ 'card asked': asked, 'confirmable without': await checkout.confirmableSoon() });
      },
    },
    {
      name: 'required-address-unmounted',
      about:
        "`billing_address_collection: 'required'` without an address element and without `updateBillingAddress`: the payment frame does not ask for a whole address; `canConfirm` stays false.",
      simulator: 'payment frame asks for it: false; canConfirm: false',
      run: async (probe) => {
        const checkout = await typed(probe, { session: REQUIRED });
        const whole = await checkout.payment.locator('[name=addressLine1]').isVisible();
        return facts({ 'payment frame asks for it': whole, canConfirm: await checkout.confirmableSoon() });
      },
    },
  ],
};
