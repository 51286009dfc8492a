/** Which pages may call. */
import { sessionPath, SESSIONS } from '../../../contract/routes.js';
import type { Answer } from '../backend-client.js';
import { group } from '../case.js';
import { describe } from '../read-answer.js';
import { refuses } from '../refuses.js';
import type { Subject } from '../subject.js';
import { check } from '../verdict.js';

/** Origins that look like the right one, and are another. */
const foreignTo = (origin: string): readonly string[] => [
  'https://evil.example',
  'null',
  `${origin}.evil.example`,
  origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:'),
  'https://evil.example/'.concat(origin),
];

const preflight = ({ ask }: Subject, path: string, method: string, origin: string): Promise<Answer> =>
  ask({
    method: 'OPTIONS',
    path,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });

const listed = (answer: Answer, name: string): readonly string[] =>
  (answer.headers.get(name) ?? '').split(',').map((word) => word.trim().toLowerCase());

export const ORIGINS = group('Origins', [
  {
    id: 'origin.missing',
    promise: 'A changing request without an Origin is request.origin_missing.',
    mend: 'Ask for the header Origin in every POST and PATCH but the webhook: then cookies need no token.',
    needs: ['open.guest'],
    run: async (subject) => {
      const headers = { origin: null };
      await refuses(subject, () => subject.post({}, { headers }), 'request.origin_missing');
      const { id } = await subject.open();
      await refuses(subject, () => subject.patch(id, { change: 'details' }, { headers }), 'request.origin_missing');
    },
  },
  {
    id: 'origin.foreign',
    promise: 'A changing request from a page that is not on the list is request.origin_foreign.',
    mend: 'Compare the whole Origin with a list of exact origins: no prefix, no suffix, no other scheme.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { id } = await subject.open();
      for (const origin of foreignTo(subject.options.origin)) {
        const headers = { origin };
        await refuses(subject, () => subject.post({}, { headers }), 'request.origin_foreign');
        await refuses(subject, () => subject.patch(id, { change: 'details' }, { headers }), 'request.origin_foreign');
      }
    },
  },
  {
    id: 'origin.preflight',
    promise:
      'A page on the list may ask before it sends: methods and headers of the contract are allowed, with credentials.',
    mend: 'Answer OPTIONS with Access-Control-Allow-Methods, -Headers (content-type, idempotency-key, your own), -Origin and -Credentials.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { origin } = subject.options;
      for (const [path, method] of [
        [SESSIONS, 'POST'],
        [sessionPath('cs_test_1'), 'PATCH'],
      ] as const) {
        const answer = await preflight(subject, path, method, origin);
        check(answer.status === 204 || answer.status === 200, `${describe(answer)}, where 204 was due.`);
        const methods = listed(answer, 'access-control-allow-methods');
        check(
          methods.includes(method.toLowerCase()),
          `The preflight of ${path} allows ${methods.join(', ')}, not ${method}.`,
        );
        const headers = listed(answer, 'access-control-allow-headers');
        for (const name of ['content-type', 'idempotency-key']) {
          check(headers.includes(name), `The preflight of ${path} does not allow the header ${name}.`);
        }
      }
    },
  },
  {
    id: 'origin.foreign_preflight',
    promise: 'A page that is not on the list is not told that it may send.',
    mend: 'Answer its preflight without Access-Control-Allow-Origin; request.origin_foreign is good.',
    needs: ['open.guest'],
    run: async (subject) => {
      for (const origin of foreignTo(subject.options.origin)) {
        const answer = await preflight(subject, SESSIONS, 'POST', origin);
        const allowed = answer.headers.get('access-control-allow-origin');
        check(
          answer.status >= 400 || allowed === null || (allowed !== '*' && allowed !== origin),
          `The preflight of ${origin} was answered ${answer.status} with Access-Control-Allow-Origin ${allowed}.`,
        );
      }
    },
  },
]);
