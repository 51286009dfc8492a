/** Chromium, as in the tests of the repository. */
import { chromium } from 'playwright-core';
import { HEIGHT, WIDTH } from './customer.mjs';
import { PageCustomer } from './page-customer.mjs';

/** Nothing but what the pages need. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts it. */
export async function startPlaywright(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ARGS });
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
