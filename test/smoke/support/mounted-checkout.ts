/** A page with a Checkout Session open in it: fields to type into, and what came of it. */
import { pointAndClick } from '../../flows/support/point-and-click.js';
import { pressAway } from '../../flows/support/press-away.js';
import type {
  StripeCheckoutAddressElementOptions,
  StripeCheckoutElementsSdkOptions,
  StripeCheckoutPaymentElementOptions,
  StripeConstructorOptions,
} from '@stripe/stripe-js';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type Stripe from 'stripe';
import type { Probe, SessionDefaults } from './probe.js';
import { fillAddress, fillCard } from './fill.js';

export interface CheckoutOptions {
  readonly session?: Stripe.Checkout.SessionCreateParams;
  /** What a session gets unless its check leaves it out. */
  readonly defaults?: SessionDefaults;
  /** Options of the Payment Element; false for none. */
  readonly payment?: StripeCheckoutPaymentElementOptions | false;
  /** Options of the billing Address Element; none unless given. */
  readonly address?: StripeCheckoutAddressElementOptions;
  readonly init?: Omit<StripeCheckoutElementsSdkOptions, 'clientSecret'>;
  readonly locale?: StripeConstructorOptions['locale'];
}

export class MountedCheckout {
  readonly page: Page;
  readonly session: Stripe.Checkout.Session;
  readonly payment: FrameLocator;
  readonly address: FrameLocator;
  readonly #probe: Probe;

  private constructor(probe: Probe, page: Page, session: Stripe.Checkout.Session) {
    this.#probe = probe;
    this.page = page;
    this.session = session;
    this.payment = page.frameLocator('#payment iframe[title="Secure payment input frame"]');
    this.address = page.frameLocator('#address iframe[title="Secure address input frame"]');
  }

  /** Makes a session, mounts what is asked for, and waits until it can be used. */
  static async open(probe: Probe, options: CheckoutOptions = {}): Promise<MountedCheckout> {
    return MountedCheckout.join(probe, await probe.session(options.session, options.defaults), options);
  }

  /** Another page with a session that is there. */
  static async join(
    probe: Probe,
    session: Stripe.Checkout.Session,
    options: Omit<CheckoutOptions, 'session'> = {},
  ): Promise<MountedCheckout> {
    const page = await probe.page();
    await page.evaluate(mount, {
      key: probe.target.publishableKey,
      clientSecret: session.client_secret ?? '',
      payment: options.payment ?? {},
      address: options.address ?? null,
      init: options.init ?? {},
      locale: options.locale ?? 'en',
    });
    return new MountedCheckout(probe, page, session);
  }

  /** Types a card, and what else the payment frame asks for. */
  card(number: string): Promise<void> {
    return fillCard(this.payment, number);
  }

  typeAddress(): Promise<void> {
    return fillAddress(this.address);
  }

  /** Waits until Stripe.js says that it may be paid. */
  async confirmable(): Promise<void> {
    await this.page.waitForFunction(() => window.kit.actions.getSession().canConfirm);
  }

  /** Whether Stripe.js says so within three seconds: for what is expected not to happen. */
  confirmableSoon(): Promise<boolean> {
    return this.page
      .waitForFunction(() => window.kit.actions.getSession().canConfirm, undefined, { timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  }

  /** Confirms with what is typed; the total is read first. */
  confirm(args: object = {}): Promise<string> {
    return this.page.evaluate(
      (given) =>
        window.kit.outcome(() => {
          void window.kit.actions.getSession().total.total.amount;
          return window.kit.actions.confirm({ redirect: 'if_required', ...given });
        }),
      args,
    );
  }

  /** Types a card, waits, and confirms. */
  async pay(number: string, args: object = {}): Promise<string> {
    await this.card(number);
    await this.confirmable();
    return this.confirm(args);
  }

  /** Confirms, and answers the bank's question as the customer would. */
  async payChallenged(number: string, answer: 'complete' | 'fail' | 'close'): Promise<string> {
    await this.card(number);
    await this.confirmable();
    const confirmed = this.confirm();
    await answerChallenge(this.page, answer);
    return confirmed;
  }

  /** Waits until the bank's page is shown. */
  async challengeShown(): Promise<void> {
    await findBank(this.page, '#test-source-authorize-3ds');
  }

  /** The session as it is at the API now. */
  read(expand: string[] = []): Promise<Stripe.Checkout.Session> {
    return this.#probe.stripe.checkout.sessions.retrieve(this.session.id, { expand });
  }
}

/** Answers the bank's page as the customer would. */
export async function answerChallenge(page: Page, answer: 'complete' | 'fail' | 'close'): Promise<void> {
  const button = await findBank(page, answer === 'fail' ? '#test-source-fail-3ds' : '#test-source-authorize-3ds');
  if (answer === 'close') pressAway(page, 'Escape');
  else await pointAndClick(button);
}

/** Finds a button of the bank's page, in whichever frame of a frame Stripe shows it. */
export async function findBank(page: Page, button: string): Promise<Locator> {
  const deadline = Date.now() + 45_000;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      const there = frame.locator(button);
      if (await there.isVisible().catch(() => false)) return there;
    }
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  throw new Error("The bank's page was not shown.");
}

interface MountArguments {
  readonly key: string;
  readonly clientSecret: string;
  readonly payment: StripeCheckoutPaymentElementOptions | false;
  readonly address: StripeCheckoutAddressElementOptions | null;
  readonly init: Omit<StripeCheckoutElementsSdkOptions, 'clientSecret'>;
  readonly locale: NonNullable<StripeConstructorOptions['locale']>;
}

/** Runs in the page. */
async function mount({ key, clientSecret, payment, address, init, locale }: MountArguments): Promise<void> {
  const { kit } = window;
  const stripe = window.Stripe?.(key, { locale });
  if (!stripe) throw new Error('Stripe.js is not there.');
  kit.stripe = stripe;
  kit.checkout = stripe.initCheckoutElementsSdk({ clientSecret, ...init });
  kit.checkout.on('change', () => kit.heard.push('change'));
  const ready: Promise<unknown>[] = [];
  if (payment) {
    const element = kit.checkout.createPaymentElement(payment);
    ready.push(new Promise((resolve) => element.on('ready', resolve)));
    element.on('ready', () => kit.heard.push('payment ready'));
    element.on('change', () => kit.heard.push('payment change'));
    element.mount('#payment');
  }
  if (address) {
    const element = kit.checkout.createBillingAddressElement(address);
    ready.push(new Promise((resolve) => element.on('ready', resolve)));
    element.mount('#address');
  }
  const loaded = await kit.checkout.loadActions();
  if (loaded.type === 'error') throw new Error(`loadActions: ${loaded.error.message}`);
  kit.actions = loaded.actions;
  await Promise.all(ready);
}
