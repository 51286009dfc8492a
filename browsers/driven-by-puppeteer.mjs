/** Firefox, by WebDriver BiDi. */
import puppeteer from 'puppeteer-core';
import { HEIGHT, WIDTH } from './customer.mjs';
import { PageCustomer } from './page-customer.mjs';

/** A Firefox whose system is dark. */
const DARK = { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 };

/** Starts it. The look is a Firefox's own for good, so that there is one for each. */
export async function startPuppeteer(executablePath) {
  const launch = (extraPrefsFirefox) => puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox });
  const light = await launch({});
  const all = [light];
  return {
    title: (await light.version()).replace('/', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    async open({ dark = false, width = WIDTH }) {
      const browser = dark ? await launch(DARK) : light;
      if (dark) all.push(browser);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height: HEIGHT });
      return new PageCustomer(page, () => context.close());
    },
    async close() {
      for (const browser of all) await browser.close();
    },
  };
}
