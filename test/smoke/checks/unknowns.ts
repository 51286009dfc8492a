/** A check for each of the unknowns. */
import { at, kindOf } from '../support/answer.js';
import { facts, type CheckGroup } from '../support/check.js';
import { MountedElements } from '../support/mounted-elements.js';
import { NUMBERS } from '../support/numbers.js';
import type { Probe } from '../support/probe.js';
import { UNKNOWNS } from '../support/unknowns.js';
import { customFields } from './readme/billing.js';
import { confirmationToken, confirmLimit, otherAmount } from './readme/intents.js';
import { notAuthenticated } from './readme/payments.js';
import { idempotentReplayed } from './readme/requests.js';
import { debitedSubscription } from './readme/ways-to-pay.js';
import { listByIntent, secretShown, staleTotal, withoutReturnUrl } from './readme/sessions.js';
import { redirectStatus } from './script/intents.js';

const DEFERRED = { mode: 'payment', amount: 1_000, currency: 'usd' } as const;

/** Ready-made cards of the published table that this repository relies on. */
const CARDS =
  'visa visa_debit mastercard mastercard_prepaid amex discover diners jcb unionpay visa_chargeDeclined visa_chargeDeclinedInsufficientFunds visa_chargeDeclinedLostCard visa_chargeDeclinedStolenCard chargeDeclinedExpiredCard chargeDeclinedProcessingError radarBlock riskLevelElevated authenticationRequired'.split(
    ' ',
  );

async function words(probe: Probe): Promise<string> {
  const said = async (name: string, params: Record<string, string>, headers = {}): Promise<string> => {
    const reply = await probe.send('POST', name, { params, headers });
    return at(reply.body, 'error.message');
  };
  const misused = await probe.send('POST', '/v1/customers', { key: 'publishable', params: { name: 'Smoke' } });
  const headers = { 'idempotency-key': `smoke-${Math.random().toString(36).slice(2)}` };
  const intent = { amount: '1000', currency: 'usd', 'metadata[billing_smoke]': 'yes' };
  await probe.send('POST', '/v1/payment_intents', { params: intent, headers });
  const reused = await said('/v1/payment_intents', { ...intent, amount: '2000' }, headers);
  return facts({
    'failed 3-D Secure': await notAuthenticated(probe, 'fail'),
    'misused key': at(misused.body, 'error.message'),
    'unknown parameter': await said('/v1/payment_intents', { ...intent, foo: '1' }),
    'key used again': reused.replace(/smoke-\w+/, '…'),
  });
}

/** A customer's secret for the page, used by two pages one after the other. */
async function customerSession(probe: Probe): Promise<string> {
  const { customer } = await probe.cardholder();
  const reply = await probe.send('POST', '/v1/customer_sessions', {
    params: { customer, 'components[payment_element][enabled]': 'true' },
  });
  if (reply.status !== 200) return `customer_sessions: ${reply.status} ${at(reply.body, 'error.code')}`;
  const minutes = Math.round((Number(at(reply.body, 'expires_at')) - Number(at(reply.body, 'created'))) / 60);
  const secret = at(reply.body, 'client_secret');
  const mountOnce = async (): Promise<string> => {
    const { client_secret: clientSecret } = await probe.intent({ customer });
    const options = { clientSecret: clientSecret ?? '', customerSessionClientSecret: secret };
    return MountedElements.open(probe, options).then(
      () => 'usable',
      (error: unknown) => {
        probe.note(String(error).split('\n')[0] ?? '');
        return 'not usable';
      },
    );
  };
  return facts({ 'lives for minutes': minutes, 'first page': await mountOnce(), 'second page': await mountOnce() });
}

async function twoAddresses(probe: Probe): Promise<string> {
  const { page } = await MountedElements.open(probe, DEFERRED);
  const said = await page.evaluate(async () => {
    const { elements, outcome } = window.kit;
    const billing = await outcome(() => {
      elements.create('address', { mode: 'billing', fields: { phone: 'auto' } }).mount('#address');
    });
    const shipping = await outcome(() => {
      elements.create('address', { mode: 'shipping' });
    });
    const both = await outcome(() => {
      if (elements.getElement('address') === null) throw new Error('null');
    });
    return { billing, shipping, both };
  });
  probe.note(said.shipping);
  probe.note(said.both);
  const address = page.frameLocator('#address iframe[title="Secure address input frame"]');
  await address.locator('[name=country]').waitFor();
  return facts({
    'phone number asked': await address.locator('[name=phone]').isVisible(),
    'second address element': kindOf(said.shipping),
    'getElement without a mode': kindOf(said.both),
  });
}

async function inDialog(probe: Probe): Promise<string> {
  const page = await probe.page();
  const said = await page.evaluate(
    (key) =>
      window.kit.outcome(async () => {
        const dialog = document.createElement('dialog');
        const node = document.createElement('div');
        dialog.append(node);
        document.body.append(dialog);
        dialog.showModal();
        const group = window.Stripe?.(key).elements({ mode: 'payment', amount: 1_000, currency: 'usd' });
        const element = group?.create('expressCheckout');
        const ready = new Promise((resolve) => element?.on('ready', resolve));
        const failed = new Promise((_, reject) =>
          element?.on('loaderror', ({ error }) => reject(new Error(error.message))),
        );
        element?.mount(node);
        await Promise.race([ready, failed]);
      }),
    probe.target.publishableKey,
  );
  probe.note(said);
  return kindOf(said);
}

