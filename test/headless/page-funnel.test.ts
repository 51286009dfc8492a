// @vitest-environment jsdom
/** The funnel of a checkout on a page: who is told, and what leaving the page does. */
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPageFunnel, type PageFunnelOptions } from '../../src/headless/page-funnel.js';
import { World } from '../core/support/world.js';
import { ManualClock } from './support/manual-clock.js';
import { ENDPOINT } from './support/shop.js';

const server = setupServer();
let posted: string[][] = [];
const leaving: AbortController[] = [];

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  server.use(
    http.post(`${ENDPOINT}/events`, async ({ request }) => {
      const { events } = (await request.json()) as { events: { type: string }[] };
      posted.push(events.map(({ type }) => type));
      return new HttpResponse(null, { status: 204 });
    }),
  );
});
afterEach(() => {
  for (const page of leaving.splice(0)) page.abort();
  vi.restoreAllMocks();
  posted = [];
});
afterAll(() => {
  server.close();
});

/** A checkout that is loading, on a page that is listened to. */
function load(options: Partial<PageFunnelOptions> = {}) {
  const clock = new ManualClock();
  const page = new AbortController();
  leaving.push(page);
  const funnel = createPageFunnel({
    context: () => ({ flow: 'one-page', experiment: null }),
    http: { endpoint: () => ENDPOINT },
    clock,
    ...options,
  });
  const world = new World(() => 0);
  world.store.subscribe(funnel.onChange);
  funnel.listen(page.signal);
  world.store.send({ type: 'load' });
  return { clock, funnel, page };
}

const arrives = (batches: readonly string[][]): Promise<void> =>
  vi.waitFor(
    () => {
      expect(posted).toEqual(batches);
    },
    { interval: 1, timeout: 10_000 },
  );

const hide = (state: DocumentVisibilityState): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('who is told', () => {
  it('is the host’s function, read at each event; the server hears nothing unless it is asked for', () => {
    const heard: string[] = [];
    let analytics: PageFunnelOptions['analytics'] = () => null;
    const { clock, funnel } = load({ analytics: () => analytics?.() ?? null });
    analytics = () => (event) => heard.push(event.type);
    funnel.end();
    expect(heard).toEqual(['abandoned']);
    expect(clock.pending).toBe(0);
  });

  it('is the server, as long as the host says so', async () => {
    let sends = true;
    const { clock, funnel } = load({ sends: () => sends });
    sends = false;
    funnel.end();
    clock.advance(2_000);
    await arrives([['viewed']]);
  });
});

describe('a page', () => {
  it('that is hidden sends what there is, and is not left', async () => {
    load({ sends: () => true });
    hide('hidden');
    await arrives([['viewed']]);
  });

  it('that is looked at again sends nothing by that', () => {
    const { clock } = load({ sends: () => true });
    hide('visible');
    expect(clock.pending).toBe(1);
  });

  it('that is left says so, in the same breath', async () => {
    load({ sends: () => true });
    window.dispatchEvent(new Event('pagehide'));
    await arrives([['viewed', 'abandoned']]);
  });

  it('that comes back from the back-forward cache is left once', async () => {
    load({ sends: () => true });
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pagehide'));
    await arrives([['viewed', 'abandoned']]);
  });

  it('is not listened to any more once the checkout is taken away', () => {
    const heard: string[] = [];
    const { page } = load({ analytics: () => (event) => heard.push(event.type) });
    page.abort();
    window.dispatchEvent(new Event('pagehide'));
    expect(heard).toEqual(['viewed']);
  });
});
