/** Opening a purchase. */
import { parseAssignment } from '../../../contract/assignment.js';
import { checkoutSessionSchema } from '../../../contract/checkout-session.js';
import { parseClientReference } from '../../../contract/client-reference.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import { group } from '../case.js';
import { secretOf } from '../pay-session.js';
import { describe, read, unlessOffered } from '../read-answer.js';
import { readAtStripe, toLines } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

/** The visitor of an experiment; the server keeps a hash of it. */
const UNIT = 'visitor-7d1f-verify';
const EXPERIMENT = { name: 'verify', variant: 'one-page', unit: UNIT };

export const OPENING = group('Opening', [
  {
    id: 'open.guest',
    promise: 'POST /sessions opens a purchase for a guest: 201 with a session of the contract, open, its secret in it.',
    mend: 'Answer as `CheckoutSession` of dist/openapi.json says, with every feature named.',
    run: async (subject) => {
      const before = subject.place.asked();
      const answer = await subject.post();
      check(
        answer.status < 400 || subject.place.asked() > before,
        `${describe(answer)}, and the local Stripe was not asked. Does the backend send its requests to STRIPE_API_BASE, with STRIPE_SECRET_KEY?`,
      );
      const session = read<CheckoutSession>(checkoutSessionSchema, answer, [201]);
      check(session.status === 'open', `The new session is ${session.status}.`);
      check(!session.livemode, 'The session says livemode, with a test key.');
      check(session.gateway === 'hosted' || secretOf(session) !== null, 'The new session has no client secret.');
    },
  },
  {
    id: 'open.sold',
    promise: 'What is sold is the price that was named, in the quantity that was named, and nothing else.',
    mend: 'Make the lines from the items of the body: the price of each lookup key, and its quantity.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { prices, quantity } = subject.options;
      const lines = toLines(await readAtStripe(subject, await subject.open()));
      const due = `${prices[0].key} × ${quantity}`;
      check(lines === due, `The session sells ${lines}, where ${due} was asked for.`);
    },
  },
  {
    id: 'open.known',
    promise: 'A known customer opens a purchase as themselves: the session is theirs at Stripe, the email known.',
    mend: 'Create the session with `customer`, and say `features.email: "known"` where that customer has one.',
    needs: ['open.guest'],
    run: async (subject) => {
      const customer = await subject.customer();
      const session = await subject.open({}, { customer });
      check(session.features.email === 'known', 'The form would ask for an email that Stripe knows.');
      const { customer: owner } = await readAtStripe(subject, session);
      check(owner === customer, `The session at Stripe belongs to ${owner === null ? 'nobody' : 'somebody else'}.`);
    },
  },
  {
    id: 'open.less',
    promise: 'A page may ask for less than the server allows: `savePayment: "never"` is never.',
    mend: 'Answer `features.savePayment: "never"`, and open the session without saving.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { features } = await subject.open({ savePayment: 'never' });
      check(features.savePayment === 'never', `The answer says savePayment "${features.savePayment}".`);
    },
  },
  {
    id: 'open.newer',
    promise: 'A newer contract may say more than this server understands: its unknown fields are ignored.',
    mend: 'With `contract` above your own version drop fields you do not know, instead of refusing them.',
    needs: ['open.guest'],
    run: async ({ post, options: { prices, quantity } }) => {
      const items = [{ price: prices[0].key, quantity, verifyGift: true }];
      read<CheckoutSession>(checkoutSessionSchema, await post({ contract: 2, items, verifyMood: 'good' }), [200, 201]);
    },
  },
  {
    id: 'open.hosted',
    promise: '`ui: "hosted"` answers with a page of Stripe’s, or with kind.unsupported.',
    mend: 'Answer `gateway: "hosted"` with the page’s `url`, or refuse with kind.unsupported.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      const answer = await post({ ui: 'hosted' });
      unlessOffered(answer, 'kind.unsupported', 'No page of Stripe’s is offered');
      const { gateway } = read<CheckoutSession>(checkoutSessionSchema, answer, [200, 201]);
      check(gateway === 'hosted', `A hosted page was asked for, and the answer’s gateway is ${gateway}.`);
    },
  },
  {
    id: 'open.experiment',
    promise: 'An opening may name an experiment: the session at Stripe says which variant it was assigned.',
    mend: 'Write `billing_experiment` and `billing_variant` to the session’s metadata, or `client_reference_id`, as docs/experiments.md says.',
    needs: ['open.guest'],
    run: async (subject) => {
      const session = await readAtStripe(subject, await subject.open({ experiment: EXPERIMENT }));
      const reference = parseClientReference(session.client_reference_id);
      const assignment = parseAssignment(session.metadata);
      if (assignment === null && reference === null) throw new NotOffered('Experiments are not written to Stripe.');
      const [name, variant] = [assignment?.name ?? reference?.experiment, assignment?.variant ?? reference?.variant];
      check(
        name === EXPERIMENT.name && variant === EXPERIMENT.variant,
        `The session was assigned ${EXPERIMENT.name}/${EXPERIMENT.variant}, and says ${name}/${variant}.`,
      );
    },
  },
  {
    id: 'open.unit',
    promise: 'The unit of an experiment (a visitor, an account) is kept as a hash only.',
    mend: 'Hash `experiment.unit` before it is written anywhere.',
    needs: ['open.experiment'],
    run: async (subject) => {
      const session = await readAtStripe(subject, await subject.open({ experiment: EXPERIMENT }));
      check(!JSON.stringify(session).includes(UNIT), 'The session at Stripe has the unit in plain text.');
    },
  },
]);
