/** Guesses about requests and errors. */
import { answerOf, at } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe, Reply } from '../../support/probe.js';

const MARKED = { 'metadata[billing_smoke]': 'yes' };

const key = (): string => `smoke-${Math.random().toString(36).slice(2)}`;

const codeOf = ({ status, body }: Reply): string =>
  `${status} ${status === 200 ? '' : at(body, 'error.code').replace('not there', at(body, 'error.type'))}`.trim();

const NEW_INTENT = { amount: '1000', currency: 'usd', ...MARKED };

/** Creates with a request that is refused, then with the same key and a good one. */
async function retry(probe: Probe, bad: Readonly<Record<string, string>>): Promise<string> {
  const headers = { 'idempotency-key': key() };
  const first = await probe.send('POST', '/v1/payment_intents', { headers, params: { ...NEW_INTENT, ...bad } });
  const second = await probe.send('POST', '/v1/payment_intents', { headers, params: NEW_INTENT });
  return `${codeOf(first)}, then ${codeOf(second)}`;
}

/** Creates a customer with a wrong `expand`: was it refused, and is the customer there? */
async function createExpanding(probe: Probe, expand: string): Promise<string> {
  const email = `${key()}@example.com`;
  const params = { email, ...MARKED, 'expand[0]': expand };
  const reply = await probe.send('POST', '/v1/customers', { params });
  const { data } = await probe.stripe.customers.list({ email });
  for (const { id } of data) probe.later(() => probe.stripe.customers.del(id));
  probe.note(at(reply.body, 'error.message'));
  return `${reply.status}, ${data.length === 0 ? 'nothing made' : 'made all the same'}`;
}

export const requests: CheckGroup = {
  title: 'Requests and errors',
  checks: [
    {
      name: 'parameter-errors',
      about:
        'Words of errors that have no published text; and that unknown parameters are reported before missing ones, these before malformed ones.',
      simulator:
        'unknown: parameter_unknown foo: Received unknown parameter: foo; missing: parameter_missing amount: Missing required param: amount.; malformed: parameter_invalid_integer amount: Invalid integer: ten; all three: parameter_unknown foo: Received unknown parameter: foo; missing and malformed: parameter_missing amount: Missing required param: amount.',
      run: async (probe) => {
        const ask = async (params: Record<string, string>): Promise<string> => {
          const reply = await probe.send('POST', '/v1/payment_intents', { params });
          return `${at(reply.body, 'error.code')} ${at(reply.body, 'error.param')}: ${at(reply.body, 'error.message')}`;
        };
        return facts({
          unknown: await ask({ ...NEW_INTENT, foo: '1' }),
          missing: await ask({ currency: 'usd' }),
          malformed: await ask({ amount: 'ten', currency: 'usd' }),
          'all three': await ask({ foo: '1', confirm: 'perhaps', currency: 'usd' }),
          'missing and malformed': await ask({ confirm: 'perhaps', currency: 'usd' }),
        });
      },
    },
    {
      name: 'idempotency-after-refusals',
      about:
        "Refusals of parameters leave an idempotency key free; refusals by the endpoint itself (a missing resource, a state) are stored like results. A fault of status 500 counts as the API's own answer and is stored; any other leaves the key as it was.",
      simulator:
        'unknown parameter: 400 parameter_unknown, then 200; missing resource: 400 resource_missing, then 400 idempotency_error',
      run: async (probe) =>
        facts({
          'unknown parameter': await retry(probe, { foo: '1' }),
          'missing resource': await retry(probe, { customer: 'cus_doesnotexist' }),
        }),
    },
    {
      name: 'idempotent-replayed',
      about: 'A replay carries `Idempotent-Replayed: true`, and its `Request-Id` is that of the new request.',
      simulator:
        'first, Idempotent-Replayed: null; second, Idempotent-Replayed: true; same object: true; same Request-Id: false',
      run: idempotentReplayed,
    },
    {
      name: 'keys-and-expand',
      about:
        'A secret route called with a publishable key answers 401 `secret_key_required`. A path of more than four levels in `expand` is refused before the work, a property that cannot be expanded after it.',
      simulator:
        'with a publishable key: 401 secret_key_required; five levels: 400, nothing made; not expandable: 400, nothing made',
      run: async (probe) => {
        const reply = await probe.send('GET', '/v1/customers', { key: 'publishable' });
        probe.note(at(reply.body, 'error.message'));
        return facts({
          'with a publishable key': codeOf(reply),
          'five levels': await createExpanding(probe, 'a.b.c.d.e'),
          'not expandable': await createExpanding(probe, 'email'),
        });
      },
    },
    {
      name: 'two-at-once',
      about: 'Two requests for one payment page at once: the second is refused with 429 `lock_timeout`.',
      simulator: 'confirmed twice at once, successes: 1; charges that succeeded: 1',
      run: async (probe) => {
        const first = await MountedCheckout.open(probe);
        const second = await MountedCheckout.join(probe, first.session);
        for (const checkout of [first, second]) {
          await checkout.card(NUMBERS.pays);
          await checkout.confirmable();
        }
        const outcomes = await Promise.all([first.confirm(), second.confirm()]);
        for (const outcome of outcomes) probe.note(outcome);
        const { payment_intent: intent } = await first.read();
        const { data } = await probe.stripe.charges.list({ payment_intent: String(intent) });
        return facts({
          'confirmed twice at once, successes': outcomes.filter((outcome) => outcome === 'success').length,
          'charges that succeeded': data.filter(({ status }) => status === 'succeeded').length,
        });
      },
    },
    {
      name: 'methods-without-customer',
      about: '`GET /v1/payment_methods` without a customer lists nothing.',
      simulator: 'accepted, nothing listed',
      run: async (probe) => {
        await probe.cardholder();
        let count = 0;
        const answer = await answerOf(
          probe.stripe.paymentMethods.list({ type: 'card' }).then(({ data }) => (count = data.length)),
        );
        return `${answer}, ${count === 0 ? 'nothing listed' : 'some listed'}`;
      },
    },
  ],
};

/** Twice the same request with one key. */
export async function idempotentReplayed(probe: Probe): Promise<string> {
  const headers = { 'idempotency-key': key() };
  const make = (): Promise<Reply> =>
    probe.send('POST', '/v1/customers', { headers, params: { email: 'billing-smoke@example.com', ...MARKED } });
  const first = await make();
  const second = await make();
  const id = at(first.body, 'id');
  probe.later(() => probe.stripe.customers.del(id));
  return facts({
    'first, Idempotent-Replayed': first.headers.get('idempotent-replayed'),
    'second, Idempotent-Replayed': second.headers.get('idempotent-replayed'),
    'same object': at(second.body, 'id') === id,
    'same Request-Id': first.headers.get('request-id') === second.headers.get('request-id'),
  });
}
