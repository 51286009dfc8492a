/** What a known customer may open beside a purchase, and what they may not buy twice. */
import { checkoutSessionSchema } from '../../../contract/checkout-session.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import { group } from '../case.js';
import { DUE, makeInvoice, makeSubscription } from '../make-billing.js';
import { secretOf } from '../pay-session.js';
import { read, refused, unlessOffered } from '../read-answer.js';
import type { Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

/** Opens it for the customer; not offered where the backend says so. */
async function open({ post }: Subject, asked: object, customer: string): Promise<CheckoutSession> {
  const answer = await post({ items: undefined, ...asked }, { customer });
  unlessOffered(answer, 'kind.unsupported', 'This kind is not opened');
  return read<CheckoutSession>(checkoutSessionSchema, answer, [200, 201]);
}

export const BILLING = group('Beside purchases', [
  {
    id: 'billing.invoice',
    promise:
      'A customer’s open invoice is paid in place: its lines and total are told, and GET of its id is the truth.',
    mend: 'Answer `gateway: "payment_intent"` with the invoice’s `confirmation_secret`, a `summary`, and the invoice’s id as the session’s.',
    needs: ['open.known'],
    run: async (subject) => {
      const customer = await subject.customer();
      const { id } = await makeInvoice(subject, customer);
      const session = await open(subject, { kind: 'invoice', invoice: id }, customer);
      check(session.gateway === 'payment_intent', `An invoice was opened with the gateway ${session.gateway}.`);
      check(secretOf(session) !== null, 'The open invoice came without a client secret.');
      check(
        session.summary?.total === DUE,
        `${DUE} is due, and the summary says ${session.summary?.total ?? 'nothing'}.`,
      );
      await subject.pay(session);
      const { status, amount } = await subject.truth(session.id, { customer });
      check(status === 'complete' && amount === DUE, `The invoice was paid, and the truth says ${status}, ${amount}.`);
    },
  },
  {
    id: 'billing.subscription',
    promise: 'For a subscription that is paid up, another payment method is kept.',
    mend: 'Answer `gateway: "setup_intent"`; once it has succeeded, make the method the subscription’s default.',
    needs: ['open.known'],
    run: async (subject) => {
      const customer = await subject.customer();
      const subscription = await makeSubscription(subject, customer);
      const session = await open(subject, { kind: 'subscription', subscription }, customer);
      check(session.gateway === 'setup_intent', `It was opened with the gateway ${session.gateway}.`);
      const before = await subject.stripe.subscriptions.retrieve(subscription);
      await subject.pay(session);
      const { status } = await subject.truth(session.id, { customer });
      check(status === 'complete', `Another method was kept, and the truth says ${status}.`);
      const after = await subject.stripe.subscriptions.retrieve(subscription);
      check(
        after.default_payment_method !== before.default_payment_method,
        'The truth was read, and the subscription is still charged to the method it had before.',
      );
    },
  },
  {
    id: 'billing.setup',
    promise: 'A payment method can be kept for later: nothing is due, and the truth says so.',
    mend: 'Answer `gateway: "setup_intent"`, and `payment: "none_due"` once it has succeeded.',
    needs: ['open.known'],
    run: async (subject) => {
      const customer = await subject.customer();
      const session = await open(subject, { kind: 'setup' }, customer);
      check(session.gateway === 'setup_intent', `It was opened with the gateway ${session.gateway}.`);
      await subject.pay(session);
      const { status, payment } = await subject.truth(session.id, { customer });
      check(
        status === 'complete' && payment === 'none_due',
        `A method was kept, and the truth says ${status}, payment ${payment ?? 'null'}.`,
      );
    },
  },
  {
    id: 'billing.twice',
    promise: 'A customer who already has a subscription to the price is told so: customer.already_subscribed.',
    mend: 'List the customer’s active subscriptions to the price before a session is made, unless it may be bought again.',
    needs: ['open.known'],
    run: async (subject) => {
      const [{ key, every }] = subject.options.prices;
      if (every === 'once') throw new NotOffered(`${key} is no subscription.`);
      const customer = await subject.customer();
      await makeSubscription(subject, customer, key);
      const answer = await subject.post({}, { customer });
      if (answer.status === 201) throw new NotOffered(`${key} may be bought again.`);
      refused(answer, 'customer.already_subscribed');
    },
  },
]);
