/** Whose a session is. Needs a way to say who is logged in (`--customer-header`). */
import { invoicePath } from '../../../contract/routes.js';
import { newKey } from '../backend-client.js';
import { group } from '../case.js';
import { lacks, refused, unlessOffered } from '../read-answer.js';
import { makeInvoice, makeSubscription } from '../make-billing.js';
import { check, NotOffered } from '../verdict.js';

const STRANGER = 'somebody else';
const KINDS = 'This backend opens purchases only';

export const OWNERS = group('Whose it is', [
  {
    id: 'owner.own',
    promise: 'A customer may read and change their own session.',
    mend: 'Find out who asks in the same way for each route, from cookies or headers.',
    needs: ['open.known', 'truth.open'],
    run: async ({ customer, open, truth }) => {
      const ada = await customer();
      const { id } = await open({}, { customer: ada });
      const { status } = await truth(id, { customer: ada });
      check(status === 'open', `The customer’s own new session is ${status}.`);
    },
  },
  {
    id: 'owner.truth',
    promise: 'A customer’s session is session.not_found for everybody else, also for a guest who has its id.',
    mend: 'Write the owner to the session’s metadata (a hash), and compare it with who asks before anything is answered.',
    needs: ['owner.own'],
    run: async ({ customer, open, get }) => {
      const { id } = await open({}, { customer: await customer() });
      refused(await get(id), 'session.not_found');
      refused(await get(id, { customer: await customer() }), 'session.not_found');
    },
  },
  {
    id: 'owner.change',
    promise: 'A customer’s session cannot be changed by anybody else: session.not_found.',
    mend: 'Find the session for who asks, also in PATCH.',
    needs: ['owner.own'],
    run: async ({ customer, open, patch }) => {
      const { id } = await open({}, { customer: await customer() });
      const change = { change: 'details', purchaseOrder: 'PO-1' };
      refused(await patch(id, change), 'session.not_found');
      refused(await patch(id, change, { customer: await customer() }), 'session.not_found');
    },
  },
  {
    id: 'owner.invoice_route',
    promise: 'A customer’s session cannot be turned into an invoice by anybody else: session.not_found.',
    mend: 'Find the session for who asks, also in POST /sessions/{id}/invoice.',
    needs: ['owner.own'],
    run: async ({ customer, open, ask, stripe }) => {
      const { id } = await open({}, { customer: await customer() });
      const body = { contract: 1, email: 'eve@example.com' };
      const answer = await ask({ method: 'POST', path: invoicePath(id), body, customer: await customer() });
      unlessOffered(answer, 'request.not_found', 'There is no route to pay by invoice');
      refused(answer, 'session.not_found');
      const { status } = await stripe.checkout.sessions.retrieve(id);
      check(status === 'open', `${STRANGER} has made the session ${status}.`);
    },
  },
  {
    id: 'owner.resume',
    promise: 'A customer’s session is not given to anybody else, neither by its id nor by its purchase key.',
    mend: 'Make the owner part of the idempotency key, and compare it before `resume` gives a session back.',
    needs: ['owner.own'],
    run: async ({ customer, open }) => {
      const key = newKey();
      const hers = await open({}, { key, customer: await customer() });
      const asGuest = await open({ resume: hers.id }, { key });
      check(asGuest.id !== hers.id, 'A guest was given the session of a customer.');
      const asOther = await open({ resume: hers.id }, { key, customer: await customer() });
      check(asOther.id !== hers.id, 'A customer was given the session of another.');
    },
  },
  {
    id: 'owner.guests',
    promise: 'Invoices, subscriptions and saved methods are for known customers: a guest gets customer.required.',
    mend: 'Ask who is there before anything but a purchase is opened.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      const asked = [
        { kind: 'setup' },
        { kind: 'invoice', invoice: 'in_1' },
        { kind: 'subscription', subscription: 'sub_1' },
      ];
      const answers = await Promise.all(asked.map((kind) => post({ items: undefined, ...kind })));
      const offered = answers.filter((answer) => !lacks(answer, 'kind.unsupported'));
      if (offered.length === 0) throw new NotOffered(`${KINDS} (kind.unsupported).`);
      for (const answer of offered) refused(answer, 'customer.required');
    },
  },
  {
    id: 'owner.invoice',
    promise: 'Another customer’s invoice is invoice.not_found, and its truth session.not_found.',
    mend: 'Compare the invoice’s customer with who asks before it is opened or read.',
    needs: ['open.known'],
    run: async (subject) => {
      const [ada, eve] = [await subject.customer(), await subject.customer()];
      const { id } = await makeInvoice(subject, ada);
      const answer = await subject.post({ items: undefined, kind: 'invoice', invoice: id }, { customer: eve });
      unlessOffered(answer, 'kind.unsupported', KINDS);
      refused(answer, 'invoice.not_found');
      refused(await subject.get(id, { customer: eve }), 'session.not_found');
    },
  },
  {
    id: 'owner.subscription',
    promise: 'Another customer’s subscription is subscription.not_found.',
    mend: 'Compare the subscription’s customer with who asks before anything is opened for it.',
    needs: ['open.known'],
    run: async (subject) => {
      const [ada, eve] = [await subject.customer(), await subject.customer()];
      const subscription = await makeSubscription(subject, ada);
      const asked = { items: undefined, kind: 'subscription', subscription };
      const answer = await subject.post(asked, { customer: eve });
      unlessOffered(answer, 'kind.unsupported', KINDS);
      refused(answer, 'subscription.not_found');
    },
  },
]);
