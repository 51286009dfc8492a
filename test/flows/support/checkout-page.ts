/** A customer in front of a checkout. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './chromium-args.js';
import { pointAndClick } from './point-and-click.js';

/** An event as the page's own listeners saw it. */
export interface SeenEvent {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

declare global {
  interface Window {
    seen: SeenEvent[];
  }
}

/** An address that Stripe's field takes. */
export const ADDRESS = {
  name: 'Ada Lovelace',
  line1: '12 St James Square',
  city: 'New York',
  state: 'NY',
  zip: '10001',
};

/** What the tag gets beside what the page says; null takes an attribute away. */
export type Attributes = Readonly<Record<string, string | null>>;

/** A customer in front of a checkout. Finds things as they do: by what is written on them. */
export class CheckoutPage {
  readonly page: Page;
  readonly payment: FrameLocator;
  readonly address: FrameLocator;
  readonly challenge: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.payment = page.frameLocator('iframe[title="Secure payment input frame"]');
    this.address = page.frameLocator('iframe[title="Secure address input frame"]');
    this.challenge = page.frameLocator('iframe[src*="challenge"]').frameLocator('#challengeFrame');
  }

  /** Opens a page of the shop and waits until it can be used. */
  static async open(page: Page, url: string, attributes: Attributes = {}): Promise<CheckoutPage> {
    const checkout = await CheckoutPage.visit(page, url, attributes);
    await checkout.reaches('ready');
    return checkout;
  }

  /** Opens a page of the shop, whatever becomes of it. */
  static async visit(page: Page, url: string, attributes: Attributes = {}): Promise<CheckoutPage> {
    await page.addInitScript(prepare, attributes);
    // Not its load event: a script that hangs is what some stories are about.
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return new CheckoutPage(page);
  }

  get email(): Locator {
    return this.page.getByLabel('Email');
  }

  get payButton(): Locator {
    return this.page.locator('button[part~=submit]');
  }

  /** What has stopped the last attempt, as it is seen. It is also read out, by a region of its own. */
  get alert(): Locator {
    return this.page.locator('[part~=error]');
  }

  /** The tag, wherever the page has put it. */
  get tag(): Locator {
    return this.page.locator('billing-checkout');
  }

  async fillEmail(email = 'grace@example.com'): Promise<void> {
    await this.email.fill(email);
    await this.email.blur();
  }

  async fillCard(number: string, { expiry = '12 / 34', cvc = '123' } = {}): Promise<void> {
    await this.payment.locator('[name=number]').fill(number);
    await this.payment.locator('[name=expiry]').fill(expiry);
    await this.payment.locator('[name=cvc]').fill(cvc);
  }

  /** Where the address has no field of its own, the card's asks for the postal code. */
  async fillPostalCode(zip = ADDRESS.zip): Promise<void> {
    await this.payment.locator('[name=postalCode]').fill(zip);
  }

  async fillAddress({ name, line1, city, state, zip } = ADDRESS): Promise<void> {
    await this.address.locator('[name=name]').fill(name);
    await this.address.locator('[name=country]').selectOption('US');
    await this.address.locator('[name=addressLine1]').fill(line1);
    await this.address.locator('[name=locality]').fill(city);
    await this.address.locator('[name=administrativeArea]').selectOption(state);
    await this.address.locator('[name=postalCode]').fill(zip);
  }

  /** An address where VAT is due. */
  async fillBerlin(): Promise<void> {
    await this.address.locator('[name=name]').fill('Grace Hopper');
    await this.address.locator('[name=country]').selectOption('DE');
    await this.address.locator('[name=addressLine1]').fill('Unter den Linden 1');
    await this.address.locator('[name=postalCode]').fill('10117');
    await this.address.locator('[name=locality]').fill('Berlin');
  }

  /** Everything a guest is asked for. */
  async fill(card: string): Promise<void> {
    await this.fillEmail();
    await this.fillAddress();
    await this.fillCard(card);
  }

  async pay(): Promise<void> {
    await pointAndClick(this.payButton);
  }

  /** Waits for one of these states and says which. */
  async reaches(...names: readonly string[]): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const state = await this.state();
      if (names.includes(state)) return state;
      if (Date.now() > deadline) throw new Error(`Waited for ${names.join(' or ')}, but it is ${state}.`);
      // One frame of the page: the state changes no faster than the page is drawn.
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  state(): Promise<string> {
    return this.tag.evaluate((tag) => (tag as unknown as { state: string }).state);
  }

  /** Events of the element so far, in order. */
  async events(type?: string): Promise<readonly SeenEvent[]> {
    const seen = await this.page.evaluate(() => window.seen);
    return type === undefined ? seen : seen.filter((event) => event.type === type);
  }
}

/** Runs in the page before anything else: listens, and sets attributes as the parser meets the tag. */
function prepare(attributes: Attributes): void {
  window.seen = [];
  const names = 'ready change step invalid submit decline action processing unresolved complete error exposure';
  for (const name of names.split(' ')) {
    document.addEventListener(`billing-${name}`, (event) => {
      window.seen.push({ type: event.type, detail: (event as CustomEvent<Record<string, unknown>>).detail });
    });
  }
  const dressed = new WeakSet<Element>();
  new MutationObserver(() => {
    for (const tag of document.querySelectorAll('billing-checkout')) {
      if (dressed.has(tag)) continue;
      dressed.add(tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) tag.removeAttribute(name);
        else tag.setAttribute(name, value);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
