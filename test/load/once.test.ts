/** With `once` no hook runs twice for the same fact, whichever of two processes a webhook comes to; and none is missed. */
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkoutSessionSchema } from '../../src/contract/index.js';
import { createOnce as createRedisOnce } from '../../examples/backends/once-redis.mjs';
import { pay } from '../server/shop.js';
import { send } from './support/customer.js';
import { openPlace, type Place } from './support/place.js';

let database: PGlite;
let socket: PGLiteSocketServer;
let place: Place;

beforeAll(async () => {
  database = await PGlite.create();
  socket = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 20 });
  await socket.start();
  await database.exec(`
    create table billing_facts (fact text primary key, told_at timestamptz not null default now());
    create table grants (session text not null, fact text not null, process int not null);
    create table broken (session text primary key);
    create table stuck (session text not null, port int not null);
  `);
  const [, port = ''] = socket.getServerConn().split(':');
  place = await openPlace({ file: 'test/load/once/server.mjs', env: { DATABASE_PORT: port } });
});
afterAll(async () => {
  await place.close();
  await socket.stop();
  await database.close();
});
beforeEach(() => {
  place.simulator.webhooks.hold(place.account);
});

let keys = 0;

/** Buys, and gives back what Stripe has to tell of it: nothing has been delivered yet. */
async function buy() {
  const key = `purchase-once-${String((keys += 1))}`;
  const items = [{ price: 'pro_monthly', quantity: 1 }];
  const opened = await send(place.proxy.url, 'POST', '/sessions', { contract: 1, kind: 'purchase', items }, { key });
  const session = checkoutSessionSchema.parse(await opened.json());
  await pay(place.page, place.account, session, '4242424242424242');
  const { data } = await place.stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
  const [event] = data;
  if (event === undefined) throw new Error('Nothing was completed.');
  return { id: session.id, event };
}

/** Delivers to a process, signed as Stripe signs: now, or so many seconds ago. */
async function deliver(event: object, to: number, { age = 0, secret = place.webhookSecret } = {}): Promise<number> {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const signature = await place.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
  const port = place.servers[to % 2]?.port ?? 0;
  const response = await fetch(`http://127.0.0.1:${String(port)}/billing/webhooks`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body: payload,
  });
  return response.status;
}

const grantsOf = async (id: string): Promise<number> =>
  (await database.query('select 1 from grants where session = $1', [id])).rows.length;

describe('a fact that two processes hear of', () => {
  it('is told once, of twenty deliveries at the same time', async () => {
    const { id, event } = await buy();
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, index) => deliver(event, index)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await grantsOf(id)).toBe(1);
  });

  it('is told once when events of many purchases come doubled and in any order', async () => {
    const bought = [];
    for (let count = 0; count < 5; count += 1) bought.push(await buy());
    const deliveries = [...bought, ...[...bought].reverse(), ...bought];
    await Promise.all(deliveries.map(({ event }, index) => deliver(event, index)));
    for (const { id } of bought) expect(await grantsOf(id)).toBe(1);
  });

  it('is told once when the event comes again days later', async () => {
    const { id, event } = await buy();
    expect(await deliver(event, 0)).toBe(200);
    const again = { ...event, created: event.created - 20 * 86_400, pending_webhooks: 1 };
    expect(await deliver(again, 1)).toBe(200);
    expect(await grantsOf(id)).toBe(1);
  });

  it('is not missed when the hook fails, and leaves nothing of the try behind', async () => {
    const { id, event } = await buy();
    await database.query('insert into broken values ($1)', [id]);
    expect(await deliver(event, 0)).toBe(500);
    expect(await deliver(event, 1)).toBe(500);
    expect(await grantsOf(id)).toBe(0);
    await database.query('delete from broken');
    // Stripe sends it again by itself.
    place.simulator.webhooks.release(place.account, { copies: 2 });
    await place.simulator.settled();
    expect(await grantsOf(id)).toBe(1);
  });

  it('is told nobody who forges, or replays an old delivery', async () => {
    const { id, event } = await buy();
    expect(await deliver(event, 0, { secret: 'whsec_forged' })).toBe(400);
    expect(await deliver(event, 1, { age: 360 })).toBe(400);
    expect(await grantsOf(id)).toBe(0);
  });

  it('is told all the same when a process is killed in the middle of the hook', async () => {
    const { id, event } = await buy();
    const [first] = place.servers;
    await database.query('insert into stuck values ($1, $2)', [id, first?.port]);
    const under = deliver(event, 0).catch(() => 0);
    await vi.waitFor(() => {
      expect(first?.lines).toContain(`Stuck: ${id}`);
    }, 10_000);
    await first?.stop('SIGKILL');
    expect(await under).toBe(0);
    expect(await deliver(event, 1)).toBe(200);
    expect(await grantsOf(id)).toBe(1);
  });
});

describe('the recipe for Redis', () => {
  /** Three commands of Redis, as it documents them: `SET` with `NX`, `EXISTS`, and the script that deletes what is still ours. */
  function openRedis() {
    const values = new Map<string, string>();
    return {
      values,
      async set(key: string, value: string, { NX }: { NX?: true }) {
        if (NX && values.has(key)) return null;
        values.set(key, value);
        return 'OK';
      },
      async exists(key: string) {
        return values.has(key) ? 1 : 0;
      },
      async eval(_: string, { keys: [key = ''], arguments: [mine] }: { keys: string[]; arguments: string[] }) {
        return values.get(key) === mine && values.delete(key) ? 1 : 0;
      },
    };
  }

  it('runs once of many at the same time, and after an error again', async () => {
    const redis = openRedis();
    const once = createRedisOnce(redis);
    const other = createRedisOnce(redis);
    let ran = 0;
    const run = async (): Promise<void> => {
      ran += 1;
      await Promise.resolve();
    };
    const fails = () => Promise.reject(new Error('The shop is away.'));
    await expect(once('fact', fails)).rejects.toThrow('away');
    const results = await Promise.allSettled([once('fact', run), other('fact', run), once('fact', run)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await Promise.all([once('fact', run)]);
    await other('fact', run);
    expect(ran).toBe(1);
    expect([...redis.values.keys()]).toEqual(['billing:done:fact']);
  });
});
