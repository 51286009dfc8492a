/** What cannot be meant, or cannot be reported on: one clear line each, and never a number that is none. */
import Stripe from 'stripe';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createReport, ReportError, toHtml, toText, type ReportOptions } from '../../src/report/index.js';
import { CARDS, openMarket } from './market.js';

type Market = Awaited<ReturnType<typeof openMarket>>;

const refusalOf = async (market: Market, options: Partial<ReportOptions>): Promise<ReportError> => {
  const refused: unknown = await createReport({
    stripe: market.stripe,
    experiment: 'pages',
    now: market.now,
    ...options,
  }).catch((error: unknown) => error);
  if (!(refused instanceof ReportError)) throw new Error('There was a report.');
  expect(refused.message).not.toMatch(/\n|NaN|Infinity|undefined/);
  return refused;
};

describe('options', () => {
  it.each<[string, Partial<ReportOptions>, string]>([
    ['no name', { experiment: '' }, 'experiment: "" is no name'],
    ['a name with a space', { experiment: 'one page' }, 'experiment: "one page" is no name'],
    ['a window of nothing', { window: 0 }, 'window: 0 is not a number of days'],
    ['a date that is none', { from: new Date('x') }, 'from: that is no date'],
    ['a date before Stripe', { from: new Date(0) }, 'too long ago'],
    ['dates the wrong way round', { from: new Date('2026-03-02'), to: new Date('2026-03-01') }, 'is not before to'],
    ['a beginning in the future', { from: new Date('2030-03-02'), to: new Date('2030-03-03') }, 'lies in the future'],
    ['weights that do not sum to one', { weights: { a: 0.5, b: 0.6 } }, 'weights: they sum to 1.1'],
    ['one weight', { weights: { a: 1 } }, 'name two variants or more'],
    ['a weight below zero', { weights: { a: 1.5, b: -0.5 } }, 'weights: 1.5 is no share'],
    ['no lift', { lift: 0 }, 'lift: 0 is no relative lift'],
    ['certain power', { power: 1 }, 'power: 1 is not between 0 and 1'],
    ['events nowhere', { events: '/nowhere' }, 'events: /nowhere is no directory'],
  ])('%s', async (_, options, line) => {
    const market = await openMarket();
    const refused = await refusalOf(market, options);
    expect(refused.kind).toBe('usage');
    expect(refused.message).toContain(line);
    expect(market.requests).toHaveLength(5);
  });
});

describe('data', () => {
  it('of nobody', async () => {
    const market = await openMarket();
    expect((await refusalOf(market, {})).message).toContain('There is no Checkout Session between');
  });

  it('of other experiments: their names are listed', async () => {
    const market = await openMarket();
    await market.visit({ unit: 'a', variant: 'x', experiment: 'colors' });
    await market.visit({ unit: 'b', variant: 'x', experiment: 'colors' });
    await market.visit({ unit: 'c', variant: 'x', experiment: 'words' });
    market.wait(8);
    const { kind, message } = await refusalOf(market, {});
    expect(kind).toBe('data');
    expect(message).toContain('belongs to pages. Seen: colors (2 sessions), words (1 session).');
  });

  it('of no experiment at all', async () => {
    const market = await openMarket();
    await market.visit({ unit: 'a', variant: 'x', experiment: null });
    market.wait(8);
    expect((await refusalOf(market, {})).message).toContain('None of the 1 session belongs to any experiment.');
  });

  it('of units that are all too young', async () => {
    const market = await openMarket();
    await market.visits('two-page', 2, 1);
    market.wait(2);
    expect((await refusalOf(market, {})).message).toContain('2 units exposed less than 7 days ago');
  });

  it('of one variant', async () => {
    const market = await openMarket();
    await market.visits('one-page', 3, 1);
    market.wait(8);
    expect((await refusalOf(market, {})).message).toContain('every unit that counts saw one-page; there is no other');
  });

  it('of a variant that was never declared', async () => {
    const market = await openMarket();
    await market.visits('two-page', 2, 1);
    await market.visits('blue', 2, 1);
    market.wait(8);
    const { kind, message } = await refusalOf(market, { weights: { 'two-page': 0.5, 'one-page': 0.5 } });
    expect(kind).toBe('usage');
    expect(message).toContain('units of pages saw blue, which the weights do not name');
  });

  it('without the control asked for', async () => {
    const market = await openMarket();
    await market.visits('two-page', 2, 1);
    await market.visits('one-page', 2, 1);
    market.wait(8);
    expect((await refusalOf(market, { control: 'blue' })).message).toContain(
      'no unit saw blue, only one-page, two-page',
    );
  });
});

