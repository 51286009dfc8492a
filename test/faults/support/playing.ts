/** A case while it is played: a customer pays, something goes wrong, it is mended, and they go on. */
import type { BrowserContext, Page } from 'playwright-core';
import { CheckoutPage } from '../../flows/support/checkout-page.js';
import { pass, withClock } from './browser-time.js';
import type { Case } from './cases.js';
import { Customer } from './customer.js';
import { toDeviceFault, type Device, type DeviceFault } from './device-faults.js';
import { toFlow, type Flow } from './flows.js';
import { TIMES, toRequest } from './moments.js';
import { atTheEnd, Broken, whenAtRest } from './promises.js';
import { serveStripeJs } from './stripe-js.js';
import type { World } from './world.js';

/** More rests than a payment has, whatever goes wrong. */
const MOST_RESTS = 16;

/** One case. */
export class Playing {
  readonly #case: Case;
  readonly #flow: Flow;
  readonly #world: World;
  readonly #context: BrowserContext;
  readonly #note: (text: string) => void;
  /** The fault has met what it is for. */
  #happened = false;
  #lifted = false;
  /** What is left to do of a fault, once its moment is over. */
  #rest: Promise<void> | null = null;
  /** What is prepared once Pay is pressed. */
  #whenPressed: (() => void) | null = null;
  #address = '';

  constructor(played: Case, world: World, context: BrowserContext, note: (text: string) => void) {
    this.#case = played;
    this.#flow = toFlow(played.flow);
    this.#world = world;
    this.#context = context;
    this.#note = note;
  }

