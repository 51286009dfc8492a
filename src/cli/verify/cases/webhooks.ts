/** `POST /webhooks`: Stripe's events, where this backend takes them here. */
import { WEBHOOKS } from '../../../contract/routes.js';
import { signPayload } from '../../../simulator/api/events/sign-payload.js';
import type { Answer } from '../backend-client.js';
import { group } from '../case.js';
import { makeForeignSession } from '../make-billing.js';
import { describe } from '../read-answer.js';
import type { Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

/** Older than Stripe's SDKs take: five minutes. Seconds. */
const TOO_OLD = 600;

/** What would be made twice if an event were worked through twice. */
const MAKES =
  /^\/v1\/(?:checkout\/sessions|customers|payment_intents|setup_intents|subscriptions|invoices|invoiceitems|refunds)$/;

interface Signing {
  readonly secret?: string;
  /** How long ago it was signed, in seconds. */
  readonly age?: number;
  /** What is sent instead of what was signed. */
  readonly sent?: string;
}

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Sends what Stripe would send: no origin, no cookies, a signature over the raw text. */
async function deliver(
  subject: Subject,
  payload: string,
  { secret, age = 0, sent = payload }: Signing = {},
): Promise<Answer> {
  const signature = await signPayload(payload, secret ?? subject.options.webhookSecret, nowSeconds() - age);
  return post(subject, sent, signature);
}

async function post({ ask }: Subject, body: string, signature: string | null): Promise<Answer> {
  const headers = { origin: null, 'stripe-signature': signature };
  const answer = await ask({ method: 'POST', path: WEBHOOKS, body, headers });
  if (answer.status === 404) throw new NotOffered('POST /webhooks answers 404: events are taken elsewhere.');
  return answer;
}

/** The event of a purchase that was just paid, as Stripe writes it. */
async function paidEvent({ buy, stripe }: Subject): Promise<string> {
  const { id } = await buy();
  const { data } = await stripe.events.list({ type: 'checkout.session.completed', limit: 10 });
  const event = data.find(({ data: { object } }) => 'id' in object && object.id === id);
  if (event === undefined) throw new NotOffered('A purchase is no Checkout Session here.');
  return JSON.stringify(event, null, 2);
}

function taken(answer: Answer): void {
  check(answer.status >= 200 && answer.status < 300, `${describe(answer)}, where 200 was due.`);
}

function turnedAway(answer: Answer): void {
  check(answer.status >= 400 && answer.status < 500, `${describe(answer)}, where webhook.signature (400) was due.`);
}

export const HOOKS = group('Webhooks', [
  {
    id: 'webhook.signed',
    promise: 'An event that Stripe signed is taken, without an Origin: 200.',
    mend: 'Check the signature over the raw body with the secret of the endpoint; the rule about origins is not for this route.',
    needs: ['truth.complete'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      taken(await deliver(subject, event));
    },
  },
  {
    id: 'webhook.raw',
    promise: 'The signature is over the text as it came, whatever its spaces.',
    mend: 'Keep body parsers away from this route: a body that was parsed and written again is another text.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      taken(await deliver(subject, `  ${event.replaceAll('\n', '\n\t')}\n`));
    },
  },
  {
    id: 'webhook.unsigned',
    promise: 'What is not signed is refused: webhook.signature.',
    mend: 'Refuse when the header Stripe-Signature is missing or is no signature.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      for (const signature of [null, '', 't=1', `t=${nowSeconds()},v1=00`]) {
        turnedAway(await post(subject, event, signature));
      }
    },
  },
  {
    id: 'webhook.forged',
    promise: 'What another secret signed is refused: webhook.signature.',
    mend: 'Compare the signature with the one that your own secret makes.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      turnedAway(await deliver(subject, event, { secret: 'whsec_somebody_elses' }));
    },
  },
  {
    id: 'webhook.altered',
    promise: 'What was changed after it was signed is refused: webhook.signature.',
    mend: 'Make the signature over the whole body, not over a part of it.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      turnedAway(await deliver(subject, event, { sent: event.replace(/"livemode": \w+/, '"livemode": true') }));
    },
  },
  {
    id: 'webhook.old',
    promise: 'What was signed ten minutes ago is refused: somebody may have kept it.',
    mend: 'Refuse signatures that are older than five minutes.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      turnedAway(await deliver(subject, event, { age: TOO_OLD }));
    },
  },
  {
    id: 'webhook.twice',
    promise: 'An event that comes twice is taken twice, and makes nothing twice.',
    mend: 'Read the object from Stripe and bring it where it should be, instead of adding to it with each event.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const event = await paidEvent(subject);
      const made = (): number => subject.place.asked((method, path) => method === 'POST' && MAKES.test(path));
      taken(await deliver(subject, event));
      const before = made();
      taken(await deliver(subject, event));
      check(made() === before, `The second delivery made ${made() - before} more objects at Stripe.`);
    },
  },
  {
    id: 'webhook.others',
    promise: 'Events of other kinds, and of objects that are not this backend’s, are taken and left alone: 200.',
    mend: 'Answer 200 for what you do not know: Stripe sends again for days what is refused.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      const { stripe } = subject;
      const { id } = await makeForeignSession(subject);
      await stripe.checkout.sessions.expire(id);
      await stripe.customers.create({ name: 'Nobody here knows' });
      for (const type of ['checkout.session.expired', 'customer.created']) {
        const [event] = (await stripe.events.list({ type, limit: 1 })).data;
        taken(await deliver(subject, JSON.stringify(event, null, 2)));
      }
    },
  },
  {
    id: 'webhook.garbage',
    promise: 'A signed body that is no event is refused, not a failure of the server.',
    mend: 'Catch what your JSON parser throws, also after the signature was good.',
    needs: ['webhook.signed'],
    run: async (subject) => {
      for (const body of ['not JSON', '{', '']) turnedAway(await deliver(subject, body));
    },
  },
]);
