/** A customer who wants to pay, and does at each rest what is offered. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { clickAway, pointAndClick } from '../../flows/support/point-and-click.js';
import { pressAway } from '../../flows/support/press-away.js';
import { ADDRESS, CheckoutPage } from '../../flows/support/checkout-page.js';
import { pass } from './browser-time.js';
import type { Flow } from './flows.js';
import { AWAY, isRest, look, NOTHING, saysNext, type View } from './view.js';
import type { World } from './world.js';

/** The email that is typed. */
export const EMAIL = 'grace@example.com';

/** How long a step may take a customer, in milliseconds; a field that is not there is looked at again. */
const STEP_MS = 4_000;

/** How much time passes at once while nothing moves. */
const TICK_MS = 500;

/** So often nothing must have moved before time is let pass. */
const QUIET = 4;

/** Longest that anything may take, in milliseconds that are let pass. Whoever is not at rest then never will be. */
const MOST_MS = 75_000;

/** How long a page may take to come, or to be left, of the machine's own time in milliseconds: a busy one is no fault. */
const BEGIN_MS = 10_000;

/** How long a customer may be left without the next step after the last answer there is, in milliseconds. */
const PATIENCE_MS = 20_000;

/** What was found at rest. */
export interface Rest {
  readonly view: View;
  /** Found within the longest time. */
  readonly found: boolean;
  /** What was shown when nothing had been said for too long; null where that was never so. */
  readonly silence: string | null;
}

/** One customer in one tab. */
export class Customer {
  readonly page: Page;
  readonly #checkout: CheckoutPage;
  readonly #flow: Flow;
  readonly #world: World;
  /** What was typed in our fields since the page was loaded. */
  typed = false;

  constructor(page: Page, flow: Flow, world: World) {
    this.page = page;
    this.#checkout = new CheckoutPage(page);
    this.#flow = flow;
    this.#world = world;
  }

  /** Waits until there is something to do, or nothing will come. `held`: requests that wait for this customer. */
  async rest(held = 0): Promise<Rest> {
    const world = this.#world;
    world.answered = world.passed;
    let waited = 0;
    let quiet = 0;
    let last = '';
    let silence: string | null = null;
    let blank: number | null = null;
    for (;;) {
      const view = (await look(this.page, world.url)) ?? (world.leaving ? AWAY : null);
      const now = JSON.stringify([view, world.relays.shop.log.length, world.relays.stripe.log.length, world.busy]);
      quiet = now === last && world.busy <= held ? quiet + 1 : 0;
      last = now;
      if (view && quiet >= 2 && isRest(view)) return { view, found: true, silence };
      if (world.passed - world.answered > PATIENCE_MS && !(view && saysNext(view)))
        silence ??= view ? `${view.state}: ${view.texts.status}` : 'a page that cannot be looked into';
      if (waited >= MOST_MS) return { view: view ?? NOTHING, found: false, silence };
      blank = view && view.state !== 'idle' ? null : (blank ?? Date.now());
      if (quiet >= QUIET && (blank === null || Date.now() - blank > BEGIN_MS)) {
        world.passed += TICK_MS;
        waited += TICK_MS;
        world.tick();
        await pass(this.page, TICK_MS);
      } else await new Promise((resolve) => setTimeout(resolve, 12));
    }
  }

