/** One customer who buys: opens, changes the seats, pays, and waits for the outcome. Tries again as the element does. */
import { checkoutSessionSchema, truthSchema, type CheckoutSession, type Truth } from '../../../src/contract/index.js';
import { pay } from '../../server/shop.js';
import { ORIGIN, type Place } from './place.js';

/** What is measured. */
export type Step = 'open' | 'change' | 'pay' | 'read';

/** Hears how long each request took, in milliseconds, and what was answered. */
export type Measure = (step: Step, milliseconds: number, status: number) => void;

/** What became of a checkout. */
export interface Outcome {
  readonly id: string;
  readonly paid: boolean;
  readonly truth: Truth;
}

/** How often a request is sent that meets a server with too much to do, and how often the truth is asked. */
const MOST = 60;

/** Sends a request of the contract, again where the answer says when. */
export async function send(
  url: string,
  method: string,
  path: string,
  body: object | null,
  {
    key = '',
    measure,
    step = 'read',
  }: { readonly key?: string; readonly measure?: Measure; readonly step?: Step } = {},
): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const begun = performance.now();
    const response = await fetch(`${url}/billing${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    measure?.(step, performance.now() - begun, response.status);
    if (response.status !== 503 || tries === MOST) return response;
    await response.arrayBuffer();
    const seconds = Number(response.headers.get('retry-after'));
    if (!(seconds >= 1)) throw new Error('It was refused without a time to come again.');
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** Buys. Rejects when anything but a busy server is in the way. */
export async function buy(place: Place, key: string, measure: Measure): Promise<Outcome> {
  const { url } = place.proxy;
  const items = [{ price: 'pro_monthly', quantity: 2 }];
  const opened = await send(
    url,
    'POST',
    '/sessions',
    { contract: 1, kind: 'purchase', items },
    { key, measure, step: 'open' },
  );
  const session = checkoutSessionSchema.parse(await opened.json());
  const seats = { contract: 1, change: 'items', items: [{ price: 'pro_monthly', quantity: 3 }] };
  await send(url, 'PATCH', `/sessions/${session.id}`, seats, { measure, step: 'change' });
  const begun = performance.now();
  const { status } = await payWith(place, session);
  measure('pay', performance.now() - begun, status);
  return { id: session.id, paid: status === 200, truth: await outcomeOf(url, session.id, measure) };
}

const payWith = (place: Place, session: CheckoutSession) => pay(place.page, place.account, session, '4242424242424242');

/** Reads until it is known what became of a session. */
async function outcomeOf(url: string, id: string, measure: Measure): Promise<Truth> {
  for (let tries = 0; ; tries += 1) {
    const response = await send(url, 'GET', `/sessions/${id}`, null, { measure });
    const truth = truthSchema.parse(await response.json());
    if (truth.status !== 'open' || tries === MOST) return truth;
  }
}
