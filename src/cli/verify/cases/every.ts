/** What holds of every answer, looked for in all that were given to the cases before. */
import { isProblemCode, PROBLEMS, problemSchema } from '../../../contract/problems.js';
import { SESSIONS, WEBHOOKS } from '../../../contract/routes.js';
import type { Answer } from '../backend-client.js';
import { group } from '../case.js';
import { GUEST_EMAIL } from '../pay-session.js';
import { codeOf, describe } from '../read-answer.js';
import { check } from '../verdict.js';

const forPages = ({ path }: Answer): boolean => path !== WEBHOOKS;

/** Answers about where a session stands: to GET and PATCH, and to an invoice. */
const isTruth = ({ path }: Answer): boolean => path.startsWith(`${SESSIONS}/`);

const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500;

export const EVERY = group('Every answer', [
  {
    id: 'every.problem',
    promise: 'A no is a problem of RFC 9457: its content type, its `type`, its own status, a code of the table.',
    mend: 'Answer application/problem+json with contract, type (`urn:billing-checkout:problem:<code>`), title, status and code.',
    run: async ({ transcript }) => {
      for (const answer of transcript.filter(isRefusal)) {
        const { data } = problemSchema.safeParse(answer.json);
        check(data !== undefined, `${describe(answer)}, which is no problem of the contract.`);
        const [type] = (answer.headers.get('content-type') ?? 'no content type').split(';');
        check(type === 'application/problem+json', `${describe(answer)} as ${type}.`);
        check(isProblemCode(data.code), `${describe(answer)}: no code of the table.`);
        check(
          data.type === `urn:billing-checkout:problem:${data.code}`,
          `${describe(answer)} with the type ${data.type}.`,
        );
        check(data.status === answer.status, `${describe(answer)}, and its body says the status is ${data.status}.`);
      }
    },
  },
  {
    id: 'every.status',
    promise: 'Each code of the table has its status.',
    mend: 'Take the status from `PROBLEMS` of the contract.',
    run: async ({ transcript }) => {
      for (const answer of transcript) {
        const code = codeOf(answer) ?? '';
        if (answer.status < 400 || !isProblemCode(code)) continue;
        const { status } = PROBLEMS[code];
        check(answer.status === status, `${describe(answer)}, where ${status} was due.`);
      }
    },
  },
  {
    id: 'every.origin',
    promise: 'A page on the list may read each answer, problems included, with credentials.',
    mend: 'Send Access-Control-Allow-Origin with that very origin, and Access-Control-Allow-Credentials: true.',
    run: async ({ transcript, options }) => {
      for (const answer of transcript.filter((one) => forPages(one) && one.origin === options.origin)) {
        const allowed = answer.headers.get('access-control-allow-origin');
        check(
          allowed === options.origin || allowed === '*',
          `${describe(answer)} with Access-Control-Allow-Origin ${allowed ?? 'missing'}.`,
        );
        const credentials = answer.headers.get('access-control-allow-credentials');
        check(
          credentials === 'true',
          `${describe(answer)} with Access-Control-Allow-Credentials ${credentials ?? 'missing'}.`,
        );
      }
    },
  },
  {
    id: 'every.foreign',
    promise: 'No other page may read an answer: never `*`, never the origin of whoever asks.',
    mend: 'Send Access-Control-Allow-Origin only to origins on the list.',
    run: async ({ transcript, options }) => {
      // Preflights have a case of their own.
      for (const answer of transcript.filter(({ method }) => method !== 'OPTIONS')) {
        const allowed = answer.headers.get('access-control-allow-origin');
        check(
          allowed === null || allowed === options.origin,
          `Asked from ${answer.origin ?? 'no origin'}, ${describe(answer)} with Access-Control-Allow-Origin ${allowed}.`,
        );
      }
    },
  },
  {
    id: 'every.vary',
    promise: 'Answers differ by origin, and say so: `Vary: Origin`.',
    mend: 'Send Vary: Origin with every answer, also with those that allow nothing.',
    run: async ({ transcript }) => {
      for (const answer of transcript.filter(forPages)) {
        const vary = answer.headers.get('vary') ?? '';
        check(/(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(vary), `${describe(answer)} with Vary ${vary || 'missing'}.`);
      }
    },
  },
  {
    id: 'every.no_store',
    promise: 'No answer is kept by a cache: `Cache-Control: no-store`.',
    mend: 'Send Cache-Control: no-store with every answer.',
    run: async ({ transcript }) => {
      for (const answer of transcript.filter(forPages)) {
        const cache = answer.headers.get('cache-control') ?? '';
        check(/\bno-store\b/i.test(cache), `${describe(answer)} with Cache-Control ${cache || 'missing'}.`);
      }
    },
  },
  {
    id: 'every.keys',
    promise: 'No answer has the secret key or the webhook’s secret in it.',
    mend: 'Never pass on what Stripe, your framework or your configuration says in an error.',
    run: async ({ transcript, place, options }) => {
      for (const answer of transcript) {
        const told = [place.secretKey, options.webhookSecret].find((secret) => answer.text.includes(secret));
        check(
          told === undefined,
          `${answer.method} ${answer.path} answered ${answer.status} with a secret of the server.`,
        );
      }
    },
  },
  {
    id: 'every.truth',
    promise: 'The truth has no client secret and nothing personal in it.',
    mend: 'Answer GET and PATCH with the fields of `Truth`, and nothing that Stripe has beside them.',
    run: async ({ transcript }) => {
      for (const answer of transcript.filter(isTruth)) {
        const asked = `${answer.method} ${answer.path} answered ${answer.status}`;
        check(!/_secret_\w/.test(answer.text), `${asked} with a client secret.`);
        check(!answer.text.includes(GUEST_EMAIL), `${asked} with the customer’s email.`);
        check(!/\bcus_\w+/.test(answer.text), `${asked} with the id of a customer.`);
      }
    },
  },
]);
