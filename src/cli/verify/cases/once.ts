/** One open session per purchase: keys, tabs, reloads. */
import { checkoutSessionSchema } from '../../../contract/checkout-session.js';
import { PROBLEMS, isProblemCode } from '../../../contract/problems.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import { newKey, type Answer } from '../backend-client.js';
import { group } from '../case.js';
import { secretOf } from '../pay-session.js';
import { codeOf, read } from '../read-answer.js';
import { openOnes, readAtStripe, toLines, type Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

/** Another quantity than the usual one, within the limits. */
export function otherQuantity({ options }: Subject, { features: { quantity } }: CheckoutSession): number {
  if (quantity === null) throw new NotOffered(`The quantity of ${options.prices[0].key} is fixed.`);
  const other = options.quantity < quantity.max ? options.quantity + 1 : options.quantity - 1;
  if (other < quantity.min || other > quantity.max) throw new NotOffered('Only one quantity is allowed.');
  return other;
}

export const itemsOf = ({ options: { prices } }: Subject, quantity: number): object => ({
  items: [{ price: prices[0].key, quantity }],
});

/** A no that the page answers by asking again. */
const mayRetry = (answer: Answer): boolean => {
  const code = codeOf(answer) ?? '';
  return isProblemCode(code) && PROBLEMS[code].retry;
};

function same(first: CheckoutSession, again: CheckoutSession): void {
  check(again.id === first.id, `The first answer was session ${first.id}, the second ${again.id}.`);
}

export const ONCE = group('One session per purchase', [
  {
    id: 'once.repeated',
    promise: 'The same purchase key again gives the same session, with 200.',
    mend: 'Create with an idempotency key made from owner, purchase key and parameters; a repeated answer is 200.',
    needs: ['open.guest'],
    run: async ({ open, post }) => {
      const key = newKey();
      const first = await open({}, { key });
      same(first, read<CheckoutSession>(checkoutSessionSchema, await post({}, { key }), [200]));
    },
  },
  {
    id: 'once.at_once',
    promise: 'Two tabs that open the same purchase at the same moment end with one session.',
    mend: 'Let Stripe’s idempotency key decide, not a read before a write; while the other request runs, answer server.busy.',
    needs: ['once.repeated'],
    run: async ({ open, post, watch }) => {
      const key = newKey();
      const made = await watch();
      const answers = await Promise.all([post({}, { key }), post({}, { key }), post({}, { key })]);
      const { id } = await open({}, { key });
      for (const answer of answers) {
        if (mayRetry(answer)) continue;
        const session = read<CheckoutSession>(checkoutSessionSchema, answer, [200, 201]);
        check(session.id === id, `Opened at once, one tab has session ${session.id}, another ${id}.`);
      }
      const ids = openOnes(await made());
      check(ids.length < 2, `There are ${ids.length} open sessions of one purchase at Stripe.`);
    },
  },
  {
    id: 'once.other_key',
    promise: 'Another purchase key is another purchase.',
    mend: 'Make the purchase key part of what a session is found by.',
    needs: ['open.guest'],
    run: async ({ open }) => {
      const [first, second] = [await open(), await open()];
      check(first.id !== second.id, `Two purchases have the same session ${first.id}.`);
    },
  },
  {
    id: 'once.other_items',
    promise: 'The same key with another quantity is another session, never an error.',
    mend: 'Make the items part of Stripe’s idempotency key: the same key with other parameters is an error there.',
    needs: ['once.repeated'],
    run: async (subject) => {
      const key = newKey();
      const first = await subject.open({}, { key });
      const quantity = otherQuantity(subject, first);
      const second = await subject.open(itemsOf(subject, quantity), { key });
      const lines = toLines(await readAtStripe(subject, second));
      check(lines.endsWith(`× ${quantity}`), `${quantity} were asked for, and the session sells ${lines}.`);
    },
  },
  {
    id: 'once.paid',
    promise:
      'The same key after the purchase was paid tells that it was paid, without a secret; nothing is sold twice.',
    mend: 'A repeated answer of Stripe’s is a snapshot: read the session again before it is given out.',
    needs: ['once.repeated', 'truth.complete'],
    run: async ({ buy, open }) => {
      const key = newKey();
      const paid = await buy({}, { key });
      const again = await open({}, { key });
      same(paid, again);
      check(again.status === 'complete', `The purchase was paid, and opening it again says ${again.status}.`);
      check(secretOf(again) === null, 'The answer still has the client secret of a session that was paid.');
    },
  },
  {
    id: 'once.expired',
    promise: 'The same key after the session has expired makes another that can be paid.',
    mend: 'Step over a session that has expired: create once more, with an idempotency key made from the dead one.',
    needs: ['once.repeated'],
    run: async (subject) => {
      const key = newKey();
      const first = await subject.open({}, { key });
      await readAtStripe(subject, first);
      await subject.stripe.checkout.sessions.expire(first.id);
      const again = await subject.open({}, { key });
      check(
        again.status === 'open' && again.id !== first.id,
        `The session has expired, and is given out again (${again.status}).`,
      );
    },
  },
  {
    id: 'resume.open',
    promise: '`resume` with the purchase’s own key gives the open session back: 200, the same id, its secret.',
    mend: 'Read the session that `resume` names first; give it back while it is open and sells the same.',
    needs: ['open.guest'],
    run: async ({ open, post }) => {
      const key = newKey();
      const first = await open({}, { key });
      const again = read<CheckoutSession>(checkoutSessionSchema, await post({ resume: first.id }, { key }), [200]);
      same(first, again);
      check(secretOf(again) === secretOf(first), 'The session came back without its client secret.');
    },
  },
  {
    id: 'resume.complete',
    promise: '`resume` of a session that was paid shows it: complete, without a secret, whatever is asked for now.',
    mend: 'When the session that `resume` names is complete or processing, that is the answer.',
    needs: ['resume.open', 'truth.complete'],
    run: async ({ buy, open }) => {
      const key = newKey();
      const paid = await buy({}, { key });
      const again = await open({ resume: paid.id }, { key });
      same(paid, again);
      check(again.status === 'complete', `The session was paid, and resuming it says ${again.status}.`);
      check(secretOf(again) === null, 'The answer still has the client secret of a session that was paid.');
    },
  },
  {
    id: 'resume.changed',
    promise: '`resume` with another quantity leaves one open session, which sells that quantity.',
    mend: 'Expire the old session before another is made.',
    needs: ['resume.open'],
    run: async (subject) => {
      const key = newKey();
      const made = await subject.watch();
      const first = await subject.open({}, { key });
      const quantity = otherQuantity(subject, first);
      const again = await subject.open({ resume: first.id, ...itemsOf(subject, quantity) }, { key });
      const lines = toLines(await readAtStripe(subject, again));
      check(lines.endsWith(`× ${quantity}`), `${quantity} were asked for, and the session sells ${lines}.`);
      const ids = openOnes(await made());
      check(ids.length === 1, `There are ${ids.length} open sessions of one purchase at Stripe.`);
    },
  },
  {
    id: 'resume.expired',
    promise: '`resume` of a session that has expired makes another that can be paid.',
    mend: 'When the session that `resume` names has expired, create as if there were none.',
    needs: ['resume.open'],
    run: async (subject) => {
      const key = newKey();
      const first = await subject.open({}, { key });
      await readAtStripe(subject, first);
      await subject.stripe.checkout.sessions.expire(first.id);
      const again = await subject.open({ resume: first.id }, { key });
      check(
        again.status === 'open' && again.id !== first.id,
        `The session has expired, and is given out again (${again.status}).`,
      );
    },
  },
  {
    id: 'resume.unknown',
    promise: '`resume` of an id that Stripe does not know opens a session all the same.',
    mend: 'Treat an unknown `resume` as none: browsers keep ids of accounts that have changed.',
    needs: ['open.guest'],
    run: async ({ open }) => {
      const { status } = await open({ resume: 'cs_test_of_another_account' });
      check(status === 'open', `An unknown session was resumed, and the answer is ${status}.`);
    },
  },
  {
    id: 'resume.stranger',
    promise:
      'Whoever knows only the id of a guest’s session is not given its secret: it takes the purchase key as well.',
    mend: 'Keep a hash of the purchase key in the session’s metadata, and compare it before a session is given out.',
    needs: ['resume.open'],
    run: async ({ open }) => {
      const mine = await open();
      const theirs = await open({ resume: mine.id });
      check(theirs.id !== mine.id, 'A stranger with another purchase key was given the session.');
    },
  },
]);
