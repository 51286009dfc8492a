/** Chromium, as in the tests of the repository. */
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../scripts/chromium-args.mjs';
import { HEIGHT, WIDTH } from './customer.mjs';
import { PageCustomer } from './page-customer.mjs';

/** Starts it. */
export async function startPlaywright(executablePath) {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  return {
    title: `Chromium ${browser.version()}`,
    async open({ dark = false, width = WIDTH }) {
      const context = await browser.newContext({
        viewport: { width, height: HEIGHT },
        colorScheme: dark ? 'dark' : 'light',
      });
      return new PageCustomer(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}
