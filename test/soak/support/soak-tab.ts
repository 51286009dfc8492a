/** A tab of the customer's browser: a checkout without a face, and what it has said. */
import { createHttpBackend } from '../../../src/backend/http-backend.js';
import { parseConfig } from '../../../src/core/config.js';
import type { CheckoutError } from '../../../src/core/errors.js';
import { toReturnUrl } from '../../../src/core/return-url.js';
import type { CheckoutState } from '../../../src/core/state.js';
import { sessionIdOf } from '../../../src/core/transitions/accept-truth.js';
import { Checkout } from '../../../src/headless/checkout.js';
import type { CheckoutHost, HostEmission } from '../../../src/headless/host.js';
import { createPurchaseLedger } from '../../../src/headless/purchase-ledger.js';
import type { Clock } from '../../../src/headless/timers.js';
import { MemoryStorage } from '../../headless/support/memory-storage.js';
import { PageGateway } from './page-gateway.js';
import { ORIGIN, type SoakShop } from './soak-shop.js';

const clock: Clock = {
  now: () => Date.now(),
  setTimeout: (action, ms) => setTimeout(action, ms),
  clearTimeout: (timer) => {
    clearTimeout(timer as NodeJS.Timeout);
  },
};

const PAGE = `${ORIGIN}/buy`;

/** One life of a tab ends with a reload; what it keeps does not. */
export class SoakTab {
  readonly #shop: SoakShop;
  readonly #shared: MemoryStorage;
  readonly #own = new MemoryStorage();
  #checkout: Checkout;
  #gateway: PageGateway | null = null;
  #lastNo: CheckoutError | null = null;
  #address: string = PAGE;
  /** The bank's page that this tab was sent to last. */
  #bank: string | null = null;
  /** Whether the tab shows the bank's page in place of the shop's. */
  away = false;
  quantity = 2;
  /** What was typed in this life; null before. */
  email: string | null = null;
  /** Sessions that this tab has said are paid, in all its lives. */
  readonly thanked = new Set<string>();
  /** Sessions of which this tab has said since the last look that they were not paid; and whether they were, when it was said. */
  readonly denied = new Map<string, Promise<boolean>>();
  /** What was heard in this life, in order. */
  heard: HostEmission[] = [];

  constructor(shop: SoakShop, shared: MemoryStorage) {
    this.#shop = shop;
    this.#shared = shared;
    this.#checkout = this.#load();
  }

  get state(): CheckoutState {
    return this.#checkout.state;
  }

  /** The session that the tab is about; null before one is open. */
  get session(): string | null {
    return sessionIdOf(this.state);
  }

  get typed(): string {
    return this.#checkout.facts.email;
  }

  /** Whether the customer's bank is asking in this tab. */
  get asks(): boolean {
    return this.#gateway?.asks ?? false;
  }

  /** Types a card, or chooses the bank's own page (null). */
  chooseMeans(number: string | null): void {
    if (!this.away && this.state.name === 'ready') this.#gateway?.type(number);
  }

  typeEmail(email: string): void {
    if (this.away || this.state.name !== 'ready' || this.#shop.customer !== null) return;
    this.email = email;
    this.#checkout.typeEmail(email);
    this.#checkout.leaveEmail();
  }

  submit(): void {
    void this.#checkout.submit();
  }

  recheck(): void {
    this.#checkout.recheck();
  }

  restart(): void {
    this.#checkout.restart();
  }

  answer(outcome: 'complete' | 'fail' | 'canceled'): void {
    this.#gateway?.answer(outcome);
  }

  sell(quantity: number): void {
    this.quantity = quantity;
    this.#checkout.itemsChanged();
  }

  /** Loads the shop's page again, or from the bank's; `address` is where it leads. */
  reload(address = this.#address): void {
    this.#checkout.dispose();
    this.#address = address;
    this.away = false;
    this.email = null;
    this.heard = [];
    this.#gateway = null;
    this.#checkout = this.#load();
  }

  /** Decides at the bank, there or from elsewhere. Comes back if the tab is there; `says` is what its address claims. */
  async decide(choice: 'authorize' | 'fail' | 'leave', says: 'succeeded' | 'failed' | null): Promise<void> {
    const { session } = this;
    let back = session === null ? PAGE : toReturnUrl(PAGE, session);
    if (choice !== 'leave') {
      if (this.#bank === null) return;
      const body = new URLSearchParams({ choice });
      const answer = await this.#shop.simulator.fetch(new Request(this.#bank, { method: 'POST', body }));
      if (!this.away) return;
      back = answer.headers.get('location') ?? PAGE;
    }
    const url = new URL(back);
    if (says !== null) url.searchParams.set('redirect_status', says);
    this.reload(url.href);
  }

  close(): void {
    this.#checkout.dispose();
  }

  #load(): Checkout {
    const backend = createHttpBackend({ endpoint: () => `${ORIGIN}/billing` });
    const checkout: Checkout = new Checkout({
      host: this.#host(() => checkout.state),
      backend: () => backend,
      ledger: createPurchaseLedger(clock.now, this.#shared, this.#own),
      clock,
      createGateway: () =>
        (this.#gateway = new PageGateway(this.#shop.publishableKey, this.#shop.page, (url) => {
          this.#leave(url, checkout);
        })),
    });
    this.#withAddress(() => {
      checkout.load();
    });
    return checkout;
  }

  /** The page ends; what it was about to say it never says. */
  #leave(url: string, checkout: Checkout): void {
    if (checkout !== this.#checkout) return;
    this.#bank = url;
    this.away = true;
    this.#shop.redirects += 1;
    checkout.dispose();
  }

  /** A page reads its address when it is loaded, and may change it. */
  #withAddress(load: () => void): void {
    const replaceState = (_: unknown, __: string, url: URL): void => {
      this.#address = url.href;
    };
    Object.assign(globalThis, { location: new URL(this.#address), history: { state: null, replaceState } });
    try {
      load();
    } finally {
      Reflect.deleteProperty(globalThis, 'location');
      Reflect.deleteProperty(globalThis, 'history');
    }
  }

  /** Takes note of each no, when it comes to be said. */
  #listen(state: CheckoutState): void {
    const error = state.name === 'ready' ? (state.error ?? null) : null;
    const no = error?.code === 'payment.declined' || error?.code === 'payment.not_made';
    const session = sessionIdOf(state);
    // One that stays in sight while something else changes is not said again.
    if (no && session !== null && error !== this.#lastNo) this.denied.set(session, this.#shop.isPaid(session));
    this.#lastNo = error;
  }

  #host(state: () => CheckoutState): CheckoutHost {
    const { heard } = this;
    return {
      config: () =>
        parseConfig(
          {
            publishableKey: this.#shop.publishableKey,
            endpoint: `${ORIGIN}/billing`,
            price: this.#shop.price,
            quantity: this.quantity,
            billingAddress: 'auto',
          },
          PAGE,
        ),
      flow: () => 'one-page',
      defaultValues: () => ({}),
      locale: () => 'en',
      look: () => ({ theme: 'stripe', variables: {}, rules: {} }),
      // Nobody looks into it: there are no frames.
      node: () => Promise.resolve({} as HTMLElement),
      beforeSubmit: () => Promise.resolve({ go: true }),
      emit: (emission) => {
        heard.push(emission);
        if (emission.event === 'billing-complete') this.thanked.add(emission.completion.id);
      },
      focus: () => undefined,
      changed: () => {
        this.#listen(state());
      },
    };
  }
}
