/** `POST /events`: optional; a 404 is fine. */
import { FUNNEL_VERSION, MAX_FUNNEL_EVENTS } from '../../../contract/funnel-events.js';
import { EVENTS } from '../../../contract/routes.js';
import type { Answer } from '../backend-client.js';
import { group } from '../case.js';
import { describe, refused } from '../read-answer.js';
import type { Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

const EVENT = {
  v: FUNNEL_VERSION,
  type: 'viewed',
  visit: '0123456789abcdef0123456789abcdef',
  seq: 1,
  at: 1_800_000_000_000,
  sinceReady: null,
  session: null,
  flow: 'one-page',
  step: null,
  experiment: null,
  livemode: null,
};

/** Sends a batch; not offered where the route is closed. */
async function send({ ask }: Subject, events: readonly object[], more: object = {}): Promise<Answer> {
  const answer = await ask({ method: 'POST', path: EVENTS, body: { contract: 1, events, ...more } });
  if (answer.status === 404) throw new NotOffered('POST /events answers 404: pages send no events.');
  return answer;
}

export const FUNNEL = group('Funnel events', [
  {
    id: 'events.kept',
    promise: 'A batch of funnel events is taken: 204.',
    mend: 'Keep the events and answer 204, or answer request.not_found and keep none.',
    needs: ['open.guest'],
    run: async (subject) => {
      const answer = await send(subject, [EVENT]);
      check(answer.status === 204, `${describe(answer)}, where 204 was due.`);
    },
  },
  {
    id: 'events.form',
    promise: 'An event says what the contract names and nothing else: whatever could be personal is refused.',
    mend: 'Refuse unknown fields, unknown types and batches of more than fifty with request.invalid.',
    needs: ['events.kept'],
    run: async (subject) => {
      const batches: readonly (readonly object[])[] = [
        [{ ...EVENT, email: 'ada@example.com' }],
        [{ ...EVENT, type: 'spied' }],
        [{ ...EVENT, flow: 'three-page' }],
        [],
        Array.from({ length: MAX_FUNNEL_EVENTS + 1 }, () => EVENT),
      ];
      for (const batch of batches) refused(await send(subject, batch), 'request.invalid');
      refused(await send(subject, [EVENT], { ip: '203.0.113.7' }), 'request.invalid');
    },
  },
]);
