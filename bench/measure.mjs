/** Visits everybody in turns, round after round, as long as there is time. */
import { openChromium } from './browser/chromium.mjs';
import { visit } from './browser/visit.mjs';
import { toLine } from './contenders.mjs';
import { VISITS } from './figures.mjs';

/** Somebody whose visits fail this often in a row is left alone. */
const MOST_FAILURES = 2;

/**
 * Measures. Resolves to rounds by contender and kind of visit, and to who could not be measured and why.
 *
 * @param minutes - No round is begun after that.
 * @param rounds - The most rounds.
 * @param wanted - Whether a contender is to make a kind of visit.
 */
export async function measure({ executablePath, shop, contenders, minutes, rounds, wanted, print }) {
  const browser = await openChromium(executablePath, shop.chromiumArgs);
  const results = Object.fromEntries(contenders.map(({ name }) => [name, {}]));
  const failures = new Map();
  const version = browser.version();
  const until = Date.now() + minutes * 60_000;
  try {
    // The first visit of a browser pays for what none pays again.
    if (contenders.length > 0) await visit(browser, shop, contenders[0]).catch(() => undefined);
    for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round += 1) {
      for (const [name, { most = Infinity, use, ...how }] of Object.entries(VISITS)) {
        if (round >= most) continue;
        // Each round begins with another one.
        for (let turn = 0; turn < contenders.length; turn += 1) {
          const contender = contenders[(turn + round) % contenders.length];
          if (!wanted(contender, name)) continue;
          const missed = failures.get(contender.name) ?? [];
          if (missed.length >= MOST_FAILURES) continue;
          try {
            const figures = await visit(browser, shop, contender, { ...how, ...(use && { use: use(contender) }) });
            (results[contender.name][name] ??= []).push(figures);
            failures.set(contender.name, []);
          } catch (error) {
            failures.set(contender.name, [...missed, toLine(error)]);
            print(`${contender.label}: a visit failed: ${toLine(error)}`);
          }
        }
      }
      print(`Round ${round + 1} is done.`);
    }
  } finally {
    await browser.close();
  }
  const failed = contenders.flatMap((contender) => {
    const why = failures.get(contender.name) ?? [];
    return why.length >= MOST_FAILURES ? [{ ...contender, why: `could not be measured: ${why[0]}` }] : [];
  });
  return { results, failed, version };
}
