/** Guesses about bank accounts and other ways to pay. */
import type Stripe from 'stripe';
import { answerOf, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import type { Probe } from '../../support/probe.js';

/** How often, and after how many milliseconds, a debit is looked at that is under way. */
const LOOKS = 30;
const PAUSE_MS = 1_000;

/** Debits a ready-made test account; what the confirmation is answered with, and the intent when it has ended. */
async function debit(probe: Probe, account: string) {
  const { stripe } = probe;
  const { id } = await probe.intent({ allowed_payment_method_types: ['us_bank_account'] });
  const answer = await answerOf(
    stripe.paymentIntents.confirm(id, {
      payment_method: `pm_usBankAccount_${account}`,
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
    }),
  );
  let intent = await stripe.paymentIntents.retrieve(id);
  for (let looks = 0; intent.status === 'processing' && looks < LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    intent = await stripe.paymentIntents.retrieve(id);
  }
  return { answer, intent };
}

/** Pays a session of a subscription with an attached test account, which takes no dialog; tells what becomes of it. */
export async function debitedSubscription(probe: Probe, account: string): Promise<string> {
  const { customer, method } = await probe.cardholder(`pm_usBankAccount_${account}`);
  const checkout = await MountedCheckout.open(probe, {
    session: { mode: 'subscription', customer, allowed_payment_method_types: ['us_bank_account'] },
  });
  const outcome = await checkout.confirm({ paymentMethod: method });
  probe.note(outcome);
  if (outcome !== 'success') return kindOf(outcome);
  const read = async (): Promise<{ readonly said: string; readonly open: boolean }> => {
    const { status, payment_status: paid, subscription, invoice } = await checkout.read(['subscription', 'invoice']);
    const statuses = [subscription, invoice].map((made) =>
      typeof made === 'object' && made !== null ? String(made.status) : 'none',
    );
    return {
      said: `session ${String(status)} ${paid}, subscription ${statuses.join(', invoice ')}`,
      open: paid === 'unpaid' && statuses[0] === 'active',
    };
  };
  const first = await read();
  let last = first;
  for (let looks = 0; last.open && looks < LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    last = await read();
  }
  return `${first.said}; then ${last.said}`;
}

/** A payment from an account that was typed, as Stripe.js sends it: still to be proven. */
async function typedAccount(probe: Probe): Promise<Stripe.PaymentIntent> {
  const intent = await probe.intent({ allowed_payment_method_types: ['us_bank_account'] });
  await probe.send('POST', `/v1/payment_intents/${intent.id}/confirm`, {
    key: 'publishable',
    params: {
      client_secret: intent.client_secret ?? '',
      'payment_method_data[type]': 'us_bank_account',
      'payment_method_data[us_bank_account][account_holder_type]': 'individual',
      'payment_method_data[us_bank_account][account_type]': 'checking',
      'payment_method_data[us_bank_account][account_number]': '000123456789',
      'payment_method_data[us_bank_account][routing_number]': '110000000',
      'payment_method_data[billing_details][name]': 'Smoke Test',
      'payment_method_data[billing_details][email]': 'billing-smoke@example.com',
      'mandate_data[customer_acceptance][type]': 'online',
      'mandate_data[customer_acceptance][online][infer_from_client]': 'true',
    },
  });
  return probe.stripe.paymentIntents.retrieve(intent.id);
}

export const waysToPay: CheckGroup = {
  title: 'Ways to pay',
  checks: [
    {
      name: 'type-of-another-currency',
      about: 'A type of payment method for another currency is refused when the session is made.',
      simulator: 'SEPA for dollars: 400 no code',
      run: async (probe) => {
        const answer = await answerOf(probe.session({ allowed_payment_method_types: ['card', 'sepa_debit'] }));
        probe.note(answer);
        return facts({ 'SEPA for dollars': kindOf(answer) });
      },
    },
    {
      name: 'blocked-bank-account',
      about: 'A bank account that Radar blocks is refused at confirm with 402 `card_declined`.',
      simulator: 'confirm: 402 card_declined; intent: requires_payment_method',
      run: async (probe) => {
        const { answer, intent } = await debit(probe, 'riskLevelHighest');
        probe.note(answer);
        return facts({ confirm: kindOf(answer), intent: intent.status });
      },
    },
    {
      name: 'returned-debit',
      about: "A debit that comes back leaves `last_payment_error` with the bank's code and the type `card_error`.",
      simulator: 'confirm: accepted; intent: requires_payment_method; error: card_error account_closed',
      run: async (probe) => {
        const { answer, intent } = await debit(probe, 'accountClosed');
        const error = intent.last_payment_error;
        return facts({
          confirm: kindOf(answer),
          intent: intent.status,
          error: `${error?.type ?? 'none'} ${error?.code ?? ''}`,
        });
      },
    },
    {
      name: 'debited-subscription',
      about:
        'In a subscription the first invoice stays open while its debit is under way, and the subscription is `active`; it is `past_due` when the debit comes back, and `incomplete` while an account is still to be proven, for longer than 23 hours, too.',
      simulator:
        'arrives: session complete unpaid, subscription active, invoice open; then session complete paid, subscription active, invoice paid; comes back: session complete unpaid, subscription active, invoice open; then session complete unpaid, subscription past_due, invoice open',
      run: async (probe) =>
        facts({
          arrives: await debitedSubscription(probe, 'success'),
          'comes back': await debitedSubscription(probe, 'accountClosed'),
        }),
    },
    {
      name: 'ten-tries',
      about: 'Ten wrong tries to prove an account are one too many.',
      simulator: 'wrong tries taken: 9; then: 400 payment_method_microdeposit_verification_attempts_exceeded',
      run: async (probe) => {
        const intent = await typedAccount(probe);
        const proof = intent.next_action?.verify_with_microdeposits;
        if (!proof) return facts({ intent: intent.status, 'next action': intent.next_action?.type ?? 'none' });
        const wrong = proof.microdeposit_type === 'amounts' ? { amounts: [1, 2] } : { descriptor_code: 'SM00AA' };
        const most = 15;
        for (let tries = 1; tries <= most; tries += 1) {
          const said = await answerOf(probe.stripe.paymentIntents.verifyMicrodeposits(intent.id, wrong));
          probe.note(said.replaceAll(/\d+ attempts?/g, 'n attempts'));
          if (!said.includes('mismatch')) return facts({ 'wrong tries taken': tries - 1, then: kindOf(said) });
        }
        return `more than ${most} wrong tries are taken`;
      },
    },
  ],
};
