/** What a tag tells of a visit: to its page's function, and to its server where it is asked to. */
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { funnelBatchSchema, type FunnelEvent } from '../../src/contract/funnel-events.js';
import { loadLocalStripe } from './support/local-stripe.js';
import { make, next, usePage, type Attributes } from './support/place.js';

usePage();

beforeAll(loadLocalStripe);

/** Opens a tag; gives what its page's function was told, and what was posted. */
async function visit(attributes: Attributes = {}) {
  const events: FunnelEvent[] = [];
  const posts = vi.spyOn(globalThis, 'fetch');
  onTestFinished(() => {
    posts.mockRestore();
  });
  const element = make(attributes);
  element.analytics = (event) => events.push(event);
  const ready = next(element, 'billing-ready');
  document.body.append(element);
  await ready;
  return {
    element,
    events,
    posted: () => posts.mock.calls.filter(([url]) => String(url).endsWith('/billing/events')).map(([, init]) => init),
  };
}

it('tells its page’s function, and nobody else', async () => {
  const { element, events, posted } = await visit();
  element.remove();
  await vi.waitFor(() => {
    expect(events.at(-1)?.type).toBe('abandoned');
  }, 10_000);
  expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['viewed', 'ready']);
  expect(events.at(-1)).toMatchObject({ session: events[1]?.session, state: 'ready' });
  expect(posted()).toEqual([]);
});

it('posts with `send-events`, in a request that outlives the page', async () => {
  const { events, posted } = await visit({ 'send-events': '' });
  window.dispatchEvent(new Event('pagehide'));
  await vi.waitFor(() => {
    expect(posted()).toHaveLength(1);
  }, 10_000);
  const [init] = posted();
  expect(init).toMatchObject({ method: 'POST', keepalive: true, credentials: 'include' });
  const sent = funnelBatchSchema.parse(JSON.parse(String(init?.body))).events;
  expect(sent).toEqual(events);
  expect(sent.at(-1)?.type).toBe('abandoned');
});

it('begins anew where it is put back', async () => {
  const { element, events } = await visit();
  const again = next(element, 'billing-ready');
  element.remove();
  await vi.waitFor(() => {
    expect(events.at(-1)?.type).toBe('abandoned');
  }, 10_000);
  document.body.append(element);
  await again;
  expect(new Set(events.map((event) => event.visit)).size).toBe(2);
  expect(events.filter(({ type }) => type === 'viewed')).toHaveLength(2);
});
