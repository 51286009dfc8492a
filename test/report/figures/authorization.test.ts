/** Which payments are in the authorization rate, and whose they are. */
import { describe, expect, it } from 'vitest';
import { createReport, type Authorization } from '../../../src/report/index.js';
import { CARDS, openMarket } from '../market.js';

type Market = Awaited<ReturnType<typeof openMarket>>;

/** Everyone pays but those in `more`. */
async function authorization(more: (market: Market) => Promise<unknown>): Promise<Authorization> {
  const market = await openMarket();
  await market.visits('two-page', 3, 2);
  await market.visits('one-page', 3, 2, { mode: 'subscription' });
  await more(market);
  market.wait(9);
  return (await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now })).authorization;
}

describe('the account', () => {
  it('counts the retries of a payment once', async () => {
    const { account } = await authorization((market) =>
      market.visit({
        unit: 'again',
        variant: 'two-page',
        cards: [CARDS.declined, CARDS.insufficientFunds, CARDS.good],
      }),
    );
    expect(account).toMatchObject({ succeeded: 5, failed: 0, declines: [] });
  });

  it('says why payments were declined in the end', async () => {
    const { account } = await authorization(async (market) => {
      await market.visit({ unit: 'a', variant: 'two-page', cards: [CARDS.declined, CARDS.insufficientFunds] });
      await market.visit({ unit: 'b', variant: 'two-page', cards: [CARDS.insufficientFunds] });
      await market.visit({ unit: 'c', variant: 'one-page', cards: [CARDS.declined] });
    });
    expect(account.declines).toEqual([
      { code: 'insufficient_funds', count: 2 },
      { code: 'generic_decline', count: 1 },
    ]);
    expect(account.rate.value?.estimate).toBeCloseTo(4 / 7);
  });

  it('leaves out what Stripe blocked and challenges that were not passed', async () => {
    const { account } = await authorization(async (market) => {
      await market.visit({ unit: 'a', variant: 'two-page', cards: [CARDS.blocked] });
      await market.visit({ unit: 'b', variant: 'two-page', cards: [CARDS.challenged] });
    });
    expect(account).toMatchObject({ succeeded: 4, failed: 0, blocked: 1 });
    expect(account.challenged + account.unattempted).toBe(1);
    expect(account.rate.value?.estimate).toBe(1);
  });

  it('holds payments of all kinds', async () => {
    const { account, elsewhere } = await authorization(async (market) => {
      await market.visit({ unit: 'x', variant: 'x', experiment: 'colors', cards: [CARDS.declined] });
      await market.visit({ unit: 'y', variant: 'y', experiment: null, mode: 'subscription', cards: [CARDS.good] });
    });
    expect(account).toMatchObject({ succeeded: 5, failed: 1 });
    expect(elsewhere).toBe(2);
  });
});

describe('a variant', () => {
  it('has the payments that say so, and those of its subscriptions', async () => {
    const { arms, joined, unjoinedShare } = await authorization((market) =>
      market.visit({ unit: 'a', variant: 'two-page', cards: [CARDS.declined] }),
    );
    expect(arms?.map(({ variant, succeeded, failed }) => [variant, succeeded, failed])).toEqual([
      ['two-page', 2, 1],
      ['one-page', 2, 0],
    ]);
    expect({ joined, unjoinedShare }).toEqual({ joined: 5, unjoinedShare: 0 });
  });

  it("has a known customer's declined subscription", async () => {
    const { arms, withheld } = await authorization(async (market) => {
      const customer = await market.customer();
      await market.visit({ unit: 'a', variant: 'one-page', mode: 'subscription', customer, cards: [CARDS.declined] });
    });
    expect(withheld).toBeNull();
    expect(arms?.map(({ failed }) => failed)).toEqual([0, 1]);
  });

  it('is withheld when a guest has had a subscription declined, which nothing links to a session', async () => {
    const { arms, account, withheld, unjoined } = await authorization((market) =>
      market.visit({ unit: 'a', variant: 'one-page', mode: 'subscription', cards: [CARDS.declined] }),
    );
    expect(arms).toBeNull();
    expect(unjoined).toBe(1);
    expect(withheld).toContain('1 of 5 payments could not be joined to a variant, which is more than 1%');
    expect(account).toMatchObject({ succeeded: 4, failed: 1 });
  });

  it('is not guessed for a customer who was in two', async () => {
    const { unjoined } = await authorization(async (market) => {
      const customer = await market.customer();
      await market.visit({ unit: 'a', variant: 'two-page', mode: 'subscription', customer });
      await market.visit({ unit: 'b', variant: 'one-page', mode: 'subscription', customer, cards: [CARDS.declined] });
    });
    expect(unjoined).toBe(1);
  });
});
