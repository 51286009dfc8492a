/** When Stripe fails, or its answer is lost. */
import { checkoutSessionSchema } from '../../../contract/checkout-session.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import { newKey } from '../backend-client.js';
import { group } from '../case.js';
import { read, refused } from '../read-answer.js';
import { openOnes } from '../subject.js';
import { check } from '../verdict.js';

const SESSIONS_AT_STRIPE = '/v1/checkout/sessions';

/** More than any client tries by itself. */
const ALWAYS = 20;

/** How often a page asks again. */
const TRIES = 3;

export const TROUBLE = group('When Stripe fails', [
  {
    id: 'trouble.down',
    promise: 'While Stripe cannot be asked the answer is stripe.unavailable; afterwards the same purchase opens.',
    mend: 'Catch what your Stripe client throws: no answer, 429 and 500 and above are stripe.unavailable.',
    needs: ['once.repeated'],
    run: async ({ place, post, open, watch }) => {
      const key = newKey();
      const made = await watch();
      place.fault({ method: 'POST', path: SESSIONS_AT_STRIPE, kind: 'status', status: 503, times: ALWAYS });
      try {
        refused(await post({}, { key }), 'stripe.unavailable');
      } finally {
        await place.clearFaults();
      }
      const { status } = await open({}, { key });
      check(status === 'open', `Stripe is back, and the session is ${status}.`);
      const ids = openOnes(await made());
      check(ids.length < 2, `There are ${ids.length} open sessions of one purchase at Stripe.`);
    },
  },
  {
    id: 'trouble.read',
    promise: 'While Stripe cannot be asked GET does not guess: stripe.unavailable.',
    mend: 'Answer the truth from Stripe, or not at all.',
    needs: ['truth.open'],
    run: async ({ place, open, get }) => {
      const { id } = await open();
      place.fault({ method: 'GET', path: '/v1/*', kind: 'status', status: 503, times: ALWAYS });
      try {
        refused(await get(id), 'stripe.unavailable');
      } finally {
        await place.clearFaults();
      }
    },
  },
  {
    id: 'trouble.lost',
    promise: 'When Stripe’s answer is lost and the page asks again, there is one session, not two.',
    mend: 'Create with an idempotency key that the same purchase always has, not with one made up for each request.',
    needs: ['once.repeated'],
    run: async ({ place, post, watch }) => {
      const key = newKey();
      const made = await watch();
      place.fault({ method: 'POST', path: SESSIONS_AT_STRIPE, kind: 'reset', after: true, times: 1 });
      let answer = await post({}, { key });
      for (let tries = 1; answer.status >= 500 && tries < TRIES; tries += 1) answer = await post({}, { key });
      await place.clearFaults();
      read<CheckoutSession>(checkoutSessionSchema, answer, [200, 201]);
      const ids = openOnes(await made());
      check(ids.length < 2, `There are ${ids.length} open sessions of one purchase at Stripe.`);
    },
  },
]);
