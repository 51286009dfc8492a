/** `GET /sessions/{id}`: the truth. */
import { group } from '../case.js';
import { makeForeignSession } from '../make-billing.js';
import { refused } from '../read-answer.js';
import { readAtStripe, type Subject } from '../subject.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import type { Truth } from '../../../contract/truth.js';
import { check, NotOffered } from '../verdict.js';

/** Ids that name no session. */
const NO_SESSIONS = ['cs_test_nobodys', 'pi_123', 'cs_', '__proto__', '..%2f..%2fv1', 'x'.repeat(2000)];

/** What Stripe says of the money must be what the truth says. Integers in the currency's minor unit. */
async function checkMoney(subject: Subject, session: CheckoutSession, truth: Truth): Promise<void> {
  const { amount_total: amount, currency } = await readAtStripe(subject, session);
  check(
    truth.amount === amount && truth.currency === currency,
    `The truth says ${truth.amount} ${truth.currency}, Stripe ${amount} ${currency}.`,
  );
}

/** A purchase paid at once: only there Stripe tells what became of an attempt before the session has ended. */
function toOnce({ options: { prices } }: Subject): object {
  const once = prices.find(({ every }) => every === 'once');
  if (once === undefined) throw new NotOffered('No --price is paid once: add one such as --price setup_fee=once.');
  return { items: [{ price: once.key, quantity: 1 }] };
}

export const TRUTH = group('The truth', [
  {
    id: 'truth.open',
    promise: 'GET of a new session says open, with Stripe’s total and currency.',
    mend: 'Answer as `Truth` of dist/openapi.json says, computed from the session at Stripe at this moment.',
    needs: ['open.guest'],
    run: async (subject) => {
      const session = await subject.open();
      const truth = await subject.truth(session.id);
      check(truth.id === session.id, `Asked about ${session.id}, the truth is about ${truth.id}.`);
      check(truth.status === 'open', `The truth about a new session is ${truth.status}.`);
      check(truth.mode === session.mode, `Opened in the mode ${session.mode}, the truth says ${truth.mode}.`);
      check(truth.payment === null, `Nothing is paid, and the truth says payment "${truth.payment}".`);
      await checkMoney(subject, session, truth);
    },
  },
  {
    id: 'truth.complete',
    promise: 'Once the customer has paid, GET says complete, how it was settled, and the amount.',
    mend: 'Read the session from Stripe for every GET: its `status` and `payment_status` decide.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.buy();
      const truth = await subject.truth(session.id);
      check(truth.status === 'complete', `A good card paid, and the truth says ${truth.status}.`);
      const { payment_status: paid } = await readAtStripe(subject, session);
      const due = paid === 'no_payment_required' ? 'none_due' : 'paid';
      check(truth.payment === due, `Stripe says ${paid}, the truth payment "${truth.payment}" instead of "${due}".`);
      await checkMoney(subject, session, truth);
    },
  },
  {
    id: 'truth.declined',
    promise: 'A declined card is no end: the truth stays open, and the same session can be paid with another card.',
    mend: 'A decline changes nothing about the session: keep answering open until Stripe says complete or expired.',
    needs: ['truth.complete'],
    run: async (subject) => {
      const session = await subject.open();
      const { outcome } = await subject.pay(session, 'poor');
      if (outcome !== 'declined') throw new NotOffered('Nothing is due at once, so no card is declined.');
      const { status } = await subject.truth(session.id);
      check(status === 'open', `A card was declined, and the truth says ${status}.`);
      await subject.pay(session);
      const after = await subject.truth(session.id);
      check(after.status === 'complete', `Another card paid, and the truth says ${after.status}.`);
    },
  },
  {
    id: 'truth.decline_told',
    promise: 'The last decline of a single payment is told with Stripe’s decline code.',
    mend: 'Expand `payment_intent` and answer `decline` from its `last_payment_error`.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open(toOnce(subject));
      await subject.pay(session, 'poor');
      const { decline } = await subject.truth(session.id);
      check(
        decline?.declineCode === 'insufficient_funds',
        `A bank said insufficient_funds, the truth ${decline === null ? 'no decline' : String(decline.declineCode)}.`,
      );
    },
  },
  {
    id: 'truth.unfinished',
    promise: 'While the customer’s bank asks, a single payment is open with an unfinished attempt.',
    mend: 'Answer `attempt: "unfinished"` while the session is open and its PaymentIntent is `requires_action`.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open(toOnce(subject));
      const { outcome } = await subject.pay(session, 'asking');
      check(outcome === 'asked', `A card that always asks was ${outcome}.`);
      const { status, attempt } = await subject.truth(session.id);
      check(
        status === 'open' && attempt === 'unfinished',
        `A bank is asking, and the truth says ${status}, attempt ${attempt ?? 'none'}.`,
      );
    },
  },
  {
    id: 'truth.expired',
    promise: 'A session that has expired at Stripe is expired.',
    mend: 'Stripe’s `status: "expired"` is expired, unless it was turned into an invoice.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open();
      await readAtStripe(subject, session);
      await subject.stripe.checkout.sessions.expire(session.id);
      const { status } = await subject.truth(session.id);
      check(status === 'expired', `The session has expired, and the truth says ${status}.`);
    },
  },
  {
    id: 'truth.unknown',
    promise: 'An id that names no session is session.not_found, whatever it looks like.',
    mend: 'Look at an id before Stripe is asked, and turn Stripe’s `resource_missing` into session.not_found.',
    needs: ['truth.open'],
    run: async ({ get, ask }) => {
      for (const id of NO_SESSIONS.slice(0, 3)) refused(await get(id), 'session.not_found');
      for (const id of NO_SESSIONS.slice(3)) {
        const answer = await ask({ method: 'GET', path: `/sessions/${id}` });
        refused(answer, 'session.not_found', 'request.not_found');
      }
    },
  },
  {
    id: 'truth.foreign',
    promise: 'Sessions of the account that this backend did not open are session.not_found.',
    mend: 'Mark what you open (`billing_owner` in the metadata), and answer for nothing else.',
    needs: ['truth.open'],
    run: async (subject) => {
      const { id } = await makeForeignSession(subject);
      refused(await subject.get(id), 'session.not_found');
    },
  },
]);
