/** Takes the README's picture: the demo's one page, 1280 pixels wide, once its fields are shown. */
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { root } from './run.mjs';
import { startDemo } from './start-demo.mjs';

const WIDTH = 1280;

const { chromium } = await import('playwright-core');
const demo = await startDemo({ quiet: true });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1400 }, reducedMotion: 'reduce' });
  await page.goto(`${demo.url}one-page`);
  await page.locator('billing-checkout:state(ready)').waitFor();
  await page.frameLocator('iframe[title="Secure payment input frame"]').locator('[name=number]').waitFor();
  await page.frameLocator('iframe[title="Secure address input frame"]').locator('[name=name]').waitFor();
  // The log of events below the checkout is for developers.
  await page.locator('body > aside').evaluate((log) => log.remove());
  const { y, height } = await page.locator('main').boundingBox();
  await page.setViewportSize({ width: WIDTH, height: Math.ceil(y + height + 32) });
  await page.screenshot({ path: join(root, 'docs/images/one-page.png') });
} finally {
  await browser.close();
  await demo.close();
}
