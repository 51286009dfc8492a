/** The merchant's server over HTTP: whatever it answers, a port answers with a result. */
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHttpBackend, REQUEST_TIMEOUT_MS, type HeadersSource } from '../../src/backend/http-backend.js';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problems.js';
import type { OpenRequest } from '../../src/contract/open-request.js';
import type { CheckoutSession } from '../../src/contract/sessions.js';
import { session, truth } from '../core/support/samples.js';

const ENDPOINT = 'https://shop.example.com/billing';
const server = setupServer();
const signal = new AbortController().signal;
const request: OpenRequest = { contract: 1, kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 2 }] };
const opened: CheckoutSession = {
  contract: 1,
  gateway: 'checkout_session',
  clientSecret: 'cs_1_secret_x',
  ...session,
};

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  server.resetHandlers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
afterAll(() => {
  server.close();
});

const backend = (headers?: HeadersSource) => createHttpBackend({ endpoint: () => ENDPOINT, headers: () => headers });

/** Answers each reading of `cs_1` with the next of these; the last one stays. Returns the requests. */
function answer(...answers: readonly (() => Response | Promise<Response>)[]): Request[] {
  const seen: Request[] = [];
  server.use(
    http.get(`${ENDPOINT}/sessions/cs_1`, ({ request: read }) => {
      seen.push(read);
      return (answers[seen.length - 1] ?? answers.at(-1))?.() ?? HttpResponse.error();
    }),
  );
  return seen;
}

const problem =
  (code: string, status = 500, more: object = {}) =>
  () =>
    HttpResponse.json(
      { contract: 1, type: `urn:billing-checkout:problem:${code}`, title: 'No.', status, code, ...more },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );

/** Lets every pause pass at once: the clock jumps to the next timer as long as there is one. */
async function read(headers?: HeadersSource, until = signal) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 1 });
  const answered = backend(headers).read('cs_1', until);
  const done = new AbortController();
  void answered.then(() => {
    done.abort();
  });
  while (!done.signal.aborted) await vi.advanceTimersByTimeAsync(200);
  return answered;
}

describe('asking for an invoice', () => {
  const order = { contract: 1, email: 'ada@example.com' } as const;

  it('sends what the contract wants, and reads the truth', async () => {
    let sent: unknown;
    server.use(
      http.post(`${ENDPOINT}/sessions/cs_1/invoice`, async ({ request: posted }) => {
        sent = await posted.json();
        return HttpResponse.json(truth('invoiced'));
      }),
    );
    expect(await backend().payByInvoice?.('cs_1', order, signal)).toEqual({ ok: true, value: truth('invoiced') });
    expect(sent).toEqual(order);
  });

  it.each([
    ['a lost answer', () => HttpResponse.error()],
    ['a server that is busy', problem('server.busy', 503)],
    ['a server that fails', problem('server.failed')],
  ])('never asks again by itself after %s', async (_name, fail) => {
    let asked = 0;
    server.use(
      http.post(`${ENDPOINT}/sessions/cs_1/invoice`, () => {
        asked += 1;
        return fail();
      }),
    );
    expect(await backend().payByInvoice?.('cs_1', order, signal)).toMatchObject({ ok: false });
    expect(asked).toBe(1);
  });
});

describe('asking', () => {
  it('sends what the contract wants', async () => {
    let sent: Request | undefined;
    server.use(
      http.post(`${ENDPOINT}/sessions`, ({ request: posted }) => {
        sent = posted.clone();
        return HttpResponse.json(opened, { status: 201 });
      }),
    );
    expect(await backend({ authorization: 'Bearer abc' }).open(request, 'key_1', signal)).toEqual({
      ok: true,
      value: opened,
    });
    expect(sent?.credentials).toBe('include');
    expect(sent?.cache).toBe('no-store');
    expect(Object.fromEntries(sent?.headers ?? [])).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': 'key_1',
      authorization: 'Bearer abc',
    });
    expect(await sent?.json()).toEqual(request);
  });

  it('reads and changes under the session’s own path', async () => {
    server.use(
      http.patch(`${ENDPOINT}/sessions/cs_1`, async ({ request: sent }) => {
        const { items } = (await sent.json()) as { items: { quantity: number }[] };
        return HttpResponse.json(truth('open', { amount: (items[0]?.quantity ?? 0) * 100 }));
      }),
    );
    answer(() => HttpResponse.json(truth('open')));
    expect(await backend().read('cs_1', signal)).toEqual({ ok: true, value: truth('open') });
    const items = [{ price: 'pro_monthly', quantity: 7 }];
    expect(await backend().change('cs_1', { contract: 1, change: 'items', items }, signal)).toMatchObject({
      ok: true,
      value: { amount: 700 },
    });
  });

  it('takes no path out of an id', async () => {
    const paths: string[] = [];
    server.use(
      http.get('https://shop.example.com/*', ({ request: { url } }) => {
        paths.push(new URL(url).pathname);
        return HttpResponse.json(truth('open'));
      }),
    );
    await backend().read('../../admin?x#y', signal);
    expect(paths).toEqual(['/billing/sessions/..%2F..%2Fadmin%3Fx%23y']);
  });

  it('leaves out what a newer server adds', async () => {
    answer(() => HttpResponse.json({ ...truth('open'), clientSecret: 'hush', loyaltyPoints: 3 }));
    expect(await backend().read('cs_1', signal)).toEqual({ ok: true, value: truth('open') });
  });
});

