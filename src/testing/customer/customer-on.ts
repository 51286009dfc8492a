/** A customer driven from outside the browser, by Playwright. */
import type { StateName } from '../../core/state.js';
import { toCustomer, type Customer } from './customer.js';
import type { Hands, Place, Press } from './hands.js';

/** How {@link LocatorLike} and {@link FrameLike} find a button. */
export interface ByName {
  /** What is written on it, or its label. */
  readonly name: string;
  /** The whole name, in this very spelling. */
  readonly exact: boolean;
}

/** What is needed of a locator of Playwright's. */
export interface LocatorLike {
  /** Nodes within, by selector. */
  locator(selector: string): LocatorLike;
  /** Buttons within, by name. */
  getByRole(role: 'button', options: ByName): LocatorLike;
  /** The first of them. */
  first(): LocatorLike;
  /** Whether it can be seen now. */
  isVisible(): Promise<boolean>;
  /** Types into it. */
  fill(value: string): Promise<void>;
  /** Chooses in it. */
  selectOption(value: string): Promise<unknown>;
  /** Leaves it. */
  blur(): Promise<void>;
  /** Presses it. */
  click(): Promise<void>;
  /** Brings it into sight. */
  scrollIntoViewIfNeeded(): Promise<void>;
  /** What is written on it. */
  innerText(): Promise<string>;
  /** Runs a function with it, in the page. */
  evaluate<T>(run: (node: HTMLElement) => T | Promise<T>): Promise<T>;
}

/** What is needed of a frame of Playwright's. */
export interface FrameLike {
  /** Nodes within, by selector. */
  locator(selector: string): LocatorLike;
  /** A frame, by selector. */
  frameLocator(selector: string): FrameLike;
  /** Buttons within, by name. */
  getByRole(role: 'button', options: ByName): LocatorLike;
}

/** What is needed of a page of Playwright's; its `Page` is one. */
export interface PageLike {
  /** Nodes within, by selector. */
  locator(selector: string): LocatorLike;
  /** A frame, by selector. */
  frameLocator(selector: string): FrameLike;
}

/**
 * A customer in front of a page that Playwright drives, with framed fields: those of the simulator, or Stripe's own in test mode.
 *
 * @param page - A page with one `<billing-checkout>`.
 *
 * @example
 * ```ts
 * import { cards, customerOn, type PageLike } from 'billing-checkout/testing';
 *
 * // `page` is Playwright's.
 * export async function buy(page: PageLike): Promise<string> {
 *   const customer = customerOn(page);
 *   await customer.fill(cards.pays);
 *   await customer.submit();
 *   return (await customer.outcome()).outcome;
 * }
 * ```
 */
export const customerOn = (page: PageLike): Customer => toCustomer(createHands(page));

const PLACES = {
  payment: 'iframe[title="Secure payment input frame"]',
  address: 'iframe[title="Secure address input frame"]',
} as const;

function createHands(page: PageLike): Hands {
  const tag = page.locator('billing-checkout');
  const find = (place: Place, name: string): LocatorLike => {
    const selector = `[name="${name}"]`;
    return (place === 'form' ? tag.locator(selector) : page.frameLocator(PLACES[place]).locator(selector)).first();
  };
  return {
    fill: async (place, name, value) => {
      const field = find(place, name);
      if (!(await field.isVisible())) return false;
      if (await field.evaluate((node) => node instanceof HTMLSelectElement)) await field.selectOption(value);
      else await field.fill(value);
      await field.blur();
      return true;
    },
    press: async (what) => {
      const button = findButton(page, tag, what);
      if (!(await button.isVisible())) return false;
      if (what === 'submit') {
        await tag.evaluate(listen);
        await button.scrollIntoViewIfNeeded();
        // Right after a scroll browsers still route a click to the frame that was there before.
        await tag.evaluate(drawn);
      }
      await button.click();
      return true;
    },
    look: async () => {
      const said = page.locator('billing-checkout [part~=outcome], billing-checkout [part~=error]').first();
      const says = (await said.isVisible()) ? (await said.innerText()).replace(/\s+/g, ' ').trim() : '';
      return { ...(await tag.evaluate(see)), says };
    },
  };
}

function findButton(page: PageLike, tag: LocatorLike, what: Press): LocatorLike {
  if (what === 'submit') return tag.locator('button[part~=submit]:visible, button[part~=continue]:visible').first();
  const layer = page.frameLocator('iframe[src*="challenge"]');
  const frame = what === 'Close' ? layer : layer.frameLocator('#challengeFrame');
  return frame.getByRole('button', { name: what, exact: true });
}

/** The element of the page, as far as a driver sees it. */
interface Seen extends HTMLElement {
  readonly state?: StateName;
  readonly busy?: boolean;
  /** Events since the button was pressed last. */
  seenByTest?: string[];
}

// These run in the page, where nothing of this module is.
const listen = (node: Seen): void => {
  const before = node.seenByTest;
  node.seenByTest = [];
  if (before) return;
  for (const name of ['complete', 'decline', 'invalid', 'error'])
    node.addEventListener(`billing-${name}`, () => node.seenByTest?.push(name));
};
const see = (node: Seen): { state: StateName; busy: boolean; events: readonly string[] } => ({
  state: node.state ?? 'idle',
  busy: node.busy ?? false,
  events: node.seenByTest ?? [],
});
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
