/** Runs cycles in a page, and compares what is alive before and after. */
import { countInPage } from './count-in-page.mjs';
import { installHelpers, KINDS } from './cycles.mjs';
import { openAccount } from './look.mjs';

/** Cycles before the first look: caches fill, code is compiled, the trace of what has happened gets as long as it may. */
const toWarmUp = (cycles) => toWhole(Math.max(16, cycles / 4));

/** Each kind comes back to where it was after eight. */
const toWhole = (cycles) => Math.ceil(cycles / 8) * 8;

/** How far the heap may grow with each cycle, in bytes; what the local Stripe's script keeps is in it. */
export const HEAP_PER_CYCLE = 2_048;

/** What is left over may not be more after than before. */
const COUNTED = ['elements', 'frames', 'documents', 'listeners', 'timers', 'observers'];

/** The kinds of cycles, in the order they are run. */
export const NAMES = Object.keys(KINDS);

/**
 * Runs `cycles` of one kind in a page of its own. `plant` is run in the page with each cycle: a test plants a leak with it. Nothing
 * that the demo's pages do by themselves is loaded.
 *
 * @param {{
 *   browser: import('playwright-core').Browser,
 *   demo: { readonly url: string, readonly simulatorUrl: string },
 *   kind: string,
 *   cycles: number,
 *   key?: string,
 *   plant?: () => unknown,
 * }} options
 */
export async function measureLeaks(options) {
  const { browser, demo, kind, cycles, key = 'pk_test_simulator', plant } = options;
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const stripe = demo.simulatorUrl;
    await page.addInitScript(countInPage, stripe);
    await page.route('**/demo/log.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`${demo.url}one-page`);
    await page.evaluate(() => customElements.whenDefined('billing-checkout').then(() => undefined));
    await page.evaluate(installHelpers, { key });
    // The page's own tag goes; it is one more cycle.
    await page.evaluate(() => window.cycles.close(document.querySelector('billing-checkout')));
    const { open, cycle } = KINDS[kind];
    if (open) await page.evaluate((attributes) => window.cycles.open(attributes).then(() => undefined), open);

    const look = await openAccount(page, (url) => url.startsWith(stripe));
    const run = async (from, to) => {
      for (let index = from; index < to; index += 1) {
        await page.evaluate(cycle, index);
        if (plant) await page.evaluate(plant);
      }
    };
    const warmUp = toWarmUp(cycles);
    await run(0, warmUp);
    const before = await look();
    const begun = performance.now();
    await run(warmUp, warmUp + toWhole(cycles));
    const seconds = (performance.now() - begun) / 1_000;
    const after = await look();
    return judge({ kind, cycles: toWhole(cycles), seconds, before, after });
  } finally {
    await context.close();
  }
}

/** Says what is too much, in words; nothing is good. */
function judge({ kind, cycles, seconds, before, after }) {
  const perCycle = Math.round((after.heap - before.heap) / cycles);
  const faults = COUNTED.filter((name) => after[name] > before[name]).map(
    (name) => `${name}: ${before[name]} before, ${after[name]} after`,
  );
  if (perCycle > HEAP_PER_CYCLE) faults.push(`heap: ${perCycle} bytes more with each cycle`);
  if (Object.keys(after.instances).length === 0) faults.push('Stripe: none was counted');
  for (const [id, count] of Object.entries(after.instances))
    if (count > 1) faults.push(`Stripe: ${count} instances for ${id}`);
  return { kind, cycles, seconds, before, after, perCycle, faults };
}
