/** A customer with a keyboard and nothing else: what has it, and how they get anywhere. */
import type { ElementHandle, Frame, Page } from 'playwright-core';
import { PATIENCE_MS } from './chromium-args.js';

/** More stops than any page of ours has. */
const LAST = 40;

/** Pictures drawn until nothing is on its way any more. */
const PICTURES = 10;

/** What has the keyboard, through shadow roots; in a frame, what has it there. */
async function focusedNode(frame: Frame): Promise<ElementHandle<Element> | null> {
  const handle = await frame.evaluateHandle(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
  });
  const node = handle.asElement();
  const inner = await node?.contentFrame();
  return inner ? focusedNode(inner) : node;
}

/** Presses keys, and knows where they go. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The name of what has the keyboard, as it is read out. Empty while it is between two frames. */
  async focused(): Promise<string> {
    const node = await focusedNode(this.#page.mainFrame());
    const name = await node?.evaluate((element) => {
      if (element === document.body) return window === window.top ? 'the page' : '';
      const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
      const named = element.getAttribute('aria-labelledby');
      const root = element.getRootNode() as ShadowRoot;
      const texts = named ? [root.getElementById(named)] : labels && labels.length > 0 ? [...labels] : [element];
      const text = element.getAttribute('aria-label') ?? texts.map((each) => each?.textContent).join(' ');
      return text.replaceAll(/\s+/g, ' ').trim();
    });
    return name ?? '';
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** Tabs until something of that name has the keyboard; gives what was passed, the last included. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
    const passed: string[] = [];
    while (passed.length < LAST) {
      const at = await this.tab(key);
      passed.push(at);
      if (typeof name === 'string' ? at === name : name.test(at)) return passed;
    }
    throw new Error(`Nothing called ${String(name)} can be tabbed to: ${passed.join(', ')}.`);
  }

  /** One stop on; says where that is. Frames hand the keyboard over in their own time. */
  async tab(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string> {
    const before = await this.focused();
    await this.press(key);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const at = await this.focused();
      if (at !== '' && at !== before && (at !== 'the page' || (await this.#stays(at)))) return at;
      if (Date.now() > deadline) throw new Error(`${key} does not lead away from ${before}.`);
      await this.#nextPicture();
    }
  }

  /** The page itself has the keyboard for a moment on its way into a frame of another process; only where it stays is it a stop. */
  async #stays(at: string): Promise<boolean> {
    for (let picture = 0; picture < PICTURES; picture++) {
      await this.#nextPicture();
      if ((await this.focused()) !== at) return false;
    }
    return true;
  }

  async #nextPicture(): Promise<void> {
    await this.#page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
