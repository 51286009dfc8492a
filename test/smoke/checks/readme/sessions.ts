/** Guesses about Checkout Sessions. */
import type Stripe from 'stripe';
import { answerOf, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';
import { hostedSessions } from './hosted-sessions.js';
import { lockedSessions } from './paid-by-invoice.js';

const there = (secret: string | null | undefined): string => (secret ? 'there' : 'null');

const ADDRESS = { line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001', country: 'US' };

/** What of `sessions.list({payment_intent})` for a subscription's payment. */
export async function listByIntent(probe: Probe, number: string): Promise<string> {
  const { id: customer } = await probe.customer();
  const checkout = await MountedCheckout.open(probe, { session: { mode: 'subscription', customer } });
  await checkout.pay(number);
  const [intent] = (await probe.stripe.paymentIntents.list({ customer })).data;
  if (!intent) return 'no PaymentIntent of this customer';
  const { data } = await probe.stripe.checkout.sessions.list({ payment_intent: intent.id });
  return facts({
    'sessions found': data.length,
    'session.payment_intent': (await checkout.read()).payment_intent ? 'there' : 'null',
  });
}

/** Where an open session shows its secret. */
export async function secretShown(probe: Probe): Promise<string> {
  const open = await probe.session();
  const { data } = await probe.stripe.checkout.sessions.list({ limit: 20 });
  const retrieved = await probe.stripe.checkout.sessions.retrieve(open.id);
  const expired = await probe.stripe.checkout.sessions.expire(open.id);
  const paid = await MountedCheckout.open(probe);
  await paid.pay(NUMBERS.pays);
  return facts({
    retrieved: there(retrieved.client_secret),
    listed: there(data.find(({ id }) => id === open.id)?.client_secret),
    expired: there(expired.client_secret),
    complete: there((await paid.read()).client_secret),
  });
}

/** Confirms with the total of before; meanwhile the server has doubled the quantity. */
export async function staleTotal(probe: Probe): Promise<string> {
  const checkout = await MountedCheckout.open(probe);
  await checkout.card(NUMBERS.pays);
  await checkout.confirmable();
  const { data } = await probe.stripe.checkout.sessions.listLineItems(checkout.session.id);
  await probe.stripe.checkout.sessions.update(checkout.session.id, {
    line_items: data.map(({ id }) => ({ id, quantity: 2 })),
  });
  const outcome = await checkout.confirm();
  probe.note(outcome);
  const { status, amount_total: total } = await checkout.read();
  return facts({ confirm: kindOf(outcome), status, amount_total: total });
}

/** Whether a session may be made without a `return_url`. */
export async function withoutReturnUrl(probe: Probe): Promise<string> {
  const make = (params: Stripe.Checkout.SessionCreateParams): Promise<string> =>
    answerOf(probe.session(params, { returnUrl: false }));
  return facts({
    'cards only': await make({}),
    'all but one that the account may offer': await make({ excluded_payment_method_types: ['affirm'] }),
  });
}

export const sessions: CheckGroup = {
  title: 'Sessions',
  checks: [
    {
      name: 'client-secret-shown',
      about:
        '`client_secret` is shown as long as the session is open, on retrieve and in lists too, and is null afterwards.',
      simulator: 'retrieved: there; listed: there; expired: null; complete: null',
      run: secretShown,
    },
    {
      name: 'list-by-intent',
      about: '`checkout.sessions.list({payment_intent})` does not find sessions of subscription mode.',
      simulator: 'sessions found: 0; session.payment_intent: null',
      run: (probe) => listByIntent(probe, NUMBERS.pays),
    },
    {
      name: 'no-return-url',
      about: '`return_url` may be left out; a method that redirects then needs one at confirm.',
      simulator: 'cards only: accepted; all but one that the account may offer: accepted',
      run: withoutReturnUrl,
    },
    {
      name: 'amount-mismatch',
      about: 'A total that is not the one confirmed is refused with `checkout_amount_mismatch`.',
      simulator: 'confirm: error null; status: open; amount_total: 2000',
      run: staleTotal,
    },
    {
      name: 'collected-at-confirm',
      about:
        "With `billing_address_collection: 'required'` a confirm needs line 1 and country, from the page or from the card's billing details; with `phone_number_collection` a phone number. A saved card is not asked for an address.",
      simulator:
        'no address: error null; country only: success, then error null; no phone number: error null; a saved card: success',
      run: async (probe) => {
        const required = { billing_address_collection: 'required' } as const;
        const told = await MountedCheckout.open(probe, { session: required });
        await told.card(NUMBERS.pays);
        const without = await told.confirm();
        const partly = await told.page.evaluate(() =>
          window.kit.outcome(() => window.kit.actions.updateBillingAddress({ address: { country: 'US' } })),
        );
        const country = await told.confirm();
        const phone = await MountedCheckout.open(probe, { session: { phone_number_collection: { enabled: true } } });
        await phone.card(NUMBERS.pays);
        const silent = await phone.confirm();
        const { customer, method } = await probe.cardholder();
        await probe.stripe.paymentMethods.update(method, { allow_redisplay: 'always' });
        const saved = await MountedCheckout.open(probe, { session: { customer, ...required } });
        const savedOutcome = await saved.confirm({ paymentMethod: method });
        for (const words of [without, partly, country, silent, savedOutcome]) probe.note(words);
        return facts({
          'no address': kindOf(without),
          'country only': `${kindOf(partly)}, then ${kindOf(country)}`,
          'no phone number': kindOf(silent),
          'a saved card': kindOf(savedOutcome),
        });
      },
    },
    {
      name: 'address-on-the-page',
      about: 'A billing address is null on the page until one is typed, also for a customer who has one.',
      simulator: 'null',
      run: async (probe) => {
        const { id: customer } = await probe.customer({ name: 'Smoke Test', address: ADDRESS });
        const { page } = await MountedCheckout.open(probe, { session: { customer } });
        return page.evaluate(() => (window.kit.actions.getSession().billingAddress ? 'there' : 'null'));
      },
    },
    {
      name: 'saved-methods-on-the-page',
      about: '`savedPaymentMethods` is an empty list for a customer without such cards, and null for a guest.',
      simulator: 'customer without cards: []; guest: null',
      run: async (probe) => {
        const read = async (session: Stripe.Checkout.SessionCreateParams): Promise<string> => {
          const { page } = await MountedCheckout.open(probe, { session });
          return page.evaluate(() => JSON.stringify(window.kit.actions.getSession().savedPaymentMethods));
        };
        return facts({
          'customer without cards': await read({ customer: (await probe.customer()).id }),
          guest: await read({}),
        });
      },
    },
    {
      name: 'trial-amounts',
      about:
        "Items on trial show 0 as their total, `amount_subtotal` is 0 as well, and `dueNext.billingCycleAnchor` is the trial's end.",
      simulator: 'item total: 0; amount_subtotal: 0; amount_total: 0; anchor is the end of the trial: true',
      run: async (probe) => {
        const trialing = { mode: 'subscription', subscription_data: { trial_period_days: 7 } } as const;
        const { page, session } = await MountedCheckout.open(probe, { session: trialing });
        const seen = await page.evaluate(() => {
          const { lineItems, recurring } = window.kit.actions.getSession();
          return {
            item: lineItems[0]?.total.minorUnitsAmount,
            anchor: recurring?.dueNext.billingCycleAnchor ?? null,
            trialEnd: recurring?.trial?.trialEnd ?? null,
          };
        });
        return facts({
          'item total': seen.item,
          amount_subtotal: session.amount_subtotal,
          amount_total: session.amount_total,
          'anchor is the end of the trial': seen.anchor !== null && seen.anchor === seen.trialEnd,
        });
      },
    },
    {
      name: 'guest-becomes-customer',
      about: "In payment mode a guest becomes a customer only with `customer_creation: 'always'`.",
      simulator: 'default: none; always: a customer',
      run: async (probe) => {
        const pay = async (session: Stripe.Checkout.SessionCreateParams): Promise<string> => {
          const checkout = await MountedCheckout.open(probe, { session });
          await checkout.pay(NUMBERS.pays);
          return (await checkout.read()).customer ? 'a customer' : 'none';
        };
        return facts({ default: await pay({}), always: await pay({ customer_creation: 'always' }) });
      },
    },
    {
      name: 'expired-session-intent',
      about: 'An expired session cancels its PaymentIntent (`cancellation_reason: expired`).',
      simulator: 'status: canceled; reason: expired',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await checkout.pay(NUMBERS.declined);
        const { payment_intent: id } = await checkout.read();
        if (typeof id !== 'string') return 'no PaymentIntent after a decline';
        await probe.stripe.checkout.sessions.expire(checkout.session.id);
        const { status, cancellation_reason: reason } = await probe.stripe.paymentIntents.retrieve(id);
        return facts({ status, reason });
      },
    },
    {
      name: 'least-amount',
      about: 'Least amounts are checked in payment mode, for the currencies Stripe names.',
      simulator: "400 amount_too_small: The Checkout Session's total amount due must add up to at least $0.50 usd",
      run: async (probe) => {
        const cheap = await probe.price('cheap');
        return answerOf(probe.session({ line_items: [{ price: cheap, quantity: 1 }] }));
      },
    },
    ...lockedSessions,
    ...hostedSessions,
  ],
};
