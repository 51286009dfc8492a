/** Somebody with a list of stolen cards, and a shop that sells to guests. Counts how many of them are tried at Stripe. */
import { checkoutSessionSchema, type CheckoutSession } from '../../src/contract/index.js';
import { openPlace, ORIGIN, type Place } from '../load/support/place.js';
import { pay } from '../server/shop.js';

/** How they go about it. */
export const WAYS = [
  'a session for each card',
  'from fifty addresses',
  'all cards on one session',
  'as much as both allow',
] as const;

/** One of {@link WAYS}. */
export type Way = (typeof WAYS)[number];

/** What came of it. */
export interface Attack {
  readonly way: Way;
  readonly guarded: boolean;
  readonly cards: number;
  /** Cards that were tried at Stripe. */
  readonly tried: number;
  readonly sessions: number;
}

const STOLEN = '4000000000000002';

/** Tries the cards. */
export async function attack(way: Way, cards: number, guarded: boolean): Promise<Attack> {
  const file = guarded ? 'examples/backends/node/guarded.mjs' : 'examples/backends/node/server.mjs';
  const place = await openPlace({ file, processes: 1 });
  let sessions = 0;
  let session: CheckoutSession | null = null;
  const open = async (index: number): Promise<CheckoutSession | null> => {
    const addresses = way === 'from fifty addresses' || way === 'as much as both allow' ? 50 : 1;
    const opened = await openFrom(place, `203.0.113.${String(index % addresses)}`, index);
    if (opened !== null) sessions += 1;
    return opened;
  };
  let tried = 0;
  for (let index = 0; index < cards; index += 1) {
    if (way === 'a session for each card' || way === 'from fifty addresses') session = await open(index);
    else session ??= await open(index);
    if (session === null) continue;
    const { status } = await pay(place.page, place.account, session, STOLEN);
    if (status === 200 || status === 402) tried += 1;
    await place.simulator.settled();
    const { status: now } = await place.stripe.checkout.sessions.retrieve(session.id);
    if (now !== 'open') session = null;
    if (session === null && way === 'all cards on one session') break;
  }
  await place.close();
  return { way, guarded, cards, tried, sessions };
}

async function openFrom(place: Place, address: string, index: number): Promise<CheckoutSession | null> {
  const response = await fetch(`${place.proxy.url}/billing/sessions`, {
    method: 'POST',
    headers: {
      origin: ORIGIN,
      'content-type': 'application/json',
      'idempotency-key': `stolen-${String(index).padStart(6, '0')}`,
      // What the sender says, and behind it what the proxy writes.
      'x-forwarded-for': `198.51.100.${String(index % 200)}, ${address}`,
    },
    body: JSON.stringify({ contract: 1, kind: 'purchase', items: [{ price: 'team_onboarding', quantity: 1 }] }),
  });
  const body: unknown = await response.json();
  return response.status === 201 ? checkoutSessionSchema.parse(body) : null;
}

/** Prints what came of each way, without and with the recipe. Resolves to the exit code. */
export async function measureCards(
  cards: number,
  print: (text: string) => void,
): Promise<{ code: number; figures: readonly Attack[] }> {
  const figures: Attack[] = [];
  print(`${String(cards)} stolen cards, guests, a one-time price. Cards tried at Stripe:`);
  print(`${'way'.padEnd(28)}without      with guard`);
  for (const way of WAYS) {
    const open = await attack(way, cards, false);
    const guarded = await attack(way, cards, true);
    figures.push(open, guarded);
    print(
      `${way.padEnd(28)}${String(open.tried).padStart(7)}  ${String(guarded.tried).padStart(14)}  (${String(guarded.sessions)} sessions)`,
    );
  }
  const code = figures.every(({ guarded, tried, cards: all }) => !guarded || tried < all) ? 0 : 1;
  return { code, figures };
}
