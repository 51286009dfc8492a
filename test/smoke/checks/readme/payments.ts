/** Guesses about payments. */
import type Stripe from 'stripe';
import { at, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { fillCard } from '../../support/fill.js';
import { answerChallenge, MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';

const TRIAL = { mode: 'subscription', subscription_data: { trial_period_days: 7 } } as const;

const READY_MADE = {
  generic: 'pm_card_visa_chargeDeclined',
  'no funds': 'pm_card_visa_chargeDeclinedInsufficientFunds',
  lost: 'pm_card_visa_chargeDeclinedLostCard',
  stolen: 'pm_card_visa_chargeDeclinedStolenCard',
  expired: 'pm_card_chargeDeclinedExpiredCard',
  processing: 'pm_card_chargeDeclinedProcessingError',
  velocity: 'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
  blocked: 'pm_card_radarBlock',
};

/** Advice, network code, reason and risk of one declining card. */
async function adviceOf(probe: Probe, card: string): Promise<string> {
  const intent = await probe.intent();
  await probe.stripe.paymentIntents.confirm(intent.id, { payment_method: card }).catch(() => undefined);
  const { last_payment_error: error, latest_charge: charge } = await probe.stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge'],
  });
  const told = ['advice_code', 'network_decline_code'].map((name) => at(error, name));
  const seen = ['outcome.reason', 'outcome.risk_level'].map((path) => at(charge, path));
  return [...told, ...seen].join(' ');
}

/** A challenge that was not passed: what the page is told, and what is left at the API. */
export async function notAuthenticated(probe: Probe, answer: 'fail' | 'close'): Promise<string> {
  const checkout = await MountedCheckout.open(probe);
  const outcome = await checkout.payChallenged(NUMBERS.asks, answer);
  const { payment_intent: id, status } = await checkout.read();
  if (typeof id !== 'string') return facts({ confirm: outcome, session: status, intent: 'none' });
  const intent = await probe.stripe.paymentIntents.retrieve(id);
  return facts({
    confirm: outcome,
    session: status,
    intent: intent.status,
    error: intent.last_payment_error?.code ?? null,
    charge: intent.latest_charge ? 'there' : 'none',
  });
}

async function onTrial(probe: Probe, number: string, answer?: 'complete' | 'fail'): Promise<string> {
  const checkout = await MountedCheckout.open(probe, { session: TRIAL });
  const outcome = answer ? await checkout.payChallenged(number, answer) : await checkout.pay(number);
  probe.note(outcome);
  return kindOf(outcome);
}

async function charged(probe: Probe, number: string): Promise<string> {
  const outcome = await (await MountedCheckout.open(probe)).pay(number);
  probe.note(outcome);
  return kindOf(outcome);
}

