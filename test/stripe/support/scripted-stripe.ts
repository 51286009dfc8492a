/** A Stripe.js that answers as it is told, for answers that test cards cannot bring about. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';
import { stripeSession } from './stripe-session.js';

type Confirmation = { type: 'success'; session: StripeCheckoutSession } | { type: 'error'; error: object };

const field = (on: (type: string, handler: (event: never) => void) => void = () => undefined) => ({
  on,
  mount: () => undefined,
  unmount: () => undefined,
  destroy: () => undefined,
  focus: (): void => {
    throw new Error('This Element has already been destroyed.');
  },
});

/** What its methods do next; a function that throws is Stripe.js refusing. */
export class ScriptedStripe {
  key = '';
  options: { readonly clientSecret?: unknown; readonly elementsOptions?: object } = {};
  confirmedWith: unknown = null;
  loadActions: () => Promise<unknown> = () => Promise.resolve({ type: 'success', actions: this.#actions });
  confirm: () => Confirmation = () => {
    throw new Error('Nothing was scripted.');
  };
  updateEmail: () => Promise<unknown> = () => Promise.reject(new Error('The connection broke.'));
  validate: () => object = () => ({ type: 'success', session: stripeSession() });

  readonly #actions = {
    getSession: () => stripeSession(),
    confirm: (options: unknown) => {
      this.confirmedWith = options;
      return Promise.resolve().then(() => this.confirm());
    },
    validateElements: () => Promise.resolve().then(() => this.validate()),
    updateEmail: () => this.updateEmail(),
    runServerUpdate: async (change: () => Promise<unknown>) => {
      await change();
      return { type: 'success', session: stripeSession() };
    },
  };

  readonly #express = new Map<string, (event: never) => void>();

  /** Something happens at the buttons of wallets. */
  tell(type: 'ready' | 'loaderror' | 'confirm', event: object): void {
    this.#express.get(type)?.(event as never);
  }

  create(key: string): object {
    this.key = key;
    return {
      initCheckoutElementsSdk: (options: ScriptedStripe['options']) => {
        this.options = options;
        return {
          on: () => undefined,
          loadActions: () => this.loadActions(),
          changeAppearance: () => undefined,
          createPaymentElement: () => field(),
          createBillingAddressElement: () => field(),
          createExpressCheckoutElement: () =>
            field((type, handler) => {
              this.#express.set(type, handler);
            }),
        };
      },
    };
  }
}

let latest: ScriptedStripe | null = null;

/** Becomes what the official loader finds. It looks once per page and remembers, so it finds a way to the latest. */
export function install(stripe: ScriptedStripe): void {
  latest = stripe;
  const create = (key: string): object | undefined => latest?.create(key);
  Object.assign(window, { Stripe: Object.assign(create, { version: 'endive' }) });
}