describe('the host’s headers', () => {
  it('come from a function, however long it thinks', async () => {
    const seen = answer(() => HttpResponse.json(truth('open')));
    let token = 0;
    const headers = () => Promise.resolve({ authorization: `Bearer ${String((token += 1))}` });
    const both = backend(headers);
    await both.read('cs_1', signal);
    await both.read('cs_1', signal);
    expect(seen.map((each) => each.headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it.each<readonly [string, HeadersSource]>([
    [
      'a function that throws',
      () => {
        throw new Error('no token');
      },
    ],
    ['a function that rejects', () => Promise.reject(new Error('no token'))],
  ])('that fail are named: %s', async (_, headers) => {
    const seen = answer(() => HttpResponse.json(truth('open')));
    expect(await read(headers)).toMatchObject({
      ok: false,
      error: { code: 'network.failed', hint: expect.stringContaining('headers failed: no token') as string },
    });
    expect(seen).toEqual([]);
  });

  it('that no browser would send are named too', async () => {
    expect(await read({ 'not a header': 'x' })).toMatchObject({
      error: { hint: expect.stringContaining('headers failed') as string },
    });
  });

  it('may take as long as the request, no longer', async () => {
    expect(await read(() => new Promise(() => undefined))).toMatchObject({ error: { code: 'network.timeout' } });
  });
});

describe('problems', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])(
    '%s keeps its code, its hint and Stripe’s request id',
    async (code) => {
      const more = { detail: 'Do this.', field: 'items.0.price', requestId: 'req_1' };
      answer(problem(code, PROBLEMS[code].status, more));
      expect(await read()).toMatchObject({
        ok: false,
        error: { code, hint: 'items.0.price: Do this.', requestId: 'req_1' },
        problem: { code, field: 'items.0.price' },
      });
    },
  );

  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s is asked again only where the table says so', async (code) => {
    const seen = answer(problem(code, PROBLEMS[code].status));
    await read();
    // A guard that says no is not asked at once again: it counts.
    expect(seen).toHaveLength(PROBLEMS[code].retry && code !== 'guard.refused' ? 3 : 1);
  });

  it('of a newer server are unreadable, not a crash', async () => {
    answer(problem('session.levitating', 418));
    expect(await read()).toEqual({
      ok: false,
      error: {
        code: 'backend.unreadable',
        hint: 'The backend answered with the unknown problem "session.levitating".',
      },
    });
  });
});

describe('answers that are none', () => {
  it.each<readonly [string, () => Response, string]>([
    ['an HTML page of a firewall', () => HttpResponse.html('<h1>Forbidden</h1>', { status: 403 }), '403'],
    ['an HTML page that says it is fine', () => HttpResponse.html('<h1>Log in</h1>'), '"body"'],
    ['nothing', () => new HttpResponse(null, { status: 200 }), '"body"'],
    ['nothing, and sorry', () => new HttpResponse(null, { status: 500 }), '500'],
    ['half an answer', () => new HttpResponse('{"contract":1,"id":"cs_', { status: 200 }), '"body"'],
    ['null', () => HttpResponse.json(null), '"body"'],
    ['another shape', () => HttpResponse.json({ ...truth('open'), amount: '105.00' }), '"amount"'],
    ['a status nobody knows', () => HttpResponse.json({ ...truth('open'), status: 'paid' }), '"status"'],
    [
      'a link that is a script',
      () =>
        HttpResponse.json(
          truth('complete', { links: { invoice: 'javascript:alert(1)', receipt: null, verification: null } }),
        ),
      '"links.invoice"',
    ],
    ['an error of another kind', () => HttpResponse.json({ error: 'boom' }, { status: 500 }), '500'],
  ])('are unreadable, once: %s', async (_, response, where) => {
    const seen = answer(response);
    const answered = await read();
    expect(answered).toMatchObject({ ok: false, error: { code: 'backend.unreadable' } });
    expect(!answered.ok && answered.error.hint).toContain(where);
    expect(seen).toHaveLength(1);
  });
});

