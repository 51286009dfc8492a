/** A customer in front of a checkout without a face: everything real but Stripe, time and the network's far end. */
import { createHttpBackend } from '../../../src/backend/http-backend.js';
import { parseConfig, type ConfigProblem, type CheckoutConfig, type DefaultValues } from '../../../src/core/config.js';
import type { CheckoutState, Flow, StateName } from '../../../src/core/state.js';
import { Checkout } from '../../../src/headless/checkout.js';
import type { CheckoutHost, HostEmission, SubmitQuestion, SubmitVerdict } from '../../../src/headless/host.js';
import type { PageFunnel } from '../../../src/headless/page-funnel.js';
import { openHosted } from '../../../src/headless/open-hosted.js';
import { createPurchaseLedger } from '../../../src/headless/purchase-ledger.js';
import type { FocusTarget } from '../../../src/core/effects.js';
import { ManualClock } from './manual-clock.js';
import { MemoryGateway, type Card } from './memory-gateway.js';
import { MemoryStorage } from './memory-storage.js';
import { ENDPOINT, type Shop } from './shop.js';

export interface CustomerOptions {
  readonly clock?: ManualClock;
  /** What the tabs of one browser share. */
  readonly shared?: MemoryStorage;
  /** What one tab keeps over a reload. */
  readonly own?: MemoryStorage;
  readonly defaultValues?: DefaultValues;
  readonly flow?: Flow;
  /** Whether what the host knows of the address is all that Stripe wants. */
  readonly address?: boolean;
  /** Finds likely slips in emails. */
  readonly suggestEmail?: (email: string) => string | null;
  /** Whether the tag asks for wallets. */
  readonly express?: boolean;
  /** Who counts. */
  readonly funnel?: PageFunnel;
}

class TestHost implements CheckoutHost {
  price = 'pro_monthly';
  quantity: number | null = 2;
  billingAddress: string | null = null;
  express = false;
  defaults: DefaultValues = {};
  answer: (question: SubmitQuestion) => Promise<SubmitVerdict> = () => Promise.resolve({ go: true });
  readonly emissions: HostEmission[] = [];
  readonly focused: FocusTarget[] = [];
  readonly questions: SubmitQuestion[] = [];
  readonly watchers = new Set<() => void>();

  config(): CheckoutConfig | readonly ConfigProblem[] {
    const { price, quantity, billingAddress, express } = this;
    return parseConfig(
      { publishableKey: 'pk_test_abc', endpoint: ENDPOINT, price, quantity, billingAddress, express },
      'https://shop.example.com/buy',
    );
  }

  pages: Flow = 'one-page';

  flow(): Flow {
    return this.pages;
  }

  defaultValues(): DefaultValues {
    return this.defaults;
  }

  locale(): string {
    return 'en';
  }

  look() {
    return { theme: 'stripe', variables: {}, rules: {} } as const;
  }

  node(): Promise<HTMLElement> {
    // Nobody looks into it: the gateway has no frames.
    return Promise.resolve({} as HTMLElement);
  }

  beforeSubmit(question: SubmitQuestion): Promise<SubmitVerdict> {
    this.questions.push(question);
    return this.answer(question);
  }

  emit(emission: HostEmission): void {
    this.emissions.push(emission);
  }

  focus(target: FocusTarget): void {
    this.focused.push(target);
  }

  changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}

export class Customer {
  readonly clock: ManualClock;
  readonly host = new TestHost();
  readonly checkout: Checkout;
  readonly gateways: MemoryGateway[] = [];
  /** Where the browser was sent to. */
  readonly left: string[] = [];

  constructor(
    shop: Shop,
    {
      clock,
      shared,
      own,
      defaultValues = {},
      flow = 'one-page',
      address = false,
      express = false,
      funnel,
      suggestEmail,
    }: CustomerOptions = {},
  ) {
    this.clock = clock ?? new ManualClock();
    this.host.defaults = defaultValues;
    this.host.pages = flow;
    this.host.express = express;
    const backend = createHttpBackend({ endpoint: () => ENDPOINT });
    this.checkout = new Checkout({
      host: this.host,
      backend: () => backend,
      ledger: createPurchaseLedger(() => this.clock.now(), shared ?? new MemoryStorage(), own ?? new MemoryStorage()),
      clock: this.clock,
      ...(funnel && { funnel }),
      ...(suggestEmail && { loadSuggestEmail: () => Promise.resolve(suggestEmail) }),
      loadHosted: () => Promise.resolve(openHosted),
      leave: (url) => {
        this.left.push(url);
      },
      createGateway: () => {
        const gateway = new MemoryGateway(shop);
        if (address) gateway.typeAddress();
        this.gateways.push(gateway);
        return gateway;
      },
    });
  }

  /** Opens a checkout that can be paid. */
  static async open(shop: Shop, options?: CustomerOptions): Promise<Customer> {
    const customer = new Customer(shop, options);
    customer.checkout.load();
    await customer.reaches('ready');
    return customer;
  }

  get gateway(): MemoryGateway {
    const gateway = this.gateways.at(-1);
    if (!gateway) throw new Error('Nothing was opened.');
    return gateway;
  }

  get state(): CheckoutState {
    return this.checkout.state;
  }

  fill(card: Card): void {
    this.checkout.typeEmail('ada@example.com');
    this.gateway.type(card);
  }

  /** Resolves when the checkout is in this state. */
  reaches(name: StateName): Promise<void> {
    return this.sees(() => this.state.name === name);
  }

  /** Resolves when what is shown fulfils a condition. */
  sees(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.host.watchers.delete(look);
        resolve();
      };
      this.host.watchers.add(look);
      look();
    });
  }

  /** Events of one name, in order. */
  heard<N extends HostEmission['event']>(event: N): readonly Extract<HostEmission, { event: N }>[] {
    return this.host.emissions.filter((emission) => emission.event === event) as Extract<HostEmission, { event: N }>[];
  }
}
