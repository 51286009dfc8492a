/**
 * Takes pictures for people; nobody compares them. `docs/images`: the demo's one page, and the states that its page shows.
 * With `--all`, every state at three widths, in both themes and both directions, into `.tmp/screenshots`.
 */
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CHROMIUM_ARGS } from './chromium-args.mjs';
import { findChromium } from './find-chromium.mjs';
import { root } from './run.mjs';
import { startDemo } from './start-demo.mjs';

const WIDTHS = [1280, 768, 375];

/** Address of what shows states. */
const GALLERY = '/gallery.js';

/** What `docs/states.md` shows. */
const SHOWN = [
  ['loading'],
  ['ready'],
  ['ready-email-wrong'],
  ['ready-business'],
  ['ready-company-address'],
  ['ready-saved-card'],
  ['ready-declined'],
  ['confirming-bank'],
  ['processing-until'],
  ['complete-links'],
  ['unresolved'],
  ['failed-blocked'],
  ['ready-declined', 'dark', 'ar'],
];

const images = join(root, 'docs/images');
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
try {
  await takeDemo();
  const gallery = await openGallery();
  for (const [state, theme = 'light', locale = 'en'] of SHOWN) {
    const name = ['state', state, ...(theme === 'light' ? [] : [theme, locale])].join('-');
    await gallery.take({ state, theme, locale, width: 375 }, join(images, `${name}.png`));
  }
  if (process.argv.includes('--all')) {
    const folder = join(root, '.tmp/screenshots');
    await mkdir(folder, { recursive: true });
    for (const theme of ['light', 'dark'])
      for (const locale of ['en', 'ar'])
        for (const width of WIDTHS)
          for (const state of gallery.states)
            await gallery.take(
              { state, theme, locale, width },
              join(folder, `${state}-${theme}-${locale}-${width}.png`),
            );
    console.log(`Every state is in ${folder}.`);
  }
  await gallery.close();
} finally {
  await browser.close();
}

/** The README's picture, 1280 pixels wide, once Stripe's fields are shown. */
async function takeDemo() {
  const demo = await startDemo({ quiet: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce' });
    await page.goto(`${demo.url}one-page`);
    await page.locator('billing-checkout:state(ready)').waitFor();
    await page.frameLocator('iframe[title="Secure payment input frame"]').locator('[name=number]').waitFor();
    await page.frameLocator('iframe[title="Secure address input frame"]').locator('[name=name]').waitFor();
    // The log of events below the checkout is for developers.
    await page.locator('body > aside').evaluate((log) => log.remove());
    const { y, height } = await page.locator('main').boundingBox();
    await page.setViewportSize({ width: 1280, height: Math.ceil(y + height + 32) });
    await page.screenshot({ path: join(images, 'one-page.png') });
    await page.close();
  } finally {
    await demo.close();
  }
}

/** A page that shows the real element in any state, without a server. */
async function openGallery() {
  const { outputFiles } = await build({
    stdin: {
      contents: "import './dist/index.js'; export { showState, STATES } from './dist/testing/index.js';",
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: '/',
    entryNames: 'gallery',
    write: false,
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer(({ url }, response) => {
    const script = files.get(url);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      script ??
        `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
         <style>body { margin: 16px } .dark { background: #0e0e14 }</style><main></main>`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const states = await page.evaluate(async (path) => Object.keys((await import(path)).STATES), GALLERY);
  return {
    states,
    async take({ state, theme, locale, width }, path) {
      await page.setViewportSize({ width, height: 1000 });
      await page.evaluate(
        async ([path, name, look, lang]) => {
          const { showState } = await import(path);
          document.body.className = look;
          document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
          const tag = document.createElement('billing-checkout');
          Object.assign(tag, { loading: 'manual', locale: lang, theme: look });
          document.querySelector('main').replaceChildren(tag);
          await showState(tag, name);
          while (tag.renderRoot.querySelector('[lang]')?.lang !== lang) await new Promise(requestAnimationFrame);
          await tag.updateComplete;
        },
        [GALLERY, state, theme, locale],
      );
      const { height } = await page.locator('main').boundingBox();
      await page.setViewportSize({ width, height: Math.ceil(height + 32) });
      await page.screenshot({ path, animations: 'disabled' });
    },
    close: async () => {
      await page.close();
      server.close();
    },
  };
}
