// @vitest-environment jsdom
/** Which purchase a browser is in. */
import type { Item } from '../../src/contract/items.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPurchaseLedger, toPurchaseName } from '../../src/headless/purchase-ledger.js';
import { createSafeStorage } from '../../src/headless/safe-storage.js';
import { ManualClock } from './support/manual-clock.js';
import { MemoryStorage } from './support/memory-storage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const nameOf = (endpoint: string, items: readonly Item[]): string =>
  toPurchaseName({ endpoint, pays: { kind: 'purchase', items } });

const name = nameOf('https://shop.example.com/billing', [{ price: 'pro', quantity: 2 }]);

function setUp() {
  const clock = new ManualClock();
  const shared = new MemoryStorage();
  const tab = (own = new MemoryStorage()) => createPurchaseLedger(() => clock.now(), shared, own);
  return { clock, shared, tab };
}

describe('the name of a purchase', () => {
  it('is what is bought and where, not how many or in which order', () => {
    const a = { price: 'a', quantity: 1 };
    const b = { price: 'b', quantity: 1 };
    expect(nameOf('/x', [a, b])).toBe(nameOf('/x', [{ ...b, quantity: 9 }, a]));
    expect(nameOf('/x', [a])).not.toBe(nameOf('/x', [b]));
    expect(nameOf('/x', [a])).not.toBe(nameOf('/y', [a]));
    const named = [
      { kind: 'invoice', invoice: 'in_1' },
      { kind: 'invoice', invoice: 'in_2' },
      { kind: 'subscription', subscription: 'sub_1' },
      { kind: 'setup' },
    ] as const;
    expect(new Set(named.map((pays) => toPurchaseName({ endpoint: '/x', pays }))).size).toBe(named.length);
  });
});

describe('the ledger', () => {
  it('keeps one key for one purchase, in every tab', () => {
    const { tab } = setUp();
    const first = tab().current(name);
    expect(first.key).toMatch(/^[\x21-\x7e]{32,255}$/);
    expect(first.sessionId).toBeUndefined();
    expect(tab().current(name)).toEqual(first);
    expect(tab().current(`${name},other`).key).not.toBe(first.key);
  });

  it('gives every tab the session', () => {
    const { tab } = setUp();
    const { key } = tab().current(name);
    tab().opened(name, 'cs_1', true);
    expect(tab().current(name)).toMatchObject({ key, sessionId: 'cs_1' });
  });

  it.each([
    ['a guest', true, 30 * MINUTE],
    ['a known customer', false, 23 * HOUR],
  ] as const)('remembers %s for so long, and no longer', (_, guest, kept) => {
    const { clock, tab } = setUp();
    const ledger = tab();
    const { key } = ledger.current(name);
    ledger.opened(name, 'cs_1', guest);
    clock.advance(kept - 1);
    expect(ledger.current(name)).toMatchObject({ key, sessionId: 'cs_1' });
    clock.advance(1);
    expect(ledger.current(name).key).not.toBe(key);
    expect(ledger.current(name).sessionId).toBeUndefined();
  });

  it('counts from the beginning: using it does not prolong it', () => {
    const { clock, tab } = setUp();
    const { key } = tab().current(name);
    for (let visit = 0; visit < 3; visit += 1) {
      clock.advance(10 * MINUTE);
      tab().opened(name, 'cs_1', true);
    }
    expect(tab().current(name).key).not.toBe(key);
  });

  it('trusts no entry from the future: a clock that jumped back', () => {
    const { clock, tab } = setUp();
    const { key } = tab().current(name);
    clock.advance(-HOUR);
    expect(tab().current(name).key).not.toBe(key);
  });

  it('ends when the purchase does: done in this tab, unknown to others', () => {
    const { tab } = setUp();
    const here = tab();
    const { key } = here.current(name);
    here.opened(name, 'cs_1', true);
    here.finish(name, 'cs_1');
    expect(here.done(name)).toBe('cs_1');
    expect(tab().done(name)).toBeNull();
    expect(tab().current(name).key).not.toBe(key);
  });

  it('survives a reload, and is forgotten when another purchase begins', () => {
    const { tab } = setUp();
    const own = new MemoryStorage();
    tab(own).finish(name, 'cs_1');
    expect(tab(own).done(name)).toBe('cs_1');
    tab(own).forget(name);
    expect(tab(own).done(name)).toBeNull();
  });

  it('moves with another plan: the same key, the same session', () => {
    const { tab, shared } = setUp();
    const ledger = tab();
    const { key } = ledger.current(name);
    ledger.opened(name, 'cs_1', true);
    ledger.rename(name, 'yearly', 'cs_1', true);
    expect(ledger.current('yearly')).toMatchObject({ key, sessionId: 'cs_1' });
    expect([...shared.entries.keys()]).toEqual(['yearly']);
  });

  it('keeps the key its server was given, whatever another tab has finished meanwhile', () => {
    const { tab } = setUp();
    const slow = tab();
    const { key } = slow.current(name);
    tab().finish(name, 'cs_1');
    slow.opened(name, 'cs_2', true);
    expect(slow.current(name)).toMatchObject({ key, sessionId: 'cs_2' });
  });

  it('tries again for the purchase it was in, also when another tab has finished that', () => {
    const { tab, clock } = setUp();
    const first = tab();
    const { key } = first.current(name);
    const second = tab();
    second.current(name);
    second.opened(name, 'cs_1', true);
    second.finish(name, 'cs_1');
    expect(first.current(name).key).toBe(key);
    // The one that finished it begins another.
    second.forget(name);
    const another = second.current(name).key;
    expect(another).not.toBe(key);
    expect(first.current(name).key).toBe(another);
    second.finish(name, 'cs_2');
    clock.advance(30 * MINUTE);
    expect(first.current(name).key).not.toBe(another);
  });

  it('makes a key where a page without TLS has no randomUUID', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(setUp().tab().current(name).key).toMatch(/^[0-9a-f]{32}$/);
    vi.unstubAllGlobals();
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['half of it', '{"key":"abc","madeAt":'],
    ['another shape', '{"key":5,"madeAt":"yesterday","guest":"no"}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an older version', '{"key":"abc","madeAt":1800000000000}'],
  ])('counts garbage as nothing: %s', (_, garbage) => {
    const { tab, shared } = setUp();
    const own = new MemoryStorage();
    shared.setItem(name, garbage);
    own.setItem(name, garbage);
    const ledger = tab(own);
    expect(ledger.done(name)).toBeNull();
    const { key } = ledger.current(name);
    expect(key).not.toBe('abc');
    expect(tab().current(name).key).toBe(key);
  });

  it('writes keys, ids and times, nothing else', () => {
    const { tab, shared } = setUp();
    const own = new MemoryStorage();
    const ledger = tab(own);
    ledger.current(name);
    ledger.opened(name, 'cs_1', false);
    expect(Object.keys(JSON.parse(shared.getItem(name) ?? '{}') as object).sort()).toEqual([
      'guest',
      'key',
      'madeAt',
      'sessionId',
    ]);
    ledger.finish(name, 'cs_1');
    expect(own.getItem(name)).toBe('{"id":"cs_1","done":true}');
  });
});

