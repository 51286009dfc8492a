/** Runs each story in each browser, and prints a table of who could buy. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDemo } from '../scripts/start-demo.mjs';
import { Checkout } from './checkout.mjs';
import { STORIES } from './stories.mjs';
import { startPlaywright } from './driven-by-playwright.mjs';
import { startPuppeteer } from './driven-by-puppeteer.mjs';
import { startWebDriver } from './driven-by-web-driver.mjs';

const PICTURES = '.tmp/browsers';

/**
 * Resolves to the command's exit code.
 *
 * @param {{
 *   installed: readonly { kind: 'chromium' | 'firefox' | 'webkit', path: string, screen: string | null }[],
 *   missing: readonly string[],
 *   story: string | undefined,
 *   pictures: boolean,
 *   print: (line: string) => void,
 * }} options `missing` says why others are not here, `story` is a word in the names of those to run, `pictures` keeps how each ended.
 */
export async function browsers({ installed, missing, story, pictures, print }) {
  const stories = STORIES.filter(({ name }) => story === undefined || name.includes(story));
  if (stories.length === 0) {
    print(`There is no such story: choose from ${STORIES.map(({ name }) => name).join('; ')}.`);
    return 1;
  }
  if (pictures) await mkdir(PICTURES, { recursive: true });
  const failures = [];
  const shop = await startDemo({ quiet: true });
  try {
    for (const each of installed) {
      const browser = await start(each);
      print(browser.title);
      for (const one of stories) {
        const begun = performance.now();
        const why = await play(
          browser,
          one,
          shop.url,
          pictures ? join(PICTURES, `${each.kind}-${one.name}.png`) : null,
        );
        const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
        print(`  ${why === null ? 'passed' : 'FAILED'}  ${one.name.padEnd(30)} ${seconds.padStart(6)} s`);
        if (why !== null) failures.push(`${browser.title}, ${one.name}: ${why}`);
      }
      await browser.close();
    }
  } finally {
    await shop.close();
  }
  for (const line of [...failures, ...missing]) print(line);
  return failures.length === 0 ? 0 : 1;
}

function start({ kind, path, screen }) {
  switch (kind) {
    case 'chromium':
      return startPlaywright(path);
    case 'firefox':
      return startPuppeteer(path);
    case 'webkit':
      return startWebDriver(path, screen);
  }
}

/** What went wrong, or null. */
async function play(browser, story, shop, picture) {
  const customer = await browser.open(story.likes ?? {});
  try {
    const told = await Checkout.open(customer, `${shop}${story.page}`)
      .then((checkout) => story.run(checkout, customer))
      .then(
        () => null,
        (error) => String(error),
      );
    if (picture !== null) await writeFile(picture.replaceAll(/[ ,]+/g, '-'), await customer.picture());
    return told ?? (customer.errors.length === 0 ? null : customer.errors.join('; '));
  } finally {
    await customer.leave();
  }
}
