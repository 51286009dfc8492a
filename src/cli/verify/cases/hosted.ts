/** `POST /sessions` with `ui: 'hosted'`: a page of Stripe's in the place of the form, where it is offered. */
import { checkoutSessionSchema } from '../../../contract/checkout-session.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import { newKey } from '../backend-client.js';
import { group } from '../case.js';
import { read, refused, unlessOffered } from '../read-answer.js';
import { openOnes, type Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

/** A session whose backend offers a page of Stripe's. */
async function openForm(subject: Subject, key: string): Promise<CheckoutSession> {
  const form = await subject.open({}, { key });
  if (form.features.hosted !== true) throw new NotOffered('No page of Stripe’s is offered (features.hosted).');
  return form;
}

async function openPage(subject: Subject, key: string, resume: string): Promise<CheckoutSession> {
  const answer = await subject.post({ ui: 'hosted', resume }, { key });
  unlessOffered(answer, 'kind.unsupported', 'No page of Stripe’s is offered');
  return read<CheckoutSession>(checkoutSessionSchema, answer, [200, 201]);
}

export const HOSTED = group('Hosted page', [
  {
    id: 'hosted.lock',
    promise: 'A page takes the place of the session: that one is expired, and only the page can be paid.',
    mend: 'Expire the session at Stripe before the page is made: that is the lock.',
    needs: ['open.hosted'],
    run: async (subject) => {
      const key = newKey();
      const made = await subject.watch();
      const form = await openForm(subject, key);
      const page = await openPage(subject, key, form.id);
      check(page.gateway === 'hosted', `A page was asked for, and the answer’s gateway is ${page.gateway}.`);
      const open = openOnes(await made());
      check(!open.includes(form.id), 'The page was made, and the session it replaces is still open at Stripe.');
      check(open.includes(page.id), 'The page’s session is not open at Stripe.');
    },
  },
  {
    id: 'hosted.once',
    promise: 'Asked twice, also at the same time and after a lost answer, the same page is given.',
    mend: 'Make the page with an idempotency key that follows from the session it replaces.',
    needs: ['hosted.lock'],
    run: async (subject) => {
      const key = newKey();
      const made = await subject.watch();
      const form = await openForm(subject, key);
      const pages = await Promise.all([openPage(subject, key, form.id), openPage(subject, key, form.id)]);
      const again = await openPage(subject, key, form.id);
      const ids = new Set([...pages, again].map(({ id }) => id));
      check(ids.size === 1, `One page was asked for three times, and ${ids.size} sessions were given.`);
      check(openOnes(await made()).length === 1, 'More than one session of the purchase is open at Stripe.');
    },
  },
  {
    id: 'hosted.back',
    promise: 'Whoever comes back to the form goes on in it: the page can no longer be paid.',
    mend: 'An open page is never given to the form: expire it, and open another session.',
    needs: ['hosted.lock'],
    run: async (subject) => {
      const key = newKey();
      const made = await subject.watch();
      const form = await openForm(subject, key);
      const page = await openPage(subject, key, form.id);
      const back = await subject.open({ resume: page.id }, { key });
      check(back.gateway !== 'hosted', 'The form was asked for, and the answer is a page of Stripe’s.');
      check(
        !openOnes(await made()).includes(page.id),
        'The form was opened again, and the page is still open at Stripe.',
      );
    },
  },
  {
    id: 'hosted.origin',
    promise: 'A page of Stripe’s leads back to pages that may call, and to no other.',
    mend: 'Refuse a `returnUrl` whose origin is not on the list, with request.invalid.',
    needs: ['hosted.lock'],
    run: async (subject) => {
      const key = newKey();
      const { id: resume } = await openForm(subject, key);
      const answer = await subject.post({ ui: 'hosted', resume, returnUrl: 'https://verify.invalid/' }, { key });
      refused(answer, 'request.invalid');
    },
  },
]);
