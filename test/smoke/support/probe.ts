/** What one check works with at one Stripe: the official SDK, bare requests, a browser page; and what it has to put away again. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type Stripe from 'stripe';
import { installPageKit } from './page-kit.js';
import { MARK, type Demo, type Target } from './target.js';

/** What the API answered to a bare request. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface SendOptions {
  /** Whose key; `secret` unless said. */
  readonly key?: 'secret' | 'publishable';
  readonly headers?: Readonly<Record<string, string>>;
  /** As written in a form: `{ 'metadata[a]': '1' }`. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Prices that checks sell. */
const PRICES = {
  once: { unit_amount: 1_000, currency: 'usd' },
  cheap: { unit_amount: 10, currency: 'usd' },
  yen: { unit_amount: 1_000, currency: 'jpy' },
  month: { unit_amount: 1_000, currency: 'usd', recurring: { interval: 'month' } },
} as const;
export type PriceName = keyof typeof PRICES;

/** What a session gets unless its check leaves it out. */
export interface SessionDefaults {
  readonly email?: boolean;
  readonly returnUrl?: boolean;
}

const EMAIL = 'billing-smoke@example.com';

/** How long a frame, a page or a state may take at real Stripe, in milliseconds. */
const PATIENCE_MS = 45_000;

const prices = new WeakMap<Target, Map<PriceName, Promise<Stripe.Price>>>();
const products = new WeakMap<Target, Promise<Stripe.Product>>();

export class Probe {
  readonly stripe: Stripe;
  readonly target: Target;
  /** Words worth reading that are not compared. */
  readonly notes: string[] = [];
  readonly #browser: () => Promise<Browser>;
  readonly #undo: (() => Promise<unknown>)[] = [];
  readonly #contexts: BrowserContext[] = [];
  /** Customers that are deleted anyway. */
  readonly #customers = new Set<string>();

  constructor(target: Target, browser: () => Promise<Browser>) {
    this.target = target;
    this.stripe = target.stripe;
    this.#browser = browser;
  }

  get demo(): Promise<Demo> {
    return this.target.demo();
  }

  /** Keeps words to be printed beside what was seen. */
  note(words: string): void {
    if (!this.notes.includes(words)) this.notes.push(words);
  }

  /** Does this when the check is over. */
  later(undo: () => Promise<unknown>): void {
    this.#undo.push(undo);
  }

