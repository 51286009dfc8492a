import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExposureFact, Once } from '../../src/server/hooks.js';
import { gate, openShop } from './shop.js';

const within = (unit: string, variant = 'one-page') => ({ experiment: { name: 'flow', variant, unit } });

/** Remembers facts as a database with a unique row per fact does. */
function remember(): Once {
  const done = new Set<string>();
  return async (fact, run) => {
    if (done.has(fact)) return;
    await run();
    done.add(fact);
  };
}

/** A shop that remembers whom it was told of. */
async function openListeningShop(options: Parameters<typeof openShop>[0] = {}) {
  const told: ExposureFact[] = [];
  const failures: unknown[] = [];
  const shop = await openShop({
    hooks: { exposed: (fact) => void told.push(fact) },
    onError: ({ code, cause }) => failures.push([code, cause]),
    ...options,
  });
  return { shop, told, failures };
}

describe('an exposure', () => {
  it('is told when a unit opens a session, with the variant and without the unit', async () => {
    const { shop, told } = await openListeningShop();
    const { id } = await shop.open(within('visitor-42'));
    const [fact] = told;
    expect(fact).toMatchObject({
      fact: `experiment.exposed:flow:${String(fact?.assignment.unitHash)}`,
      session: { id },
      assignment: { name: 'flow', variant: 'one-page', fallback: false, differs: true, switched: false },
    });
    expect(JSON.stringify(told)).not.toContain('visitor-42');
  });

  it('is the same fact whatever the unit opens, and another for another unit', async () => {
    const { shop, told } = await openListeningShop();
    await shop.open(within('visitor-42'));
    await shop.open(within('visitor-42', 'two-page'), { key: 'purchase-2' });
    await shop.open(within('visitor-43'), { key: 'purchase-3' });
    const facts = told.map(({ fact }) => fact);
    expect([facts[0] === facts[1], new Set(facts).size]).toEqual([true, 2]);
  });

  it('is not told again when the session is given back', async () => {
    const { shop, told } = await openListeningShop();
    const { id } = await shop.open(within('visitor-42'));
    await shop.open({ ...within('visitor-42', 'two-page'), resume: id });
    expect(told).toHaveLength(1);
  });

  it('is told once per unit where the shop remembers facts', async () => {
    const { shop, told } = await openListeningShop({ once: remember() });
    for (const key of ['purchase-1', 'purchase-2', 'purchase-3']) await shop.open(within('visitor-42'), { key });
    await shop.open(within('visitor-43'), { key: 'purchase-4' });
    expect(told).toHaveLength(2);
  });

  it('is told again by whoever finds the session that another copy of the server made and could not tell of', async () => {
    const { shop, told } = await openListeningShop();
    shop.fault({ method: 'POST', path: '/v1/checkout/sessions', kind: 'reset', after: true });
    await shop.post(within('visitor-42'));
    expect(told).toEqual([]);
    const { id } = await shop.open(within('visitor-42'));
    expect(told).toMatchObject([{ session: { id } }]);
  });

  it('is none outside an experiment, or when nothing was opened', async () => {
    const { shop, told } = await openListeningShop();
    await shop.open();
    await shop.post({ ...within('visitor-42'), items: [{ price: 'free_lunch', quantity: 1 }] });
    expect(told).toEqual([]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('The warehouse is away.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('The warehouse is away.'))],
  ])('of a hook that %s stops nothing, and is reported', async (_how, exposed) => {
    const { shop, failures } = await openListeningShop({ hooks: { exposed } });
    expect(await shop.open(within('visitor-42'))).toMatchObject({ httpStatus: 201, status: 'open' });
    expect(failures).toEqual([['server.failed', new Error('The warehouse is away.')]]);
  });

  it('of a shop that cannot remember facts stops nothing, and is reported', async () => {
    const once = (): Promise<void> => Promise.reject(new Error('The database is away.'));
    const { shop, told, failures } = await openListeningShop({ once });
    expect(await shop.open(within('visitor-42'))).toMatchObject({ status: 'open' });
    expect([told.length, failures.length]).toEqual([0, 1]);
  });
});

describe('a hook that does not come to an end', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('holds the opening up for a second', async () => {
    const called = gate();
    const { shop } = await openListeningShop({
      hooks: {
        exposed: () => {
          called.open();
          return new Promise<void>(() => undefined);
        },
      },
    });
    let open = false;
    const opening = shop.open(within('visitor-42')).finally(() => (open = true));
    await called.passed;
    await vi.advanceTimersByTimeAsync(999);
    expect(open).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await opening).toMatchObject({ status: 'open' });
  });
});