describe('the browser’s storage', () => {
  const refuse = () => {
    throw new DOMException('No.', 'SecurityError');
  };
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    localStorage.clear();
    history.replaceState(null, '');
    for (const each of ['a', 'b']) createSafeStorage('localStorage').removeItem(each);
  });

  it('is used where it can be', () => {
    createSafeStorage('localStorage').setItem('a', '1');
    expect(localStorage.getItem('a')).toBe('1');
    expect(createSafeStorage('localStorage').getItem('a')).toBe('1');
    createSafeStorage('localStorage').removeItem('a');
    expect(localStorage.getItem('a')).toBeNull();
  });

  it('when full, is the page’s own memory, whoever asks', () => {
    localStorage.setItem('a', 'old');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    createSafeStorage('localStorage').setItem('a', '1');
    expect(createSafeStorage('localStorage').getItem('a')).toBe('1');
  });

  it('when forbidden, even to be looked at, likewise', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse);
    const storage = createSafeStorage('localStorage');
    storage.setItem('b', '1');
    expect(createSafeStorage('localStorage').getItem('b')).toBe('1');
    expect(createSafeStorage('sessionStorage').getItem('b')).toBeNull();
    storage.removeItem('b');
    expect(storage.getItem('b')).toBeNull();
  });

  it('when forbidden, is the place in the tab’s history: a reload keeps it, and the host’s state is kept, too', async () => {
    history.replaceState({ route: '/pay' }, '');
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse);
    createSafeStorage('localStorage').setItem('b', '1');
    vi.resetModules();
    const reloaded = await import('../../src/headless/safe-storage.js');
    const storage = reloaded.createSafeStorage('localStorage');
    expect(storage.getItem('b')).toBe('1');
    expect(reloaded.createSafeStorage('sessionStorage').getItem('b')).toBeNull();
    storage.removeItem('b');
    expect(storage.getItem('b')).toBeNull();
    expect(history.state).toEqual({ route: '/pay' });
  });

  it('when forbidden, with no history either, is the page’s own memory', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse);
    vi.spyOn(history, 'replaceState').mockImplementation(refuse);
    createSafeStorage('localStorage').setItem('b', '1');
    expect(createSafeStorage('localStorage').getItem('b')).toBe('1');
  });

  it('that comes back takes over again', () => {
    const spy = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    const storage = createSafeStorage('localStorage');
    storage.setItem('a', '1');
    spy.mockRestore();
    storage.setItem('a', '2');
    expect(localStorage.getItem('a')).toBe('2');
    expect(storage.getItem('a')).toBe('2');
    expect(history.state).toEqual({});
  });
});