  /** A bare request, for what the SDK hides or would not send. */
  async send(method: 'GET' | 'POST' | 'DELETE', path: string, options: SendOptions = {}): Promise<Reply> {
    const { key = 'secret', headers = {}, params } = options;
    const form = params && new URLSearchParams(params).toString();
    const response = await fetch(`${this.target.api}${path}${form && method === 'GET' ? `?${form}` : ''}`, {
      method,
      headers: {
        authorization: `Bearer ${key === 'secret' ? this.target.secretKey : this.target.publishableKey}`,
        'stripe-version': this.stripe.getApiField('version'),
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form !== undefined && method === 'POST' && { body: form }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** The id of a price; made once per Stripe. */
  async price(name: PriceName): Promise<string> {
    const known = prices.get(this.target) ?? new Map<PriceName, Promise<Stripe.Price>>();
    prices.set(this.target, known);
    const price = known.get(name) ?? this.#createPrice(name);
    known.set(name, price);
    return (await price).id;
  }

  async #createPrice(name: PriceName): Promise<Stripe.Price> {
    return this.stripe.prices.create({ ...PRICES[name], product: await this.product(), metadata: MARK });
  }

  /** The id of the product that all prices are of. */
  async product(): Promise<string> {
    const product = products.get(this.target) ?? this.stripe.products.create({ name: 'Billing smoke', metadata: MARK });
    products.set(this.target, product);
    return (await product).id;
  }

  /** A customer, deleted when the check is over. */
  async customer(params: Stripe.CustomerCreateParams = {}): Promise<Stripe.Customer> {
    const customer = await this.stripe.customers.create({ email: EMAIL, metadata: MARK, ...params });
    this.#customers.add(customer.id);
    this.later(() => this.stripe.customers.del(customer.id));
    return customer;
  }

  /** A customer with a card attached; `card` is one of Stripe's ready-made payment methods. */
  async cardholder(card = 'pm_card_visa'): Promise<{ customer: string; method: string }> {
    const { id: customer } = await this.customer();
    const { id: method } = await this.stripe.paymentMethods.attach(card, { customer });
    return { customer, method };
  }

  /** An open Checkout Session for cards; ends with the check, and so do its subscription and its customer. */
  async session(
    params: Stripe.Checkout.SessionCreateParams = {},
    { email = true, returnUrl = true }: SessionDefaults = {},
  ): Promise<Stripe.Checkout.Session> {
    const { mode = 'payment', customer } = params;
    const session = await this.stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode,
      line_items: [{ price: await this.price(mode === 'subscription' ? 'month' : 'once'), quantity: 1 }],
      ...(params.excluded_payment_method_types === undefined && { allowed_payment_method_types: ['card'] }),
      wallet_options: { link: { display: 'never' } },
      adaptive_pricing: { enabled: false },
      metadata: MARK,
      ...(returnUrl && { return_url: this.target.home }),
      ...(email && customer === undefined && { customer_email: EMAIL }),
      ...params,
    });
    this.later(() => this.#end(session.id));
    return session;
  }

  async #end(id: string): Promise<void> {
    const session = await this.stripe.checkout.sessions.retrieve(id);
    if (session.status === 'open') await this.stripe.checkout.sessions.expire(id);
    const made = typeof session.customer === 'string' ? session.customer : null;
    // A guest who has become one; deleting it cancels its subscriptions.
    if (made !== null && !this.#customers.has(made)) await this.stripe.customers.del(made);
  }

  /** A PaymentIntent for cards; canceled with the check where it can be. */
  async intent(params: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> {
    const intent = await this.stripe.paymentIntents.create({
      amount: 1_000,
      currency: 'usd',
      allowed_payment_method_types: ['card'],
      metadata: MARK,
      ...params,
    });
    this.later(async () => {
      const { status } = await this.stripe.paymentIntents.retrieve(intent.id);
      if (status.startsWith('requires_')) await this.stripe.paymentIntents.cancel(intent.id);
    });
    return intent;
  }

  /** A coupon, deleted when the check is over. */
  async coupon(params: Stripe.CouponCreateParams = { percent_off: 10 }): Promise<Stripe.Coupon> {
    const coupon = await this.stripe.coupons.create({ name: 'Smoke coupon', metadata: MARK, ...params });
    this.later(() => this.stripe.coupons.del(coupon.id));
    return coupon;
  }

  /** What a customer types for that coupon; unlike any other. */
  async code(
    coupon: Stripe.Coupon,
    params: Omit<Stripe.PromotionCodeCreateParams, 'promotion'> = {},
  ): Promise<Stripe.PromotionCode> {
    const made = await this.stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: `SMOKE${Math.random().toString(36).slice(2, 10).toUpperCase()}`,
      metadata: MARK,
      ...params,
    });
    this.later(() => this.stripe.promotionCodes.update(made.id, { active: false }));
    return made;
  }

  /** An empty page of a shop with this Stripe's Stripe.js, as a new visitor. */
  async page(url = this.target.home): Promise<Page> {
    const page = await this.visitor();
    await page.addInitScript(installPageKit);
    await page.goto(url);
    await page.waitForFunction(() => typeof window.Stripe === 'function');
    return page;
  }

  /** A page of a new visitor, at nothing yet. */
  async visitor(): Promise<Page> {
    const context = await (await this.#browser()).newContext();
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  /** Puts away what the check has made; resolves to what could not be. */
  async close(): Promise<readonly string[]> {
    for (const context of this.#contexts) await context.close();
    const left: string[] = [];
    for (const undo of this.#undo.reverse()) {
      try {
        await undo();
      } catch (error) {
        left.push(String(error));
      }
    }
    return left;
  }
}

/** Archives what the checks have sold at this Stripe. */
export async function archiveProducts(target: Target): Promise<void> {
  for (const price of prices.get(target)?.values() ?? []) {
    await target.stripe.prices.update((await price).id, { active: false });
  }
  const product = await products.get(target);
  if (product) await target.stripe.products.update(product.id, { active: false });
}
