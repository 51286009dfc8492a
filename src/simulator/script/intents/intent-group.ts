/** The state of one Elements group: what it is for, its elements, and whether it was submitted. */
import type { Appearance, StripeElementsUpdateOptions, StripeError } from '@stripe/stripe-js';
import type { Font } from '../../wire/frame-messages.js';
import { openElements, removeSaved, type ElementsSession } from '../../wire/intents.js';
import { connectionMessage } from '../checkout/to-error.js';
import { findComplaints } from '../checkout/validate-elements.js';
import type { AddressElement } from '../elements/address-element.js';
import type { ElementGroup, GroupPage } from '../elements/element-group.js';
import type { PaymentElement } from '../elements/payment-element.js';
import { toLocale } from '../to-locale.js';
import { checkUpdate, toContext, type GroupOptions, type Purpose } from './elements-options.js';
import { toValidationError } from './validation-error.js';

export interface GroupContext {
  readonly origin: string;
  readonly key: string;
  readonly locale: string;
}

export class IntentGroup implements ElementGroup {
  readonly origin: string;
  readonly asksEmail = true;
  readonly savedPaymentMethod = {};
  readonly defaults = { billingAddress: null };
  readonly #key: string;
  readonly #customerSession: string | undefined;
  #locale: string;
  #purpose: Purpose;
  #appearance: Appearance;
  #fonts: readonly Font[];
  #session: ElementsSession | null = null;
  #failure: StripeError | null = null;
  #payment: PaymentElement | null = null;
  #address: AddressElement | null = null;
  #beside = false;
  /** `submit()` has said yes. */
  submitted = false;
  /** A confirmation is under way. */
  confirming = false;

  constructor({ origin, key, locale }: GroupContext, options: GroupOptions) {
    this.origin = origin;
    this.#key = key;
    this.#customerSession = options.customerSession;
    this.#locale = options.locale === undefined ? locale : toLocale(options.locale);
    this.#purpose = options.purpose;
    this.#appearance = options.appearance;
    this.#fonts = options.fonts;
    void this.open();
  }

  get purpose(): Purpose {
    return this.#purpose;
  }

  get locale(): string {
    return this.#locale;
  }

  get appearance(): Appearance {
    return this.#appearance;
  }

  get fonts(): readonly Font[] {
    return this.#fonts;
  }

  get failure(): StripeError | null {
    return this.#failure;
  }

  get page(): GroupPage | null {
    if (this.#session === null) return null;
    const keeps = this.#purpose.type === 'deferred' && this.#purpose.context.setup_future_usage !== undefined;
    return {
      session: { billingAddress: null, savedPaymentMethods: [...(this.#session.saved_payment_methods ?? [])] },
      config: {
        mode: keeps ? 'setup' : this.#session.mode,
        payment_method_save: 'disabled',
        payment_method_remove: this.#session.payment_method_remove ?? 'disabled',
        payment_method_types: this.#session.payment_method_types,
        bank_verification: this.#session.bank_verification,
      },
    };
  }

  /** Null once destroyed, so that another can be made. */
  get payment(): PaymentElement | null {
    return this.#payment?.destroyed === true ? null : this.#payment;
  }

  get address(): AddressElement | null {
    return this.#address?.destroyed === true ? null : this.#address;
  }

  get collectsBillingAddress(): boolean {
    return this.address?.mounted === true;
  }

  setPayment(element: PaymentElement): void {
    this.#payment = element;
  }

  setAddress(element: AddressElement): void {
    this.#address = element;
  }

  /** Asks the API what the fields are for; gives what it refused. */
  async open(): Promise<StripeError | null> {
    const asked = this.#toQuestion();
    if (asked === null) return null;
    const answer = await openElements(this.origin, this.#key, asked);
    if (answer !== null && 'session' in answer) {
      this.#session = answer.session;
      this.#failure = null;
    } else {
      const error = answer?.error ?? ({ type: 'api_connection_error', message: connectionMessage } as const);
      // Fields that are there already stay.
      if (this.#session !== null) return error;
      this.#failure = error;
    }
    this.#refresh();
    return this.#failure;
  }

  /** Lets every mounted element complain; the first invalid field is focused. */
  async submit(): Promise<StripeError | null> {
    const [complaint] = await findComplaints(this);
    this.submitted = complaint === undefined;
    return complaint === undefined ? null : toValidationError(complaint);
  }

  update(options: StripeElementsUpdateOptions): void {
    checkUpdate(options);
    if (this.#purpose.type === 'deferred') {
      this.#purpose = { type: 'deferred', context: toContext(options, this.#purpose.context) };
    }
    if (options.locale !== undefined) this.#locale = toLocale(options.locale);
    if (options.fonts !== undefined) this.#fonts = options.fonts;
    if (options.appearance !== undefined) this.#appearance = options.appearance;
    for (const element of this.#elements) element.refreshAppearance();
    this.#refresh();
  }

  elementChanged(): void {
    if (this.#beside === this.collectsBillingAddress) return;
    this.#beside = this.collectsBillingAddress;
    this.payment?.refresh();
  }

  /** The address is read when it is needed: at confirm. */
  addressChanged(): void {}

  async removeSaved(id: string): Promise<string | null> {
    if (this.#purpose.type !== 'intent') return connectionMessage;
    const secrets = {
      client_secret: this.#purpose.secret.clientSecret,
      customer_session_client_secret: this.#customerSession,
    };
    const answer = await removeSaved(this.origin, this.#key, id, secrets);
    if (answer !== null && 'session' in answer) this.#session = answer.session;
    this.#refresh();
    if (answer === null) return connectionMessage;
    return 'session' in answer ? null : (answer.error.message ?? '');
  }

  get #elements(): (PaymentElement | AddressElement)[] {
    return [this.payment, this.address].filter((element) => element !== null);
  }

  #refresh(): void {
    for (const element of this.#elements) element.refresh();
  }

  #toQuestion(): object | null {
    switch (this.#purpose.type) {
      case 'intent': {
        const { kind, clientSecret } = this.#purpose.secret;
        const saved = this.#customerSession;
        return { type: kind, client_secret: clientSecret, ...(saved && { customer_session_client_secret: saved }) };
      }
      case 'deferred':
        return { type: 'deferred_intent', deferred_intent: this.#purpose.context };
      case 'none':
        return null;
    }
  }
}
