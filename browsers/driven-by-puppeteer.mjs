/** Firefox by WebDriver BiDi, and Chromium by its own protocol. */
import puppeteer from 'puppeteer-core';
import { HEIGHT, toFinder, until, WIDTH } from './customer.mjs';

/** Nothing but what the pages need. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** A Firefox whose system is dark. */
const DARK = { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 };

/** Starts it. The look is a Firefox's own for good, so that there is one for each. */
export async function startPuppeteer(kind, executablePath) {
  const launch = (dark) =>
    kind === 'firefox'
      ? puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: dark ? DARK : {} })
      : puppeteer.launch({ browser: 'chrome', executablePath, args: CHROMIUM_ARGS });
  const light = await launch(false);
  const all = [light];
  return {
    title: (await light.version()).replace('/', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    async open({ dark = false, width = WIDTH }) {
      let browser = light;
      if (dark && kind === 'firefox') {
        browser = await launch(true);
        all.push(browser);
      }
      const page = await (await browser.createBrowserContext()).newPage();
      await page.setViewport({ width, height: HEIGHT });
      if (dark && kind === 'chromium')
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      return new PuppeteerCustomer(page);
    },
    async close() {
      for (const browser of all) await browser.close();
    },
  };
}

class PuppeteerCustomer {
  errors = [];
  #page;

  constructor(page) {
    this.#page = page;
    page.on('pageerror', (error) => {
      this.errors.push(String(error));
    });
  }

  async visit(url) {
    await this.#page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async reload() {
    await this.#page.reload({ waitUntil: 'domcontentloaded' });
  }

  async look(expression, frames = []) {
    return (await this.#frame(frames)).evaluate(expression);
  }

  async click({ frames = [], css }) {
    const element = await until(css, async () => find(await this.#frame(frames), css));
    await element.click();
    await element.dispose();
  }

  async type(text) {
    await this.#page.keyboard.type(text);
  }

  async press(key) {
    const [last, modifier] = key.split('+').reverse();
    if (modifier !== undefined) await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(last);
    if (modifier !== undefined) await this.#page.keyboard.up(modifier);
  }

  picture() {
    return this.#page.screenshot();
  }

  async leave() {
    await this.#page.browserContext().close();
  }

  async #frame(selectors) {
    let frame = this.#page.mainFrame();
    for (const css of selectors) {
      const inner = await (await find(frame, css))?.contentFrame();
      if (!inner) throw new Error(`There is no frame ${css}.`);
      frame = inner;
    }
    return frame;
  }
}

async function find(frame, css) {
  const handle = await frame.evaluateHandle(toFinder(css));
  return handle.asElement();
}
