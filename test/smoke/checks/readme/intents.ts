/** Guesses about PaymentIntents and SetupIntents of a server's own. */
import type Stripe from 'stripe';
import { answerOf, at, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedElements } from '../../support/mounted-elements.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { MARK } from '../../support/target.js';

const DEFERRED = { mode: 'payment', amount: 1_000, currency: 'usd' } as const;
const CARDS = { allowed_payment_method_types: ['card' as const] };

/** Fields for one amount, an intent of another. */
export async function otherAmount(probe: Probe): Promise<string> {
  const intent = await probe.intent({ amount: 1_000 });
  const elements = await MountedElements.open(probe, { mode: 'payment', amount: 2_000, currency: 'usd' });
  await elements.card(NUMBERS.pays);
  await elements.submit();
  const outcome = await elements.confirm({ clientSecret: intent.client_secret });
  probe.note(outcome);
  return kindOf(outcome);
}

/** How often a declining card can be confirmed on one intent. */
export async function confirmLimit(probe: Probe): Promise<string> {
  const most = 25;
  const intent = await probe.intent();
  const confirm = (): Promise<string> =>
    answerOf(probe.stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa_chargeDeclined' }));
  for (let attempt = 1; attempt <= most; attempt += 1) {
    const answer = await confirm();
    if (!answer.startsWith('402')) return `attempt ${attempt}: ${answer}`;
  }
  return `no limit within ${most} attempts`;
}

/** What `stripe.createConfirmationToken` gives, until when it is good, and how often. */
export async function confirmationToken(probe: Probe): Promise<string> {
  const elements = await MountedElements.open(probe, DEFERRED);
  await elements.card(NUMBERS.pays);
  await elements.submit();
  const made = await elements.page.evaluate(async () => {
    const { stripe, elements: group, outcome } = window.kit;
    let id = '';
    const said = await outcome(async () => {
      const result = await stripe.createConfirmationToken({ elements: group });
      id = result.confirmationToken?.id ?? '';
      return result;
    });
    return { said, id };
  });
  if (made.said !== 'success') {
    probe.note(made.said);
    return kindOf(made.said);
  }
  const token = await probe.stripe.confirmationTokens.retrieve(made.id);
  const hours = token.expires_at === null ? 'no end' : Math.round((token.expires_at - token.created) / 3_600);
  const use = async (): Promise<string> =>
    answerOf(probe.stripe.paymentIntents.confirm((await probe.intent()).id, { confirmation_token: made.id }));
  return facts({ 'lives for hours': hours, 'used once': await use(), 'used twice': await use() });
}

/** A payment with nobody there, by a card that is attached. */
async function offSession(probe: Probe, customer: string, method: string): Promise<string> {
  const intent = await probe.intent({ customer });
  const work = probe.stripe.paymentIntents.confirm(intent.id, { payment_method: method, off_session: true });
  return kindOf(await answerOf(work));
}

async function unattended(probe: Probe, card: string): Promise<string> {
  const { customer, method } = await probe.cardholder(card);
  return offSession(probe, customer, method);
}

const setup = (probe: Probe, customer: string): Promise<Stripe.SetupIntent> =>
  probe.stripe.setupIntents.create({ customer, metadata: MARK, ...CARDS });

/** Set up with the customer there, then charged without them. */
async function afterSetup(probe: Probe): Promise<string> {
  const { id: customer } = await probe.customer();
  const { client_secret: clientSecret } = await setup(probe, customer);
  const elements = await MountedElements.open(probe, { clientSecret: clientSecret ?? '' });
  await elements.card(NUMBERS.asksOnceSetUp);
  const outcome = await elements.confirmChallenged('complete', 'confirmSetup');
  const [method] = (await probe.stripe.customers.listPaymentMethods(customer)).data;
  return method ? offSession(probe, customer, method.id) : `not set up: ${outcome}`;
}

export const intents: CheckGroup = {
  title: 'Intents',
  checks: [
    {
      name: 'wrong-client-secret',
      about:
        "A wrong client secret, another account's, and an intent that is not there are one refusal: 400 `resource_missing`.",
      simulator:
        'wrong secret: 400 resource_missing: The client_secret provided does not match any associated PaymentIntent on this account.; no such intent: 400 resource_missing: The client_secret provided does not match any associated PaymentIntent on this account.',
      run: async (probe) => {
        const intent = await probe.intent();
        const read = async (id: string, secret: string): Promise<string> => {
          const reply = await probe.send('GET', `/v1/payment_intents/${id}`, {
            key: 'publishable',
            params: { client_secret: secret },
          });
          return `${reply.status} ${at(reply.body, 'error.code')}: ${at(reply.body, 'error.message')}`;
        };
        const absent = 'pi_3AAAAAAAAAAAAAAAAAAAAAAA';
        return facts({
          'wrong secret': await read(intent.id, `${intent.id}_secret_wrongwrongwrongwrongwrong1`),
          'no such intent': await read(absent, `${absent}_secret_wrongwrongwrongwrongwrong1`),
        });
      },
    },
    {
      name: 'fields-for-another-amount',
      about:
        "Fields made for another amount than the intent's are refused at confirm, like those for another currency, mode, capture method or future usage. Where the fields were made for a subscription, mode and future usage are not compared.",
      simulator: 'another amount: error invalid_request_error undefined; for a subscription: success',
      run: async (probe) => {
        const intent = await probe.intent({ setup_future_usage: 'off_session', customer: (await probe.customer()).id });
        const forSubscription = await MountedElements.open(probe, {
          mode: 'subscription',
          amount: 1_000,
          currency: 'usd',
        });
        await forSubscription.card(NUMBERS.pays);
        await forSubscription.submit();
        const outcome = await forSubscription.confirm({ clientSecret: intent.client_secret });
        probe.note(outcome);
        return facts({ 'another amount': await otherAmount(probe), 'for a subscription': kindOf(outcome) });
      },
    },
    {
      name: 'refusals-at-confirm',
      about:
        "The words of refusals at confirm: missing method, another customer's method, lowered `setup_future_usage`, raw card numbers.",
      simulator:
        "no method: 400 payment_intent_unexpected_state: You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.; another customer’s: 400 no code: The provided PaymentMethod cannot be attached. The PaymentMethod you provided belongs to a different customer, or the customer is not set. Please include the Customer in the `customer` parameter.; lowered usage: 400 You cannot lower `setup_future_usage` with a publishable key.; raw number: 400 Sending credit card numbers directly to the Stripe API is generally unsafe. Use a test PaymentMethod such as pm-card_visa.",
      run: async (probe) => {
        const { id: customer } = await probe.customer();
        const other = await probe.cardholder();
        const confirm = async (params: Stripe.PaymentIntentConfirmParams): Promise<string> =>
          answerOf(probe.stripe.paymentIntents.confirm((await probe.intent({ customer })).id, params));
        const kept = await probe.intent({ setup_future_usage: 'off_session' });
        const lowered = await probe.send('POST', `/v1/payment_intents/${kept.id}/confirm`, {
          key: 'publishable',
          params: {
            client_secret: kept.client_secret ?? '',
            payment_method: 'pm_card_visa',
            setup_future_usage: 'on_session',
          },
        });
        const raw = await probe.send('POST', `/v1/payment_intents/${kept.id}/confirm`, {
          params: {
            'payment_method_data[type]': 'card',
            'payment_method_data[card][number]': NUMBERS.pays,
            'payment_method_data[card][exp_month]': '12',
            'payment_method_data[card][exp_year]': '2034',
          },
        });
        return facts({
          'no method': await confirm({}),
          'another customer’s': await confirm({ payment_method: other.method }),
          'lowered usage': `${lowered.status} ${at(lowered.body, 'error.message')}`,
          'raw number': `${raw.status} ${at(raw.body, 'error.message')}`,
        });
      },
    },
    {
      name: 'card-kept-by-an-intent',
      about:
        'A card kept by an intent becomes `limited`, unless the page said otherwise. Without a customer nothing is kept.',
      simulator: 'with a customer: success, limited, kept; without one: success, unspecified, not kept',
      run: async (probe) => {
        const keep = async (params: Partial<Stripe.PaymentIntentCreateParams>): Promise<string> => {
          const intent = await probe.intent({ setup_future_usage: 'off_session', ...params });
          const elements = await MountedElements.open(probe, { clientSecret: intent.client_secret ?? '' });
          await elements.card(NUMBERS.pays);
          const outcome = kindOf(await elements.confirm());
          const { payment_method: id } = await probe.stripe.paymentIntents.retrieve(intent.id);
          const method = await probe.stripe.paymentMethods.retrieve(String(id));
          return `${outcome}, ${method.allow_redisplay ?? 'none'}, ${method.customer ? 'kept' : 'not kept'}`;
        };
        const { id: customer } = await probe.customer();
        return facts({ 'with a customer': await keep({ customer }), 'without one': await keep({}) });
      },
    },
    {
      name: 'nobody-there',
      about:
        'Without the customer present, …0446 is paid, …3155 once it was set up, every other challenged card is declined with `authentication_required`. A SetupIntent challenges all of them.',
      simulator:
        '…0446: accepted; …3155: 402 authentication_required; …3155 once set up: accepted; …3184: 402 authentication_required',
      run: async (probe) =>
        facts({
          '…0446': await unattended(probe, 'pm_card_authenticationRequiredSetupForOffSession'),
          '…3155': await unattended(probe, 'pm_card_authenticationRequiredOnSetup'),
          '…3155 once set up': await afterSetup(probe),
          '…3184': await unattended(probe, 'pm_card_authenticationRequired'),
        }),
    },
    {
      name: 'setup-attempts',
      about:
        "A SetupIntent's challenge is answered at `…/authenticate`, a route of the simulator's own; there are no setup attempts.",
      simulator: 'challenge: success; latest_attempt: null; mandate: null; list of attempts: 404 no code',
      run: async (probe) => {
        const { id: customer } = await probe.customer();
        const intent = await setup(probe, customer);
        const elements = await MountedElements.open(probe, { clientSecret: intent.client_secret ?? '' });
        await elements.card(NUMBERS.asks);
        const outcome = await elements.confirmChallenged('complete', 'confirmSetup');
        const { mandate, latest_attempt: attempt } = await probe.stripe.setupIntents.retrieve(intent.id);
        const listed = await answerOf(probe.stripe.setupAttempts.list({ setup_intent: intent.id }));
        probe.note(listed);
        return facts({
          challenge: kindOf(outcome),
          latest_attempt: attempt ? 'there' : 'null',
          mandate: mandate ? 'there' : 'null',
          'list of attempts': kindOf(listed),
        });
      },
    },
    {
      name: 'confirmation-token',
      about:
        'A confirmation token lasts twelve hours and can be used once; the words that refuse a used or expired one.',
      simulator:
        'lives for hours: 12; used once: accepted; used twice: 400 no code: The ConfirmationToken ctoken_… has already been used. Create another one with stripe.createConfirmationToken().',
      run: confirmationToken,
    },
    {
      name: 'confirm-limit',
      about: 'There is no limit to how often an intent can be confirmed.',
      simulator: 'no limit within 25 attempts',
      run: confirmLimit,
    },
  ],
};