/** What each ready-made card does when it is charged. */
async function testCards(probe: Probe): Promise<string> {
  const seen: Record<string, string> = {};
  for (const card of CARDS) {
    const intent = await probe.intent();
    await probe.stripe.paymentIntents.confirm(intent.id, { payment_method: `pm_card_${card}` }).catch(() => undefined);
    const { status, last_payment_error: error } = await probe.stripe.paymentIntents.retrieve(intent.id);
    seen[card] = error?.decline_code ?? error?.code ?? status;
  }
  return facts(seen);
}

/** While the debit is under way, and for an account that is still to be proven. */
async function achSubscription(probe: Probe): Promise<string> {
  return facts({
    'debit that arrives': await debitedSubscription(probe, 'success'),
    'debit that stays under way': await debitedSubscription(probe, 'processing'),
  });
}

export const unknowns: CheckGroup = {
  title: 'Unknowns',
  checks: [
    {
      name: 'unknown-deferred-amount',
      about: UNKNOWNS.deferredAmount,
      simulator: 'error invalid_request_error undefined',
      run: otherAmount,
    },
    {
      name: 'unknown-words',
      about: UNKNOWNS.words,
      simulator:
        "failed 3-D Secure: confirm: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; session: open; intent: requires_payment_method; error: payment_intent_authentication_failure; charge: none; misused key: This API call cannot be made with a publishable API key. Please use a secret API key.; unknown parameter: Received unknown parameter: foo; key used again: Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '…' if you meant to execute a different request.",
      run: words,
    },
    {
      name: 'unknown-customer-session',
      about: UNKNOWNS.customerSession,
      simulator: 'lives for minutes: 30; first page: usable; second page: usable',
      run: customerSession,
    },
    {
      name: 'unknown-live-shadow',
      about: UNKNOWNS.liveShadow,
      notObservable:
        'It takes a live key and an activated account; this command refuses live keys, for what it would charge.',
    },
    {
      name: 'unknown-two-addresses',
      about: UNKNOWNS.phoneAndTwoAddresses,
      simulator:
        'phone number asked: false; second address element: throws IntegrationError; getElement without a mode: success',
      run: twoAddresses,
    },
    {
      name: 'unknown-redirect-status',
      about: UNKNOWNS.redirectStatus,
      simulator:
        'paid: succeeded (payment_intent, payment_intent_client_secret, redirect_status); declined: stayed: error card_error card_declined generic_decline',
      run: async (probe) =>
        facts({
          paid: await redirectStatus(probe, NUMBERS.pays),
          declined: await redirectStatus(probe, NUMBERS.declined),
        }),
    },
    {
      name: 'unknown-confirm-limit',
      about: UNKNOWNS.confirmLimit,
      simulator: 'no limit within 25 attempts',
      run: confirmLimit,
    },
    {
      name: 'unknown-confirmation-token',
      about: UNKNOWNS.confirmationToken,
      simulator:
        'lives for hours: 12; used once: accepted; used twice: 400 no code: The ConfirmationToken ctoken_… has already been used. Create another one with stripe.createConfirmationToken().',
      run: confirmationToken,
    },
    { name: 'unknown-dialog', about: UNKNOWNS.dialog, simulator: 'throws IntegrationError', run: inDialog },
    {
      name: 'unknown-test-cards',
      about: UNKNOWNS.testCards,
      simulator:
        'visa: succeeded; visa_debit: succeeded; mastercard: succeeded; mastercard_prepaid: succeeded; amex: succeeded; discover: succeeded; diners: succeeded; jcb: succeeded; unionpay: succeeded; visa_chargeDeclined: generic_decline; visa_chargeDeclinedInsufficientFunds: insufficient_funds; visa_chargeDeclinedLostCard: lost_card; visa_chargeDeclinedStolenCard: stolen_card; chargeDeclinedExpiredCard: expired_card; chargeDeclinedProcessingError: processing_error; radarBlock: fraudulent; riskLevelElevated: succeeded; authenticationRequired: requires_action',
      run: testCards,
    },
    {
      name: 'unknown-client-secret',
      about: UNKNOWNS.clientSecret,
      simulator: 'retrieved: there; listed: there; expired: null; complete: null',
      run: secretShown,
    },
    {
      name: 'unknown-return-url',
      about: UNKNOWNS.returnUrl,
      simulator: 'cards only: accepted; all but one that the account may offer: accepted',
      run: withoutReturnUrl,
    },
    {
      name: 'unknown-stale-total',
      about: UNKNOWNS.staleTotal,
      simulator: 'confirm: error null; status: open; amount_total: 2000',
      run: staleTotal,
    },
    {
      name: 'unknown-ach-subscription',
      about: UNKNOWNS.achSubscription,
      simulator:
        'debit that arrives: session complete unpaid, subscription active, invoice open; then session complete paid, subscription active, invoice paid; debit that stays under way: session complete unpaid, subscription active, invoice open; then session complete unpaid, subscription active, invoice open',
      run: achSubscription,
    },
    {
      name: 'unknown-abandoned-challenge',
      about: UNKNOWNS.abandonedChallenge,
      simulator:
        'confirm: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; session: open; intent: requires_payment_method; error: payment_intent_authentication_failure; charge: none',
      run: (probe) => notAuthenticated(probe, 'close'),
    },
    {
      name: 'unknown-list-after-decline',
      about: UNKNOWNS.listAfterDecline,
      simulator: 'sessions found: 0; session.payment_intent: null',
      run: (probe) => listByIntent(probe, NUMBERS.declined),
    },
    {
      name: 'unknown-idempotent-replayed',
      about: UNKNOWNS.idempotentReplayed,
      simulator:
        'first, Idempotent-Replayed: null; second, Idempotent-Replayed: true; same object: true; same Request-Id: false',
      run: idempotentReplayed,
    },
    { name: 'unknown-custom-fields', about: UNKNOWNS.customFields, simulator: 'not copied', run: customFields },
  ],
};
