/** Bodies, headers and routes that are no good: refused in words, never a failure of the server. */
import { sessionPath, SESSIONS } from '../../../contract/routes.js';
import type { Answer, Asking } from '../backend-client.js';
import { group } from '../case.js';
import { describe, refused } from '../read-answer.js';
import type { Subject } from '../subject.js';
import { check } from '../verdict.js';

type Raw = string | Uint8Array;

const sendRaw = ({ ask }: Subject, body: Raw, asking: Asking = {}): Promise<Answer> =>
  ask({ method: 'POST', path: SESSIONS, body, ...asking });

const DEEP = 20_000;

/** Far beyond every purchase. Bytes. */
const HUGE = 2_000_000;

export const BODIES = group('Bodies and routes', [
  {
    id: 'body.unknown_field',
    promise: 'A field that this version of the contract does not have is request.invalid, and named.',
    mend: 'Refuse unknown fields, and say which in `field` of the problem.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      const answer = await post({ verifyMood: 'good' });
      refused(answer, 'request.invalid');
      check(answer.text.includes('verifyMood'), `${describe(answer)}; it does not name the field verifyMood.`);
    },
  },
  {
    id: 'body.contract',
    promise: 'A body without a version of the contract is request.invalid.',
    mend: 'Ask for `contract`, a whole number, in every body.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      for (const contract of [undefined, null, '1', 0.5]) refused(await post({ contract }), 'request.invalid');
    },
  },
  {
    id: 'body.old_contract',
    promise: 'A version of the contract that the server no longer speaks is contract.unsupported.',
    mend: 'Answer contract.unsupported for versions below the oldest you speak.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      refused(await post({ contract: 0 }), 'contract.unsupported');
    },
  },
  {
    id: 'body.kind',
    promise: 'What is opened is one of the kinds of the contract, else kind.unsupported.',
    mend: 'Answer kind.unsupported for every `kind` you do not open.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      for (const kind of [undefined, 'gift', 7]) refused(await post({ kind }), 'kind.unsupported');
    },
  },
  {
    id: 'body.json',
    promise: 'A body that is no JSON is request.malformed; JSON that is no object is request.invalid.',
    mend: 'Catch what your JSON parser throws, and answer the problem.',
    needs: ['open.guest'],
    run: async (subject) => {
      for (const body of ['', '{"contract":1,', 'hello', '\u0000'])
        refused(await sendRaw(subject, body), 'request.malformed');
      for (const body of ['[]', '"hello"', 'null', '7']) refused(await sendRaw(subject, body), 'request.invalid');
    },
  },
  {
    id: 'body.utf8',
    promise: 'A body that is not UTF-8 is request.malformed.',
    mend: 'Decode strictly: refuse bytes that are not UTF-8.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { prices, quantity } = subject.options;
      const experiment = { name: 'verify', variant: 'one-page', unit: '@' };
      const body = { contract: 1, kind: 'purchase', items: [{ price: prices[0].key, quantity }], experiment };
      const bytes = new TextEncoder().encode(JSON.stringify(body));
      // All is in order but for one byte within a text.
      bytes[bytes.lastIndexOf('@'.charCodeAt(0))] = 0xff;
      refused(await sendRaw(subject, bytes), 'request.malformed');
    },
  },
  {
    id: 'body.deep',
    promise: 'A body that is nested without end is refused, not a failure of the server.',
    mend: 'Use a parser that does not overflow, or catch that it does.',
    needs: ['open.guest'],
    run: async (subject) => {
      const items = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
      const bodies = [
        '['.repeat(DEEP),
        '['.repeat(DEEP) + ']'.repeat(DEEP),
        `{"contract":1,"kind":"purchase","items":${items}}`,
        `{"contract":2,"kind":"purchase","items":[],"x":${items}}`,
      ];
      for (const body of bodies) {
        const answer = await sendRaw(subject, body);
        check(answer.status >= 400 && answer.status < 500, `To a nested body ${describe(answer)}.`);
      }
    },
  },
  {
    id: 'body.large',
    promise: 'A body that is too large is request.too_large.',
    mend: 'Stop reading after 64 KiB, and answer 413.',
    needs: ['open.guest'],
    run: async (subject) => {
      refused(await sendRaw(subject, ' '.repeat(HUGE)), 'request.too_large');
    },
  },
  {
    id: 'body.garbage',
    promise: 'Strange values in known fields are refused, not a failure of the server.',
    mend: 'Parse the body into a closed type before anything is done with it.',
    needs: ['open.guest'],
    run: async ({ post, options: { prices } }) => {
      const item = { price: prices[0].key, quantity: 1 };
      const strange: readonly object[] = [
        { items: [{ ...item, price: '../../etc' }] },
        { items: [{ ...item, price: { $gt: '' } }] },
        { items: [{ ...item, price: 'x'.repeat(5_000) }] },
        { items: { length: 1, 0: item } },
        { items: [null] },
        { resume: 'pi_123' },
        { resume: '../v1/customers' },
        { resume: ['cs_test_1'] },
        { experiment: { name: 'a.b', variant: 'c', unit: 'd' } },
        { experiment: 'a' },
        { savePayment: 'sometimes' },
        { ui: 'popup' },
      ];
      for (const change of strange) refused(await post(change), 'request.invalid');
    },
  },
  {
    id: 'key.missing',
    promise: 'An opening without a purchase key is request.key_missing.',
    mend: 'Ask for the header Idempotency-Key in every POST /sessions.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      refused(await post({}, { headers: { 'idempotency-key': null } }), 'request.key_missing');
    },
  },
  {
    id: 'key.form',
    promise: 'A purchase key is 8 to 255 visible ASCII characters, else request.invalid.',
    mend: 'Check the header Idempotency-Key before it becomes part of anything.',
    needs: ['open.guest'],
    run: async ({ post }) => {
      for (const key of ['short', 'x'.repeat(256), 'two words here'])
        refused(await post({}, { key }), 'request.invalid');
    },
  },
  {
    id: 'route.content_type',
    promise:
      'A changing request must be application/json: what a form of another page can send is request.content_type.',
    mend: 'Refuse every other content type before the body is read. Pages of other origins cannot send JSON unasked.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { id } = await subject.open();
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', null]) {
        const headers = { 'content-type': type };
        refused(await subject.post({}, { headers }), 'request.content_type');
        refused(await subject.patch(id, { change: 'details' }, { headers }), 'request.content_type');
      }
    },
  },
  {
    id: 'route.method',
    promise: 'A route has its methods: others are request.method, with `Allow`.',
    mend: 'Answer 405 with the header Allow.',
    needs: ['open.guest'],
    run: async ({ ask }) => {
      for (const [method, path] of [
        ['PUT', SESSIONS],
        ['GET', SESSIONS],
        ['DELETE', sessionPath('cs_test_1')],
      ] as const) {
        const answer = await ask({ method, path });
        refused(answer, 'request.method');
        check(answer.headers.has('allow'), `${describe(answer)}, without the header Allow.`);
      }
    },
  },
  {
    id: 'route.unknown',
    promise: 'Below the endpoint there is nothing but the contract: request.not_found.',
    mend: 'Answer the problem request.not_found for every other path.',
    needs: ['open.guest'],
    run: async ({ ask }) => {
      for (const path of ['/verify-nowhere', `${sessionPath('cs_test_1')}/steal`]) {
        refused(await ask({ method: 'POST', path, body: { contract: 1 } }), 'request.not_found');
      }
    },
  },
]);