describe('a network that fails', () => {
  it.each([502, 503, 504])('is asked three times when a proxy says %i in the server’s place', async (status) => {
    const seen = answer(() => HttpResponse.html('<h1>Sorry</h1>', { status }));
    expect(await read()).toMatchObject({ ok: false, error: { code: 'network.failed' } });
    expect(seen).toHaveLength(3);
  });

  it('is asked three times when the connection is refused', async () => {
    const seen = answer(() => HttpResponse.error());
    expect(await read()).toMatchObject({ ok: false, error: { code: 'network.failed' } });
    expect(seen).toHaveLength(3);
  });

  it('is forgiven when it comes back', async () => {
    const seen = answer(
      () => HttpResponse.error(),
      problem('server.busy', 503),
      () => HttpResponse.json(truth('open')),
    );
    expect(await read()).toEqual({ ok: true, value: truth('open') });
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['as long as it says', '3', 3_000],
    ['no longer than five seconds', '3600', 5_000],
  ])('is left alone %s', async (_name, seconds, least) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let elapsed = 0;
    const asked: number[] = [];
    const busy = problem('server.busy', 503);
    const tell = (): Response => {
      asked.push(elapsed);
      const response = busy();
      response.headers.set('retry-after', seconds);
      return response;
    };
    answer(tell);
    const over = new AbortController();
    const answered = backend()
      .read('cs_1', signal)
      .finally(() => {
        over.abort();
      });
    while (!over.signal.aborted) {
      await vi.advanceTimersByTimeAsync(100);
      elapsed += 100;
      // Answers come in real time.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await answered).toMatchObject({ ok: false, error: { code: 'server.busy' } });
    const [first = 0, second = 0, third = 0] = asked;
    for (const pause of [second - first, third - second]) {
      expect(pause).toBeGreaterThanOrEqual(least - 100);
      expect(pause).toBeLessThan(least + 600_000);
    }
  });

  it('that breaks in the middle of an answer has lost it, and is asked again', async () => {
    const breaking = (): Response =>
      new HttpResponse(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(new TextEncoder().encode('{"contract":1,'));
            controller.error(new TypeError('terminated'));
          },
        }),
      );
    const seen = answer(breaking, () => HttpResponse.json(truth('open')));
    expect(await read()).toEqual({ ok: true, value: truth('open') });
    expect(seen).toHaveLength(2);
  });

  it('is offline when the device says so, and is not tried again', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const seen = answer(() => HttpResponse.error());
    expect(await read()).toEqual({ ok: false, error: { code: 'network.offline' } });
    expect(seen).toHaveLength(1);
  });

  it('is too slow after ten seconds, and is not tried again', async () => {
    const seen = answer(async () => {
      await delay('infinite');
      return HttpResponse.json(truth('open'));
    });
    expect(await read()).toMatchObject({ ok: false, error: { code: 'network.timeout' } });
    expect(seen).toHaveLength(1);
    expect(REQUEST_TIMEOUT_MS).toBe(10_000);
  });
});

describe('letting go', () => {
  it('answers at once, asks no more, and leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stop = new AbortController();
    const answered = backend(() => new Promise(() => undefined)).read('cs_1', stop.signal);
    stop.abort();
    expect(await answered).toMatchObject({ ok: false });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('in a pause between tries ends the pause', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stop = new AbortController();
    const answered = backend(() => {
      queueMicrotask(() =>
        queueMicrotask(() =>
          queueMicrotask(() => {
            stop.abort();
          }),
        ),
      );
      throw new Error('no token');
    }).read('cs_1', stop.signal);
    expect(await answered).toMatchObject({ ok: false });
    expect(vi.getTimerCount()).toBe(0);
  });
});