export const payments: CheckGroup = {
  title: 'Payments',
  checks: [
    {
      name: 'one-intent-per-session',
      about: 'One PaymentIntent per session: attempts after a decline use it again, with the total of that moment.',
      simulator: 'same intent: true; charges: failed and succeeded',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await checkout.pay(NUMBERS.declined);
        const { payment_intent: first } = await checkout.read();
        await checkout.pay(NUMBERS.pays);
        const { payment_intent: last } = await checkout.read();
        const { data } = await probe.stripe.charges.list({ payment_intent: String(last) });
        const statuses = data.map(({ status }) => status).sort();
        return facts({ 'same intent': first === last, charges: statuses.join(' and ') });
      },
    },
    {
      name: 'confirm-beside-a-challenge',
      about: 'A confirm while a challenge is open starts another attempt; the old challenge is void.',
      simulator: 'the other page: success; the challenge after that: error null',
      run: async (probe) => {
        const asking = await MountedCheckout.open(probe);
        await asking.card(NUMBERS.asks);
        await asking.confirmable();
        const asked = asking.confirm();
        await asking.challengeShown();
        const other = await MountedCheckout.join(probe, asking.session);
        const paid = await other.pay(NUMBERS.pays);
        await answerChallenge(asking.page, 'complete');
        const late = await asked;
        probe.note(paid);
        probe.note(late);
        return facts({ 'the other page': kindOf(paid), 'the challenge after that': kindOf(late) });
      },
    },
    {
      name: 'challenge-not-passed',
      about:
        'A challenge failed or closed: 400 `payment_intent_authentication_failure`, no charge, the intent back at `requires_payment_method`. With nothing due: `setup_intent_authentication_failure`, and no SetupIntent can be read.',
      simulator:
        'failed: confirm: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; session: open; intent: requires_payment_method; error: payment_intent_authentication_failure; charge: none; nothing due, failed: error paymentFailed declineCode null: We are unable to authenticate your payment method. Please choose a different payment method and try again.; nothing due, SetupIntent: none',
      run: async (probe) => {
        const trial = await MountedCheckout.open(probe, { session: TRIAL });
        const outcome = await trial.payChallenged(NUMBERS.asks, 'fail');
        return facts({
          failed: await notAuthenticated(probe, 'fail'),
          'nothing due, failed': outcome,
          'nothing due, SetupIntent': (await trial.read()).setup_intent ? 'there' : 'none',
        });
      },
    },
    {
      name: 'tried-again-by-itself',
      about:
        'Where Stripe tries again by itself (`cards/retry_next`), the PaymentIntent gets a charge for each try, of which the last is its `latest_charge`. `charge.failed` is told of the others, `payment_intent.payment_failed` is not.',
      notObservable:
        'Adaptive Acceptance works on live payments that a bank has declined; no test card makes Stripe try again by itself.',
    },
    {
      name: 'advice-of-declines',
      about: '`advice_code`, `network_decline_code`, `outcome.reason` and risk scores of the declining cards.',
      simulator:
        'generic: try_again_later 05 generic_decline normal; no funds: try_again_later 51 insufficient_funds normal; lost: do_not_try_again 41 lost_card normal; stolen: do_not_try_again 43 stolen_card normal; expired: do_not_try_again 54 expired_card normal; processing: try_again_later 96 processing_error normal; velocity: try_again_later 65 card_velocity_exceeded normal; blocked: do_not_try_again not there highest_risk_level highest',
      run: async (probe) => {
        const seen: Record<string, string> = {};
        for (const [name, card] of Object.entries(READY_MADE)) seen[name] = await adviceOf(probe, card);
        return facts(seen);
      },
    },
    {
      name: 'cards-with-nothing-due',
      about:
        'With nothing due a declining card is refused, except the one that fails only when charged (…0341) and those that are declined after a challenge, once it is passed. …0341 is declined by every charge. …1280 is declined without a challenge. …4954 is always blocked.',
      simulator:
        '…0002, nothing due: error paymentFailed declineCode generic_decline; …0341, nothing due: success; …3178 authenticated, nothing due: success; …0341, charged: error paymentFailed declineCode generic_decline; …1280, charged: error paymentFailed declineCode generic_decline; …4954, charged: error paymentFailed declineCode fraudulent',
      run: async (probe) =>
        facts({
          '…0002, nothing due': await onTrial(probe, NUMBERS.declined),
          '…0341, nothing due': await onTrial(probe, NUMBERS.failsWhenCharged),
          '…3178 authenticated, nothing due': await onTrial(probe, NUMBERS.asksThenNoFunds, 'complete'),
          '…0341, charged': await charged(probe, NUMBERS.failsWhenCharged),
          '…1280, charged': await charged(probe, NUMBERS.declinedUnasked),
          '…4954, charged': await charged(probe, NUMBERS.blocked),
        }),
    },
    {
      name: 'years-and-live-cards',
      about:
        'Two-digit years from 70 on are of the last century. A card that is none of the test cards is declined with `test_mode_live_card`.',
      simulator:
        '12 / 75, typed: success; no test card: error paymentFailed declineCode test_mode_live_card: Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: stripe.com',
      run: async (probe) => {
        const checkout = await MountedCheckout.open(probe);
        await fillCard(checkout.payment, NUMBERS.pays, '12 / 75');
        const old = await checkout.page.evaluate(() => window.kit.outcome(() => window.kit.actions.validateElements()));
        await checkout.payment.locator('[name=expiry]').fill('12 / 34');
        const live = await checkout.pay(NUMBERS.live);
        probe.note('Two digits reach the API with raw numbers only, which a test key may not send.');
        return facts({ '12 / 75, typed': old, 'no test card': live });
      },
    },
    {
      name: 'allow-redisplay',
      about:
        "A saved card that is not asked to be saved again keeps its `allow_redisplay`. A session's `payment_method_data.allow_redisplay` replaces `limited`.",
      simulator: 'saved card: always; new card: limited; new card, always: always',
      run: async (probe) => {
        const { customer, method } = await probe.cardholder();
        await probe.stripe.paymentMethods.update(method, { allow_redisplay: 'always' });
        const saved = await MountedCheckout.open(probe, { session: { mode: 'subscription', customer } });
        await saved.confirm({ paymentMethod: method });
        const kept = async (session: Stripe.Checkout.SessionCreateParams): Promise<string> => {
          const { id } = await probe.customer();
          const checkout = await MountedCheckout.open(probe, {
            session: { mode: 'subscription', customer: id, ...session },
          });
          await checkout.pay(NUMBERS.pays);
          const { data } = await probe.stripe.customers.listPaymentMethods(id);
          return data[0]?.allow_redisplay ?? 'no card kept';
        };
        return facts({
          'saved card': (await probe.stripe.paymentMethods.retrieve(method)).allow_redisplay,
          'new card': await kept({}),
          'new card, always': await kept({ payment_method_data: { allow_redisplay: 'always' } }),
        });
      },
    },
  ],
};
