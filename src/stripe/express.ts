/** Buttons of wallets beside the form of a Checkout Session. Loaded only for tags that ask for them. */
import type {
  StripeCheckoutConfirmResult,
  StripeCheckoutElementsSdk,
  StripeCheckoutExpressCheckoutElement,
  StripeCheckoutExpressCheckoutElementOptions,
  StripeExpressCheckoutElementConfirmEvent,
} from '@stripe/stripe-js';
import type { GatewayEvent, Look, Result } from '../core/ports.js';
import { attempt, DONE } from '../core/result.js';

/** As high as our own button; also the room that is kept for one row of them. */
const BUTTON_HEIGHT = 48;

/** What a sheet is told. Why, the customer reads in the form. */
const FAILED = { reason: 'fail' } as const;

/** What `confirm()` is given for a wallet. */
export interface ByWallet {
  readonly expressCheckoutConfirmEvent: StripeExpressCheckoutElementConfirmEvent;
}

/** The buttons, and the wallet that waits. */
export class Express {
  readonly #element: StripeCheckoutExpressCheckoutElement;
  #mounted = false;
  /** A wallet in which the customer has said yes, until it pays or is refused. */
  #waiting: StripeExpressCheckoutElementConfirmEvent | null = null;

  constructor(checkout: StripeCheckoutElementsSdk, look: Look, emit: (event: GatewayEvent) => void) {
    this.#element = checkout.createExpressCheckoutElement(toOptions(look));
    this.#element.on('ready', ({ availablePaymentMethods }) => {
      emit({ type: 'wallets.known', available: Object.values(availablePaymentMethods ?? {}).includes(true) });
    });
    // The form pays without them.
    this.#element.on('loaderror', () => {
      emit({ type: 'wallets.known', available: false });
    });
    this.#element.on('confirm', (event) => {
      // One after another: the first is still being checked.
      if (this.#waiting) {
        event.paymentFailed(FAILED);
        return;
      }
      this.#waiting = event;
      emit({ type: 'wallet.authorized', wallet: event.expressPaymentType });
    });
  }

  /** Shows the buttons; again, when a framework has taken the first node away. */
  mount(node: HTMLElement): Promise<Result<null>> {
    return attempt('stripe.frame_failed', () => {
      if (this.#mounted) this.#element.unmount();
      this.#mounted = true;
      this.#element.mount(node);
      return DONE;
    });
  }

  /** Pays with the wallet that waits. Its sheet hears of a known no, and of nothing that nobody knows. */
  async pay(
    confirm: (byWallet: ByWallet) => Promise<StripeCheckoutConfirmResult>,
  ): Promise<StripeCheckoutConfirmResult> {
    const event = this.#waiting;
    if (!event) throw new Error('No wallet waits to be paid.');
    this.#waiting = null;
    try {
      const answer = await confirm({ expressCheckoutConfirmEvent: event });
      if (answer.type === 'error' && answer.error.code === 'paymentFailed') event.paymentFailed(FAILED);
      return answer;
    } catch (cause) {
      // Refused by Stripe.js itself: nothing was sent.
      event.paymentFailed(FAILED);
      throw cause;
    }
  }

  /** Its sheet says that nothing is paid. */
  refuse(): void {
    const event = this.#waiting;
    this.#waiting = null;
    event?.paymentFailed(FAILED);
  }

  /** Takes the buttons away. */
  destroy(): void {
    this.refuse();
    this.#element.destroy();
  }
}

const toOptions = ({ theme }: Look): StripeCheckoutExpressCheckoutElementOptions => {
  const color = theme === 'night' ? 'white' : 'black';
  return {
    buttonHeight: BUTTON_HEIGHT,
    buttonTheme: { applePay: color, googlePay: color },
    buttonType: { applePay: 'plain', googlePay: 'plain' },
    // One row, which keeps its place; the rest behind "show more".
    layout: { maxColumns: 2, maxRows: 1, overflow: 'auto' },
    paymentMethodOrder: undefined,
    paymentMethods: undefined,
  };
};
