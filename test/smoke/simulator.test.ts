/** The whole machinery without keys: the flows at a simulator beside another one, and each check down to what it is documented to do. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM_ARGS } from '../../scripts/chromium-args.mjs';
import { GROUPS } from './checks/index.js';
import { compare, type Result } from './support/compare.js';
import { preflight } from './support/preflight.js';
import { archiveProducts } from './support/probe.js';
import { openSimulator, type Target } from './support/target.js';

/** How long all checks may take, in milliseconds. */
const LONGEST_MS = 20 * 60_000;

/** Seen at two simulators; all else at one, which is compared with itself. */
const SIDE_BY_SIDE = ['flow-card-pays', 'flow-two-pages', 'flow-card-declined'];

const results = new Map<string, Result>();
const tell = (result: Result): unknown => results.set(result.name, result);
const observable = GROUPS.flatMap(({ checks }) => checks.filter((check) => 'run' in check));

let browser: Browser | undefined;
let stripe: Target;
let simulator: Target;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS],
  });
  const launched = browser;
  stripe = await openSimulator();
  simulator = await openSimulator();
  const ask = { browser: () => Promise.resolve(launched), tell };
  await compare({ ...ask, stripe, simulator, groups: GROUPS, only: SIDE_BY_SIDE });
  const others = observable.map(({ name }) => name).filter((name) => !SIDE_BY_SIDE.includes(name));
  await compare({ ...ask, stripe, simulator: stripe, groups: GROUPS, only: others });
}, LONGEST_MS);

afterAll(async () => {
  await browser?.close();
  await simulator.close();
  await stripe.close();
});

it.each(observable)('$name: $simulator', ({ name, simulator: documented }) => {
  const result = results.get(name);
  expect(result).toMatchObject({ status: 'agree', simulator: { saw: documented, left: [] } });
});

it('tells neither ids nor secrets nor addresses', () => {
  const said = JSON.stringify([...results.values()].filter(({ status }) => status !== 'not observable'));
  expect(said).not.toMatch(/_secret_\w{8,}|[spr]k_test_|whsec_|@example/);
  expect(said).not.toMatch(/\b(?:cs_test|pi|seti|cus|sub|in|pm|ch)_[A-Za-z]*\d\w{8,}/);
});

it('leaves nothing behind but ended sessions and what cannot be deleted', async () => {
  expect(await preflight(stripe)).toBeNull();
  await archiveProducts(stripe);
  expect((await stripe.stripe.subscriptions.list()).data).toEqual([]);
  expect((await stripe.stripe.customers.list()).data).toEqual([]);
  expect((await stripe.stripe.coupons.list()).data).toEqual([]);
  expect((await stripe.stripe.promotionCodes.list({ active: true })).data).toEqual([]);
  expect((await stripe.stripe.products.list({ active: true })).data).toEqual([]);
  expect((await stripe.stripe.checkout.sessions.list({ status: 'open' })).data).toEqual([]);
});
