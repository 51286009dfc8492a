/** Funnel events on their way to the merchant's server: together, twice at most, and never in anybody's way. */
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { BATCH, createEventSender, MOST_KEPT, SEND_EVERY_MS } from '../../src/backend/event-sender.js';
import type { HeadersSource } from '../../src/backend/http-backend.js';
import { funnelBatchSchema, MAX_FUNNEL_EVENTS, type FunnelEvent } from '../../src/contract/funnel-events.js';
import { EVERY_EVENT } from '../contract/support/every-event.js';
import { ManualClock } from '../headless/support/manual-clock.js';

const ENDPOINT = 'https://shop.example.com/billing';
const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  answered = 0;
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) =>
    fetch(...request).finally(() => {
      answered += 1;
    }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

/** Answers that have come back to the page. */
let answered = 0;

interface Posted {
  readonly headers: Headers;
  readonly request: Request;
  readonly seqs: readonly number[];
}

type Answer = () => Response;

const kept: Answer = () => new HttpResponse(null, { status: 204 });
const status =
  (code: number): Answer =>
  () =>
    new HttpResponse(null, { status: code });

/** A sender, what has reached the server, and what the server answers in turn; the last answer stays. */
function begin(answers: readonly Answer[] = [kept], headers?: HeadersSource) {
  const clock = new ManualClock();
  const posted: Posted[] = [];
  server.use(
    http.post(`${ENDPOINT}/events`, async ({ request }) => {
      const { events } = funnelBatchSchema.parse(await request.json());
      posted.push({ headers: request.headers, request, seqs: events.map(({ seq }) => seq) });
      return (answers[posted.length - 1] ?? answers.at(-1) ?? kept)();
    }),
  );
  const sender = createEventSender({ endpoint: () => `${ENDPOINT}/`, headers: () => headers }, clock);
  let seq = 0;
  return {
    clock,
    posted,
    sender,
    /** Gives the sender so many events. */
    happen: (times: number): void => {
      for (let left = times; left > 0; left -= 1) sender.add({ ...event, seq: (seq += 1) });
    },
    /** Resolves when so many batches have arrived, and the sender knows what became of them. */
    arrives: async (batches: number): Promise<void> => {
      await vi.waitFor(
        () => {
          expect(answered).toBe(batches);
        },
        { interval: 1, timeout: 10_000 },
      );
      await new Promise((resolve) => setImmediate(resolve));
      expect(posted).toHaveLength(batches);
    },
  };
}

const [event] = EVERY_EVENT as readonly [FunnelEvent];
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

it('sends what has gathered in two seconds, together', async () => {
  const { clock, posted, happen, arrives } = begin();
  happen(2);
  clock.advance(SEND_EVERY_MS - 1);
  happen(1);
  expect(posted).toEqual([]);
  clock.advance(1);
  await arrives(1);
  expect(posted[0]?.seqs).toEqual([1, 2, 3]);
  expect(clock.pending).toBe(0);
});

it('sends a full batch at once, never more than a server takes', async () => {
  const { posted, happen, arrives } = begin();
  happen(BATCH + 1);
  await arrives(1);
  expect(posted[0]?.seqs).toEqual(upTo(1, BATCH));
  expect(BATCH).toBeLessThanOrEqual(MAX_FUNNEL_EVENTS);
});

it('sends at once when the page is hidden, in a request that outlives it, with cookies', async () => {
  const { sender, posted, happen, arrives } = begin();
  happen(1);
  sender.flush();
  await arrives(1);
  expect(posted[0]?.request).toMatchObject({ keepalive: true, credentials: 'include' });
  expect(posted[0]?.headers.get('content-type')).toBe('application/json');
});

it('has nothing to send when nothing happened', () => {
  const { sender, clock } = begin();
  sender.flush();
  sender.close();
  expect(clock.pending).toBe(0);
});

it.each<[string, HeadersSource]>([
  ['as they are', { authorization: 'Bearer 1' }],
  ['from a function', () => ({ authorization: 'Bearer 1' })],
  ['from a function that takes its time', () => Promise.resolve({ authorization: 'Bearer 1' })],
])('carries the host’s headers, %s', async (_how, headers) => {
  const { sender, posted, happen, arrives } = begin([kept], headers);
  happen(1);
  sender.flush();
  await arrives(1);
  expect(posted[0]?.headers.get('authorization')).toBe('Bearer 1');
  expect(posted[0]?.headers.get('content-type')).toBe('application/json');
});

it('stops for good when the server has no such route', async () => {
  const { sender, clock, happen, arrives } = begin([status(404)]);
  happen(1);
  sender.flush();
  await arrives(1);
  happen(1);
  expect(clock.pending).toBe(0);
  sender.flush();
  await arrives(1);
});

it.each<[string, Answer]>([
  ['the server fails', status(500)],
  ['the server is busy', status(503)],
  ['too much was sent', status(429)],
  ['the network fails', () => HttpResponse.error()],
])('sends once more when %s, before what came later, and then no more', async (_why, answer) => {
  const { clock, posted, happen, arrives } = begin([answer]);
  happen(2);
  clock.advance(SEND_EVERY_MS);
  await arrives(1);
  happen(1);
  clock.advance(SEND_EVERY_MS);
  await arrives(2);
  clock.advance(SEND_EVERY_MS);
  await arrives(3);
  expect(posted.map(({ seqs }) => seqs)).toEqual([[1, 2], [1, 2, 3], [3]]);
});

it.each([400, 403, 413, 415, 422])('does not insist when it is refused with %i', async (code) => {
  const { clock, posted, happen, arrives } = begin([status(code), kept]);
  happen(1);
  clock.advance(SEND_EVERY_MS);
  await arrives(1);
  happen(1);
  clock.advance(SEND_EVERY_MS);
  await arrives(2);
  expect(posted.map(({ seqs }) => seqs)).toEqual([[1], [2]]);
});

it('gives up a batch whose headers fail, after one more try', async () => {
  let asked = 0;
  const { clock, posted, happen, arrives } = begin([kept], () => {
    asked += 1;
    throw new Error('logged out');
  });
  happen(1);
  for (const times of [1, 2, 2]) {
    clock.advance(SEND_EVERY_MS);
    await arrives(0);
    expect(asked).toBe(times);
  }
  expect(posted).toEqual([]);
});

it('keeps the latest two hundred, no more, while nobody answers', async () => {
  let online = false;
  const { clock, posted, happen, arrives } = begin([() => (online ? kept() : HttpResponse.error())]);
  happen(MOST_KEPT + BATCH);
  const failed = MOST_KEPT / BATCH + 1;
  await arrives(failed);
  online = true;
  clock.advance(SEND_EVERY_MS);
  await arrives(failed + MOST_KEPT / BATCH);
  expect(posted.slice(failed).flatMap(({ seqs }) => seqs)).toHaveLength(MOST_KEPT);
  expect(clock.pending).toBe(0);
});

it('ends with what it has, and takes nothing more', async () => {
  const { sender, clock, posted, happen, arrives } = begin([status(500)]);
  happen(1);
  sender.close();
  happen(1);
  await arrives(1);
  expect(posted.map(({ seqs }) => seqs)).toEqual([[1]]);
  expect(clock.pending).toBe(0);
});
