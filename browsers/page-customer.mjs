/** A customer with a page of Playwright's or of Puppeteer's: what is asked of one is spelled alike in both. */
import { toFinder, until } from './customer.mjs';

export class PageCustomer {
  errors = [];
  #page;
  #leave;

  /** `leave` closes the page with all that it has stored. */
  constructor(page, leave) {
    this.#page = page;
    this.#leave = leave;
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
    await this.#leave();
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
