/** A tab of the customer's browser: a checkout without a face, and what it has said. */
import { createHttpBackend } from '../../../src/backend/http-backend.js';
import { parseConfig } from '../../../src/core/config.js';
import type { CheckoutState } from '../../../src/core/state.js';
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

/** One life of a tab ends with a reload; what it keeps does not. */
export class SoakTab {
  readonly #shop: SoakShop;
  readonly #shared: MemoryStorage;
  readonly #own = new MemoryStorage();
  #checkout: Checkout;
  #gateway: PageGateway | null = null;
  #lastNo = '';
  quantity = 2;
  /** What was typed in this life; null before. */
  email: string | null = null;
  /** Sessions that this tab has said are paid, in all its lives. */
  readonly thanked = new Set<string>();
  /** Sessions of which this tab has said since the last look that they were not paid. */
  readonly denied = new Set<string>();
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

  get typed(): string {
    return this.#checkout.facts.email;
  }

  /** Whether the customer's bank is asking in this tab. */
  get asks(): boolean {
    return this.#gateway?.asks ?? false;
  }

  typeCard(number: string): void {
    if (this.state.name === 'ready') this.#gateway?.type(number);
  }

  typeEmail(email: string): void {
    if (this.state.name !== 'ready' || this.#shop.customer !== null) return;
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

  reload(): void {
    this.#checkout.dispose();
    this.email = null;
    this.heard = [];
    this.#gateway = null;
    this.#checkout = this.#load();
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
      createGateway: () => (this.#gateway = new PageGateway(this.#shop.publishableKey, this.#shop.page)),
    });
    checkout.load();
    return checkout;
  }

  /** Takes note of each no, when it comes to be said. */
  #listen(state: CheckoutState): void {
    const said = state.name === 'ready' ? state.error?.code : undefined;
    const no = state.name === 'ready' && (said === 'payment.declined' || said === 'payment.not_made');
    const key = no ? `${state.session.id} ${String(state.attempt)} ${said}` : '';
    if (no && key !== this.#lastNo) this.denied.add(state.session.id);
    this.#lastNo = key;
  }

  #host(state: () => CheckoutState): CheckoutHost {
    const { heard } = this;
    return {
      config: () =>
        parseConfig(
          {
            publishableKey: this.#shop.publishableKey,
            endpoint: `${ORIGIN}/billing`,
            price: 'pro_monthly',
            quantity: this.quantity,
            billingAddress: 'auto',
          },
          `${ORIGIN}/buy`,
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
