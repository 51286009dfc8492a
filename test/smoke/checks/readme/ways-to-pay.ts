/** Guesses about bank accounts and other ways to pay. */
import { answerOf, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import type { Probe } from '../../support/probe.js';

/** How often, and after how many milliseconds, a debit is looked at that is under way. */
const LOOKS = 30;
const PAUSE_MS = 1_000;

/** Debits a ready-made test account; what the confirmation is answered with, and the intent when it has ended. */
async function debit({ stripe }: Probe, account: string) {
  const { id } = await stripe.paymentIntents.create({
    amount: 1_000,
    currency: 'usd',
    allowed_payment_method_types: ['us_bank_account'],
  });
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
      notObservable:
        'A session is paid from a bank account only through the linking dialog, whose pages are Stripe’s own and other in each country; days and 23 hours cannot be waited for.',
    },
    {
      name: 'ten-tries',
      about: 'Ten wrong tries to prove an account are one too many.',
      notObservable:
        'Test accounts are verified from the start, and a typed one can be had only through Stripe’s own linking dialog.',
    },
  ],
};
