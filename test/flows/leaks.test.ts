/** A page that puts the checkout in and out, or changes it, for hours: nothing of it is left behind; and what is left would be found. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureLeaks, NAMES } from '../../scripts/leaks/measure-leaks.mjs';
import { CHROMIUM_ARGS } from '../../scripts/chromium-args.mjs';
import { useShop } from './support/shop.js';

const demo = useShop();
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS],
  });
});
afterAll(() => browser.close());

/** Few cycles say little about bytes: the first hundreds still fill caches. `npm run leaks` measures them. */
const counted = (faults: readonly string[]): readonly string[] => faults.filter((fault) => !fault.startsWith('heap'));

it.each(NAMES)('leaves nothing behind: %s', async (kind) => {
  const { faults } = await measureLeaks({ browser, demo: demo(), kind, cycles: 24 });
  expect(counted(faults)).toEqual([]);
});

it('would find what is left behind', async () => {
  const plant = (): void => {
    const name = String(Math.random());
    Object.assign(window, {
      [`element ${name}`]: document.createElement('billing-checkout'),
      [`frame ${name}`]: document.createElement('iframe'),
    });
    window.addEventListener('online', () => undefined);
    setInterval(() => undefined, 60_000);
    new MutationObserver(() => undefined).observe(document, { attributes: true });
  };
  const { faults } = await measureLeaks({ browser, demo: demo(), kind: 'theme', cycles: 8, plant });
  const found = counted(faults).map((fault) => fault.slice(0, fault.indexOf(':')));
  expect(found).toEqual(['elements', 'frames', 'listeners', 'timers', 'observers']);
});
