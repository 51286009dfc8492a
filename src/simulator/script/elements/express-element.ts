/** The Express Checkout Element of a checkout: a button for each wallet, and what its sheet says. */
import type {
  AvailablePaymentMethods,
  StripeCheckoutExpressCheckoutElement,
  StripeCheckoutExpressCheckoutElementOptions,
  StripeExpressCheckoutElementConfirmEvent,
  StripeExpressCheckoutElementReadyEvent,
  StripeExpressCheckoutElementUpdateOptions,
} from '@stripe/stripe-js';
import type { ExpressSetup } from '../../wire/frame-messages.js';
import type { TypedMethod } from '../../wire/method-data.js';
import { walletTypes, type WalletType } from '../../wire/wallets.js';
import { openWallet } from '../challenge/open-wallet.js';
import { IntegrationError } from '../integration-error.js';
import type { ElementGroup, GroupPage } from './element-group.js';
import { refuseUnknownOptions } from './refuse-unknown-options.js';
import { SimulatedElement } from './simulated-element.js';
import type { ElementEvents, FrameEvent } from './simulated-element.js';

type Kind = 'expressCheckout';
type ConfirmEvent = StripeExpressCheckoutElementConfirmEvent;
type Wallet = Extract<TypedMethod, { wallet: unknown }>['wallet'];
type Options = Partial<StripeCheckoutExpressCheckoutElementOptions>;

interface ExpressEvents extends ElementEvents<Kind, never> {
  readonly ready: StripeExpressCheckoutElementReadyEvent & { elementType: Kind };
  readonly confirm: ConfirmEvent;
  readonly cancel: { elementType: Kind };
}

const events = ['ready', 'focus', 'blur', 'escape', 'loaderror', 'confirm', 'cancel'];
const createOptions = ['buttonHeight', 'buttonTheme', 'buttonType', 'layout', 'paymentMethodOrder', 'paymentMethods'];
const updateOptions = ['buttonHeight', 'layout', 'paymentMethodOrder'];
const optionNames = { apple_pay: 'applePay', google_pay: 'googlePay' } as const;

export class ExpressElement extends SimulatedElement<Kind, never, ExpressEvents> {
  #options: Options;
  readonly #amount: () => string;
  /** Events whose wallet has not paid yet. */
  readonly #held = new Map<ConfirmEvent, Wallet>();
  #open = false;

  constructor(group: ElementGroup, amount: () => string, options: Options = {}) {
    super(group, 'expressCheckout');
    check('createExpressCheckoutElement()', options, createOptions);
    this.#options = options;
    this.#amount = amount;
  }

  on<Type extends keyof ExpressEvents>(type: Type, handler: (event: ExpressEvents[Type]) => unknown): this {
    refuseUnknownEvent(type);
    this.emitter.add(type, handler);
    return this;
  }

  once<Type extends keyof ExpressEvents>(type: Type, handler: (event: ExpressEvents[Type]) => unknown): this {
    refuseUnknownEvent(type);
    this.emitter.once(type, handler);
    return this;
  }

  off<Type extends keyof ExpressEvents>(type: Type, handler?: (event: ExpressEvents[Type]) => unknown): this {
    this.emitter.remove(type, handler);
    return this;
  }

  update(options: StripeExpressCheckoutElementUpdateOptions): this {
    this.assertUsable();
    check('element.update()', options, updateOptions);
    this.#options = { ...this.#options, ...options };
    this.refresh();
    return this;
  }

  holds(event: ConfirmEvent): boolean {
    return this.mounted && this.#held.has(event);
  }

  /** The wallet of an event, once. */
  take(event: ConfirmEvent): Wallet | null {
    const wallet = this.#held.get(event) ?? null;
    this.#held.delete(event);
    return wallet;
  }

  protected override announceReady(): void {
    const wallets = this.group.page === null ? [] : this.#wallets(this.group.page);
    const none = { amazonPay: false, applePay: false, googlePay: false, link: false, paypal: false, klarna: false };
    const available: AvailablePaymentMethods = {
      ...none,
      applePay: wallets.includes('apple_pay'),
      googlePay: wallets.includes('google_pay'),
    };
    this.emitter.emit('ready', {
      elementType: 'expressCheckout',
      availablePaymentMethods: wallets.length === 0 ? undefined : available,
    });
  }

  protected override toSetup(page: GroupPage): ExpressSetup {
    return {
      kind: 'express',
      locale: this.group.locale,
      wallets: this.#wallets(page),
      buttonHeight: this.#options.buttonHeight ?? 44,
    };
  }

  protected override hear(message: FrameEvent): void {
    if (message.type === 'express-click') void this.#pay(message.wallet);
  }

  protected override forget(): void {
    this.#held.clear();
  }

  /** Both wallets for card payments, unless the page says never. */
  #wallets({ config }: GroupPage): readonly WalletType[] {
    if (!config.payment_method_types.includes('card')) return [];
    const order = this.#options.paymentMethodOrder ?? [];
    const rank = (wallet: WalletType): number => {
      const place = order.findIndex((name) => name === wallet || name === optionNames[wallet]);
      return place === -1 ? order.length : place;
    };
    return walletTypes
      .filter((wallet) => this.#options.paymentMethods?.[optionNames[wallet]] !== 'never')
      .sort((a, b) => rank(a) - rank(b));
  }

  async #pay(wallet: WalletType): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    const card = await openWallet(this.group.origin, { locale: this.group.locale, wallet, amount: this.#amount() });
    this.#open = false;
    if (!this.mounted) return;
    if (card === null) {
      this.emitter.emit('cancel', { elementType: 'expressCheckout' });
      return;
    }
    const event: ConfirmEvent = {
      expressPaymentType: wallet,
      // The sheet has told the customer already; an event that has failed does not pay.
      paymentFailed: () => void this.#held.delete(event),
    };
    this.#held.set(event, { type: wallet, card });
    this.emitter.emit('confirm', event);
  }
}

function check(
  call: string,
  options: Options | StripeExpressCheckoutElementUpdateOptions,
  known: readonly string[],
): void {
  refuseUnknownOptions(call, options, known);
  const { buttonHeight } = options;
  if (buttonHeight !== undefined && !(buttonHeight >= 40 && buttonHeight <= 55))
    throw new IntegrationError(`Invalid value for ${call}: buttonHeight should be between 40 and 55.`);
}

function refuseUnknownEvent(type: string): void {
  if (!events.includes(type))
    throw new IntegrationError(`${type} is not an event of the Express Checkout Element of a Checkout Session.`);
}

/**
 * Compiles as long as the class is what Stripe's types promise.
 *
 * @internal
 */
export const asExpressElement = (element: ExpressElement): StripeCheckoutExpressCheckoutElement => element;