  async play(): Promise<void> {
    const world = this.#world;
    const { path, cookie } = await this.#flow.begin(world);
    this.#address = world.url + path;
    if (cookie !== null) await this.#context.addCookies([{ name: 'demo_customer', value: cookie, url: world.url }]);
    const fault = this.#deviceFault;
    await withClock(this.#context, fault?.skew ?? 0);
    await this.#prepareContext();
    await fault?.prepare?.({ context: this.#context, world });
    const page = await this.#context.newPage();
    const customer = new Customer(page, this.#flow, world);
    this.#arm(page, customer);
    if (fault?.from === 'start') this.#happened = true;
    await this.#visit(page).catch((error: unknown) => {
      this.#note(`the page did not open: ${String(error)}`);
    });
    for (let rests = 0; rests < MOST_RESTS; rests += 1) {
      await this.#finishFault();
      const rest = await customer.rest();
      await this.#finishFault();
      const { view } = rest;
      this.#note(`${view.away ? `at ${page.url()}` : view.state} ${JSON.stringify(view.texts)}`);
      await whenAtRest(rest, customer, this.#flow, world);
      if (this.#happened && !this.#lifted) {
        await this.#lift(page, customer);
        continue;
      }
      if (await this.#meanwhile(view.state, view.away || view.dialog, page, customer, () => customer.fill(view)))
        continue;
      if (view.state === 'complete') return this.#end();
      await this.#goOn(customer, view);
    }
    throw new Broken('a way out', `after ${String(MOST_RESTS)} steps nothing is paid`);
  }

  async #goOn(customer: Customer, view: Parameters<Customer['next']>[0]): Promise<void> {
    try {
      if (view.state === 'ready' && (this.#flow.pages === 1 || view.step === 'payment')) {
        this.#whenPressed?.();
        this.#whenPressed = null;
      }
      const did = await customer.next(view);
      this.#note(did ?? 'reloads: nothing is offered');
      if (did === null) await customer.reload();
    } catch (error) {
      if (!(error instanceof Error) || !/Timeout|closed|detached|crashed|destroyed/i.test(error.message)) throw error;
      this.#note(`could not: ${error.message.split('\n')[0] ?? ''}`);
      // A field that is not there: a customer looks at the page again.
      if (this.#lifted) await customer.reload();
    }
  }

  async #end(): Promise<void> {
    // The shop may be told after the customer.
    await this.#until(() => this.#happened);
    if (!this.#happened) throw new Broken('every moment comes', 'the fault met nothing');
    this.#world.lift();
    const { webhook } = this.#world.relays;
    // Deliveries, and tries after those that failed, are a matter of milliseconds here.
    for (let looks = 0; ; looks += 1) {
      try {
        await atTheEnd(this.#flow, this.#world);
        return;
      } catch (error) {
        if (looks === 99) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, webhook.busy > 0 ? 50 : 20));
    }
  }

  get #deviceFault(): DeviceFault | null {
    return 'time' in this.#case ? toDeviceFault(this.#case.fault) : null;
  }

  async #prepareContext(): Promise<void> {
    const { stripeUrl } = this.#world;
    if (!('request' in this.#case) || this.#case.request !== 'script') return;
    await this.#context.route(`${stripeUrl}/endive/stripe.js`, (route) => route.abort());
    await serveStripeJs(this.#context, stripeUrl);
  }

  async #visit(page: Page): Promise<void> {
    const sends = 'request' in this.#case && toRequest(this.#case.request).counts === true;
    await CheckoutPage.visit(page, this.#address, sends ? { 'send-events': '' } : {});
  }

  /** Prepares what is to go wrong. */
  #arm(page: Page, customer: Customer): void {
    const played = this.#case;
    if ('request' in played) {
      const { wire, method, path, unclear, returned, pressed } = toRequest(played.request);
      const arm = (): void => {
        this.#world.relays[wire].add({
          fits: (how, where) => how === method && path.test(where),
          fault: played.fault,
          met: () => (this.#happened = true),
        });
      };
      if (unclear) this.#whenPaying('lost', arm);
      else if (returned) this.#onceRequested('bank', arm);
      else if (pressed) this.#whenPressed = arm;
      else arm();
      return;
    }
    const { at } = TIMES[played.time];
    if (at === null || this.#deviceFault?.from === 'start') return;
    const { wire, method, path, pressed } = toRequest(at);
    const happen = async (): Promise<void> => {
      await this.#happen(page, customer);
    };
    const arm = (): void => {
      this.#world.relays[wire].add({
        fits: (how, where) => how === method && path.test(where),
        ...(played.time === 'paid' ? { after: happen } : { before: happen }),
      });
    };
    if (pressed) this.#whenPressed = arm;
    else arm();
  }

  /** The answer to the payment is lost. */
  #whenPaying(fault: 'lost', then: () => void): void {
    const { wire, method, path } = toRequest('pay');
    this.#world.relays[wire].add({ fits: (how, where) => how === method && path.test(where), fault, met: then });
  }

  #onceRequested(name: 'bank', then: () => void): void {
    const { wire, method, path } = toRequest(name);
    let met = false;
    this.#world.relays[wire].add({
      fits: (how, where) => !met && how === method && path.test(where),
      met: () => {
        met = true;
        then();
      },
    });
  }

  async #happen(page: Page, customer: Customer): Promise<void> {
    if (this.#happened) return;
    this.#happened = true;
    this.#note(`now: ${this.#deviceFault?.what ?? ''}`);
    const happening = this.#deviceFault?.happen?.(this.#device(page, customer)) ?? Promise.resolve();
    // The request that is held goes on first.
    this.#rest = happening.then((rest) => rest && new Promise((resolve) => setTimeout(resolve)).then(rest));
    // Whoever waits for the rest hears what went wrong: this case ends with it, and no other.
    this.#rest.catch(() => undefined);
    await happening.catch(() => undefined);
  }

  #device(page: Page, customer: Customer): Device {
    const world = this.#world;
    return {
      context: this.#context,
      page,
      world,
      secondTab: () => this.#secondTab(),
      forgotten: () => {
        customer.typed = false;
      },
      answered: async () => {
        while (world.busy > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      },
    };
  }

  /** Another tab of the same browser, in which the customer pays. */
  async #secondTab(): Promise<void> {
    const page = await this.#context.newPage();
    await this.#visit(page);
    const tab = new Customer(page, this.#flow, this.#world);
    const done = 'time' in this.#case && this.#case.time === 'done';
    for (let rests = 0; rests < MOST_RESTS; rests += 1) {
      const rest = await tab.rest(1);
      this.#note(`second tab: ${rest.view.away ? 'away' : rest.view.state} ${JSON.stringify(rest.view.texts)}`);
      await whenAtRest(rest, tab, this.#flow, this.#world);
      if (done || rest.view.state === 'complete') break;
      await this.#goOn(tab, rest.view);
    }
    await page.close();
  }

  /** What a device fault leaves to be done. */
  async #finishFault(): Promise<void> {
    await this.#rest;
    this.#rest = null;
  }

  /** Times that are not requests. */
  async #meanwhile(
    state: string,
    atBank: boolean,
    page: Page,
    customer: Customer,
    fill: () => Promise<void>,
  ): Promise<boolean> {
    const played = this.#case;
    if (this.#happened) return false;
    if ('request' in played) {
      if (toRequest(played.request).changes === true && state === 'ready') {
        await fill();
        await page.locator('billing-checkout').evaluate((tag) => {
          const quantity = tag.getAttribute('quantity');
          tag.setAttribute('quantity', quantity === '13' ? '14' : '13');
        });
        await this.#until(() => this.#happened);
        return true;
      }
      if (toRequest(played.request).counts === true && state === 'ready') {
        // They wait for company.
        await pass(page, 3_000);
        await this.#until(() => this.#happened);
        return true;
      }
      return false;
    }
    const now =
      (played.time === 'typed' && state === 'ready') ||
      (played.time === 'asked' && atBank) ||
      (played.time === 'done' && state === 'complete');
    if (!now) return false;
    if (played.time === 'typed') await fill();
    await this.#happen(page, customer);
    return true;
  }

  async #until(holds: () => boolean): Promise<void> {
    for (let looks = 0; looks < 300 && !holds(); looks += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async #lift(page: Page, customer: Customer): Promise<void> {
    this.#lifted = true;
    this.#world.lift();
    await this.#deviceFault?.mend?.(this.#device(page, customer));
    this.#note('all is well again');
  }
}
