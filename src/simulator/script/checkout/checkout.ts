/** The state of one checkout: its page at the API, its elements, who listens, and whether it can be confirmed. */
import type { Appearance, StripeCheckoutSession, StripeError } from '@stripe/stripe-js';
import type { AddressChange, Font } from '../../wire/frame-messages.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import type { AddressElement } from '../elements/address-element.js';
import type { ElementGroup } from '../elements/element-group.js';
import type { ExpressElement } from '../elements/express-element.js';
import { Emitter } from '../elements/emitter.js';
import type { PaymentElement } from '../elements/payment-element.js';
import { AddressSync } from './address-sync.js';
import { canConfirm } from './can-confirm.js';
import type { CheckoutOptions } from './checkout-options.js';
import { PageConnection } from './page-connection.js';
import { connectionMessage } from './to-error.js';
import type { OpenResult } from './page-connection.js';
import { TotalReads, toSessionSnapshot } from './session-snapshot.js';

export interface CheckoutContext {
  readonly origin: string;
  readonly key: string;
  readonly locale: string;
}

export class Checkout implements ElementGroup {
  readonly origin: string;
  readonly locale: string;
  readonly defaults: ElementGroup['defaults'];
  readonly savedPaymentMethod: ElementGroup['savedPaymentMethod'];
  readonly connection: PageConnection;
  readonly asksEmail = false;
  readonly reads = new TotalReads();
  /** Settles when the page is open and the page's default values are at the API; or with why not. */
  readonly opened: Promise<OpenResult>;
  readonly #listeners = new Emitter<{ change: StripeCheckoutSession }>();
  readonly #addressSync: AddressSync;
  #appearance: Appearance;
  #fonts: readonly Font[];
  #failure: StripeError | null = null;
  #payment: PaymentElement | null = null;
  #address: AddressElement | null = null;
  #express: ExpressElement | null = null;
  #beside = false;
  #announced = '';
  #confirming = false;

  constructor(context: CheckoutContext, options: CheckoutOptions) {
    this.origin = context.origin;
    this.locale = context.locale;
    this.#appearance = options.appearance;
    this.#fonts = options.fonts;
    this.savedPaymentMethod = options.savedPaymentMethod;
    this.defaults = { billingAddress: options.defaultValues.billingAddress ?? null };
    this.connection = new PageConnection(context.origin, context.key, options.clientSecret, () => this.#announce());
    this.#addressSync = new AddressSync(this.connection);
    this.opened = this.#open(options.defaultValues);
  }

  get appearance(): Appearance {
    return this.#appearance;
  }

  get fonts(): readonly Font[] {
    return this.#fonts;
  }

  get page(): PaymentPage | null {
    return this.#announced === '' ? null : this.connection.page;
  }

  get failure(): StripeError | null {
    return this.#failure;
  }

  /** Null once destroyed, so that another can be made. */
  get payment(): PaymentElement | null {
    return this.#payment?.destroyed === true ? null : this.#payment;
  }

  get address(): AddressElement | null {
    return this.#address?.destroyed === true ? null : this.#address;
  }

  get express(): ExpressElement | null {
    return this.#express?.destroyed === true ? null : this.#express;
  }

  get collectsBillingAddress(): boolean {
    return this.address?.mounted === true;
  }

  get confirming(): boolean {
    return this.#confirming;
  }

  set confirming(confirming: boolean) {
    this.#confirming = confirming;
    this.#announce();
  }

  setExpress(element: ExpressElement): void {
    this.#express = element;
  }

  setPayment(element: PaymentElement): void {
    this.#payment = element;
  }

  setAddress(element: AddressElement): void {
    this.#address = element;
  }

  onChange(handler: (session: StripeCheckoutSession) => void): void {
    this.#listeners.add('change', handler);
  }

  changeAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#elements.forEach((element) => element.refreshAppearance());
  }

  loadFonts(fonts: readonly Font[]): void {
    this.#fonts = [...this.#fonts, ...fonts];
    this.#elements.forEach((element) => element.refreshAppearance());
  }

  toSession(page: PaymentPage): StripeCheckoutSession {
    return toSessionSnapshot(page, canConfirm(page, this), this.reads);
  }

  /** Sends an address that still waits for the customer to stop typing, and waits for the answer. */
  flushAddress(): Promise<void> {
    return this.#addressSync.flush();
  }

  elementChanged(): void {
    if (this.#beside !== this.collectsBillingAddress) {
      this.#beside = this.collectsBillingAddress;
      this.payment?.refresh();
    }
    this.#announce();
  }

  addressChanged(change: AddressChange): void {
    this.#addressSync.take(change);
  }

  async removeSaved(id: string): Promise<string | null> {
    const reply = await this.connection.update({ remove_payment_method: id });
    this.payment?.refresh();
    if (reply.outcome === 'page') return null;
    return reply.outcome === 'lost' ? connectionMessage : reply.error.message;
  }

  get #elements(): (PaymentElement | AddressElement | ExpressElement)[] {
    return [this.payment, this.address, this.express].filter((element) => element !== null);
  }

  async #open(defaults: CheckoutOptions['defaultValues']): Promise<OpenResult> {
    const result = await this.connection.opened;
    if ('failure' in result) this.#failure = result.failure;
    else {
      if (defaults.email !== undefined && result.page.config.email_editable)
        await this.connection.update({ email: defaults.email });
      if (defaults.phoneNumber !== undefined) await this.connection.update({ phone_number: defaults.phoneNumber });
      this.#announced = JSON.stringify(this.#view());
    }
    this.#elements.forEach((element) => element.refresh());
    return result;
  }

  #view(): unknown {
    const { page } = this.connection;
    return page === null ? null : { ...page.session, canConfirm: canConfirm(page, this) };
  }

  /** Tells listeners, unless nothing they can see has changed. */
  #announce(): void {
    const { page } = this.connection;
    if (page === null || this.#announced === '') return;
    const view = JSON.stringify(this.#view());
    if (view === this.#announced) return;
    this.#announced = view;
    this.#listeners.emit('change', this.toSession(page));
  }
}
