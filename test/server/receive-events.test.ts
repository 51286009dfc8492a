import { describe, expect, it } from 'vitest';
import { MAX_FUNNEL_BYTES, problemSchema, type StoredFunnelEvent } from '../../src/contract/index.js';
import type { EventStore } from '../../src/server/event-store.js';
import { EVERY_EVENT } from '../contract/support/every-event.js';
import { openShop, ORIGIN } from './shop.js';

class MemoryEvents implements EventStore {
  readonly events: StoredFunnelEvent[] = [];
  broken = false;

  append(events: readonly StoredFunnelEvent[]): void {
    if (this.broken) throw new Error('disk full');
    this.events.push(...events);
  }

  close(): void {
    // Memory needs no end.
  }
}

const batch = { contract: 1, events: EVERY_EVENT };

const store = new MemoryEvents();
const shop = await openShop({ events: store });
const post = (body: unknown, headers: Record<string, string> = {}) => shop.send('POST', '/events', body, { headers });

const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

describe('funnel events', () => {
  it('are kept as they came, with the time they arrived, and nothing of the request', async () => {
    const before = Date.now();
    const headers = { cookie: 'session=ada', 'user-agent': 'browser of Ada', 'x-forwarded-for': '203.0.113.7' };
    const asked = shop.watch();
    const response = await post(batch, { ...headers, referer: 'https://shop.example/?email=ada@example.com' });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(asked()).toEqual([]);
    for (const { receivedAt } of store.events) {
      expect(receivedAt).toBeGreaterThanOrEqual(before);
      expect(receivedAt).toBeLessThanOrEqual(Date.now());
    }
    expect(store.events.map(({ receivedAt: _receivedAt, ...event }) => event)).toEqual(EVERY_EVENT);
  });

  it('may be answered to the page that sent them', async () => {
    const response = await post(batch);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const before = await shop.send('OPTIONS', '/events', undefined);
    expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([204, 'POST']);
  });

  const [event] = EVERY_EVENT;

  it.each<[string, unknown, Record<string, string>, string]>([
    ['another origin', batch, { origin: 'https://evil.example' }, 'request.origin_foreign'],
    ['a form', batch, { 'content-type': 'text/plain' }, 'request.content_type'],
    ['no JSON', '{', {}, 'request.malformed'],
    ['no contract', { events: EVERY_EVENT }, {}, 'request.invalid'],
    ['an older contract', { ...batch, contract: 0 }, {}, 'contract.unsupported'],
    ['no events', { contract: 1, events: [] }, {}, 'request.invalid'],
    ['too many', { contract: 1, events: Array(51).fill(event) }, {}, 'request.invalid'],
    ['too much', ' '.repeat(MAX_FUNNEL_BYTES + 1), {}, 'request.too_large'],
    ['an email', { contract: 1, events: [{ ...event, email: 'ada@example.com' }] }, {}, 'request.invalid'],
    ['one that is none among others', { contract: 1, events: [event, { type: 'viewed' }] }, {}, 'request.invalid'],
  ])('are refused, all of them: %s', async (_what, body, headers, code) => {
    const kept = store.events.length;
    expect(await codeOf(await post(body, headers))).toBe(code);
    expect(store.events).toHaveLength(kept);
  });

  it('lose what a newer contract adds', async () => {
    const kept = store.events.length;
    const newer = { contract: 2, events: [{ ...event, mood: 'Ada is happy' }], sender: 'ada' };
    expect((await post(newer)).status).toBe(204);
    expect(JSON.stringify(store.events.slice(kept))).not.toMatch(/ada/i);
  });

  it('that cannot be kept are asked for again', async () => {
    const failing = new MemoryEvents();
    failing.broken = true;
    const { send } = await openShop({ events: failing, onError: () => undefined });
    const response = await send('POST', '/events', batch);
    expect([response.status, await codeOf(response)]).toEqual([500, 'server.failed']);
  });

  it.each(['GET', 'PUT', 'DELETE'])('are not for %s', async (method) => {
    const response = await shop.send(method, '/events', undefined);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a server that keeps no events', () => {
  it('has no such route, and says how to have it', async () => {
    const { send } = await openShop();
    const problem = problemSchema.parse(await (await send('POST', '/events', batch)).json());
    expect(problem).toMatchObject({ status: 404, code: 'request.not_found' });
    expect(problem.detail).toContain('`events`');
  });

  it('is not made of what is no store', async () => {
    await expect(openShop({ events: './events' as unknown as EventStore })).rejects.toThrow(
      /`events`.*createNdjsonEvents/,
    );
  });
});