describe('Stripe', () => {
  it('that refuses the key', async () => {
    const market = await openMarket();
    const stripe = new Stripe('sk_live_1234567890', {
      httpClient: Stripe.createFetchHttpClient((input, init) => market.simulator.fetch(new Request(input, init))),
      maxNetworkRetries: 0,
    });
    const { kind, message } = await refusalOf(market, { stripe });
    expect(kind).toBe('stripe');
    expect(message).toContain('Stripe refused the key');
    expect(message).not.toContain('1234567890');
  });

  it('that cannot be reached', async () => {
    const market = await openMarket();
    const stripe = new Stripe('sk_test_x', {
      httpClient: Stripe.createFetchHttpClient(() => Promise.reject(new Error('connect ECONNREFUSED'))),
      maxNetworkRetries: 0,
    });
    expect((await refusalOf(market, { stripe })).message).toContain('Stripe could not be reached');
  });

  it('that asks to slow down is asked again', async () => {
    const market = await openMarket();
    await market.visits('two-page', 2, 1);
    await market.visits('one-page', 2, 1);
    market.wait(8);
    market.limit(3);
    vi.useFakeTimers();
    const reading = createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await reading).coverage.counted).toBe(4);
  });
});

describe('extremes', () => {
  const markets = new Map<string, Market>();
  const fill = async (name: string, more: (market: Market) => Promise<unknown>): Promise<void> => {
    const market = await openMarket();
    await more(market);
    market.wait(9);
    markets.set(name, market);
  };

  beforeAll(async () => {
    await fill('nobody pays', async (market) => {
      await market.visits('two-page', 2, 0);
      await market.visits('one-page', 2, 0);
    });
    await fill('everybody pays', async (market) => {
      await market.visits('two-page', 2, 2);
      await market.visits('one-page', 2, 2);
    });
    await fill('one unit each', async (market) => {
      await market.visits('two-page', 1, 0);
      await market.visits('one-page', 1, 1);
    });
    await fill('only declines', async (market) => {
      await market.visit({ unit: 'a', variant: 'two-page', mode: 'subscription', cards: [CARDS.declined] });
      await market.visit({ unit: 'b', variant: 'one-page', cards: [CARDS.blocked] });
    });
    await fill('every unit bare', async (market) => {
      await market.visits('two-page', 2, 1, { bare: true });
      await market.visits('one-page', 2, 1, { bare: true, currency: 'jpy' });
    });
  });

  it.each(['nobody pays', 'everybody pays', 'one unit each', 'only declines', 'every unit bare'])(
    '%s: no number that is none, in text, JSON or page',
    async (name) => {
      const market = markets.get(name)!;
      const options = { stripe: market.stripe, experiment: 'pages', now: market.now };
      for (const weights of [undefined, { 'two-page': 0.2, 'one-page': 0.5, other: 0.3 }]) {
        const report = await createReport({ ...options, ...(weights && { weights }) });
        for (const output of [toText(report), JSON.stringify(report), toHtml(report)]) {
          expect(output).not.toMatch(/NaN|Infinity|undefined|\[object/);
        }
      }
    },
  );
});