describe('a page of Stripe’s', () => {
  it('is come back from once, in the tab that went there', () => {
    const { tab } = setUp();
    const own = new MemoryStorage();
    const ledger = tab(own);
    ledger.current(name);
    ledger.opened(name, 'cs_page', true);
    ledger.left(name, 'cs_page');
    expect(tab().back(name)).toBeNull();
    const after = tab(own);
    expect(after.done(name)).toBeNull();
    expect([after.back(name), after.back(name)]).toEqual(['cs_page', null]);
  });

  it('is forgotten with the purchase’s end', () => {
    const { tab } = setUp();
    const ledger = tab();
    ledger.left(name, 'cs_page');
    ledger.finish(name, 'cs_page');
    expect([ledger.back(name), ledger.done(name)]).toEqual([null, 'cs_page']);
  });
});

describe('a page that was left while it was being paid', () => {
  it('goes on with the purchase as ever, while it lasts', () => {
    const { tab } = setUp();
    const own = new MemoryStorage();
    const ledger = tab(own);
    ledger.current(name);
    ledger.opened(name, 'cs_1', true);
    ledger.pays(name, 'cs_1');
    const after = tab(own);
    expect([after.done(name), after.back(name), after.current(name).sessionId]).toEqual([null, null, 'cs_1']);
  });

  it('knows its session where another tab has ended the purchase', () => {
    const { tab } = setUp();
    const own = new MemoryStorage();
    const [here, there] = [tab(own), tab()];
    here.current(name);
    here.opened(name, 'cs_1', true);
    here.pays(name, 'cs_1');
    there.finish(name, 'cs_1');
    const after = tab(own);
    expect(after.done(name)).toBe('cs_1');
    after.forget(name);
    expect(after.done(name)).toBeNull();
  });

  it('is nothing to a session that took the place of its own', () => {
    const { tab } = setUp();
    const own = new MemoryStorage();
    const ledger = tab(own);
    ledger.current(name);
    ledger.opened(name, 'cs_1', true);
    ledger.pays(name, 'cs_1');
    tab(own).opened(name, 'cs_2', true);
    const after = tab(own);
    expect([after.done(name), after.current(name).sessionId]).toEqual([null, 'cs_2']);
  });
});

it('leaves a purchase alone that another tab has gone on with', () => {
  const { tab } = setUp();
  const [here, there] = [tab(), tab()];
  here.current(name);
  here.opened(name, 'cs_1', false);
  there.current(name);
  there.opened(name, 'cs_2', false);
  here.forget(name);
  expect(tab().current(name).sessionId).toBe('cs_2');
  there.forget(name);
  expect(tab().current(name).sessionId).toBeUndefined();
});

it('leaves it alone after a reload too, where it has nothing but what it was paying', () => {
  const { tab } = setUp();
  const own = new MemoryStorage();
  const [here, there] = [tab(own), tab()];
  const { key } = here.current(name);
  here.opened(name, 'cs_1', false);
  here.pays(name, 'cs_1');
  there.current(name);
  there.opened(name, 'cs_2', false);
  const after = tab(own);
  expect(after.done(name)).toBe('cs_1');
  after.forget(name);
  expect(after.current(name)).toMatchObject({ key, sessionId: 'cs_2' });
});

it('leaves what another tab has begun since alone, when its own end is shown once more', () => {
  const { tab } = setUp();
  const own = new MemoryStorage();
  const here = tab(own);
  here.current(name);
  here.opened(name, 'cs_1', true);
  here.finish(name, 'cs_1');
  const there = tab();
  const { key } = there.current(name);
  // A reload, or the way back from a bank, tells the end again: before the other tab's server has answered, and after.
  tab(own).finish(name, 'cs_1');
  expect(tab().current(name)).toMatchObject({ key });
  there.opened(name, 'cs_2', true);
  tab(own).finish(name, 'cs_1');
  expect(tab().current(name)).toMatchObject({ key, sessionId: 'cs_2' });
});