  /** Types what is missing. */
  async fill(view: View): Promise<void> {
    const { by, address, customer } = this.#flow;
    if (customer === 'guest' && by !== 'saved card' && view.email === '') {
      await this.#checkout.email.fill(EMAIL, { timeout: STEP_MS });
      await this.#checkout.email.blur();
    }
    this.typed = true;
    if (address) await this.#once('Secure address input frame', () => this.#fillAddress());
    if (this.#flow.pages === 2 && view.step === 'details') return;
    if (by !== 'invoice') await this.#once('Secure payment input frame', () => this.#fillPayment());
  }

  /** Fills, and presses the button. */
  async pay(view: View): Promise<void> {
    await this.fill(view);
    const { page } = this;
    if (this.#flow.by === 'invoice') {
      const send = page.getByRole('button', { name: 'Order by invoice' });
      if (!(await send.isVisible())) {
        await page.getByRole('button', { name: 'Pay by invoice' }).click({ timeout: STEP_MS });
        await send.waitFor({ timeout: STEP_MS });
      }
      await send.click({ timeout: STEP_MS });
      return;
    }
    if (this.#flow.pages === 2 && view.step === 'details') {
      await page.getByRole('button', { name: 'Continue to payment' }).click({ timeout: STEP_MS });
      return;
    }
    // A click by coordinates may meet the frame that was there before the last scroll.
    await this.#checkout.payButton.evaluate((button: HTMLElement) => {
      button.focus();
      button.click();
    });
  }

  /** Does what is offered. Null when nothing is. */
  async next(view: View): Promise<string | null> {
    const { page } = this;
    if (view.away) return this.#atTheBank();
    if (view.dialog) return this.#inTheDialog();
    if (view.state === 'ready') {
      await this.pay(view);
      return 'paid';
    }
    const button = page.locator('.actions button').filter({ hasText: 'again' });
    if ((await button.count()) > 0) {
      await button.click({ timeout: STEP_MS });
      return 'pressed the button';
    }
    return null;
  }

  async reload(): Promise<void> {
    this.typed = false;
    await this.page.reload({ waitUntil: 'domcontentloaded' }).catch(() => undefined);
  }

  async #atTheBank(): Promise<string> {
    const button = this.page.getByRole('button', { name: 'Authorize test payment' });
    this.typed = false;
    if (await button.isVisible().catch(() => false)) {
      await button.click({ timeout: STEP_MS });
      return 'authorized';
    }
    // What was pressed at the bank is there as well; it is of no use any more.
    for (let pages = 0; pages < 5 && !this.page.url().startsWith(this.#world.url); pages += 1)
      await this.page.goBack({ waitUntil: 'domcontentloaded', timeout: STEP_MS }).catch(() => undefined);
    return 'went back';
  }

  async #inTheDialog(): Promise<string> {
    const bank = this.page.frameLocator('iframe[src*="/frames/challenge.html"]').frameLocator('#challengeFrame');
    const button = bank.getByRole('button', { name: 'Complete' });
    if (await this.#appears(button)) {
      await clickAway(button, STEP_MS);
      return 'confirmed at the bank';
    }
    pressAway(this.page, 'Escape');
    if (await goes(this.page.locator('iframe[src*="/frames/challenge.html"]'))) return 'closed the dialog';
    await this.reload();
    return 'reloaded';
  }

  /** Waits for it as long as something is under way that may bring it. */
  async #appears(locator: Locator): Promise<boolean> {
    for (let quiet = 0; quiet < 60; quiet = this.#world.busy > 0 ? 0 : quiet + 1) {
      if (await locator.isVisible()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  /** What was typed into a frame is there as long as the frame is. */
  async #once(title: string, fill: () => Promise<void>): Promise<void> {
    const frame = this.page.locator(`iframe[title="${title}"]`);
    if (await frame.evaluate((node) => node.dataset['filled'] === 'yes', undefined, { timeout: STEP_MS })) return;
    await fill();
    await frame.evaluate((node) => (node.dataset['filled'] = 'yes'));
  }

  async #fillAddress(): Promise<void> {
    const { address } = this.#checkout;
    await type(address, 'name', ADDRESS.name);
    await address.locator('[name=country]').selectOption('US', { timeout: STEP_MS });
    await type(address, 'addressLine1', ADDRESS.line1);
    await type(address, 'locality', ADDRESS.city);
    await address.locator('[name=administrativeArea]').selectOption(ADDRESS.state, { timeout: STEP_MS });
    await type(address, 'postalCode', ADDRESS.zip);
  }

  async #fillPayment(): Promise<void> {
    const { payment } = this.#checkout;
    const { by } = this.#flow;
    if (by === 'redirect') {
      await pointAndClick(payment.getByText('iDEAL', { exact: true }), STEP_MS);
      return;
    }
    if (by === 'saved card') {
      await pointAndClick(payment.getByRole('radio', { name: /Mastercard.*4444/ }), STEP_MS);
      return;
    }
    if (by === 'invoice') return;
    if (this.#flow.replaces) await pointAndClick(payment.getByLabel('Use another card'), STEP_MS);
    await type(payment, 'number', by.card);
    await type(payment, 'expiry', '12 / 34');
    await type(payment, 'cvc', '123');
    if (!this.#flow.address) await type(payment, 'postalCode', ADDRESS.zip);
  }
}

const type = (frame: FrameLocator, name: string, text: string): Promise<void> =>
  frame.locator(`[name=${name}]`).fill(text, { timeout: STEP_MS });

const goes = (locator: Locator): Promise<boolean> =>
  locator.waitFor({ state: 'detached', timeout: STEP_MS }).then(
    () => true,
    () => false,
  );
