/** The Payment Element of a checkout: every way to pay that it offers. */
import type {
  BillingDetailsFieldsOption,
  StripeCheckoutPaymentElementOptions,
  StripePaymentElement,
  StripePaymentElementCardDetailsChangeEvent,
  StripePaymentElementChangeEvent,
  StripePaymentElementOptions,
  StripePaymentElementSavedPaymentMethodRemoveEvent,
  StripePaymentElementUpdateOptions,
} from '@stripe/stripe-js';
import { toSavedMethod } from '../../wire/saved-method.js';
import type { FrameConfirm, FrameIntentConfirm, PaymentChange, PaymentSetup } from '../../wire/frame-messages.js';
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import type { IntentReply } from '../../wire/intents.js';
import { methodTypes, type MethodType } from '../../wire/method-data.js';
import { linkBank } from '../challenge/link-bank.js';
import type { ElementGroup, GroupPage } from './element-group.js';
import { refuseUnknownOptions } from './refuse-unknown-options.js';
import { SimulatedElement } from './simulated-element.js';
import type { ElementEvents, FrameEvent } from './simulated-element.js';

interface PaymentEvents extends ElementEvents<'payment', StripePaymentElementChangeEvent> {
  readonly carddetailschange: StripePaymentElementCardDetailsChangeEvent;
  readonly savedpaymentmethodremove: StripePaymentElementSavedPaymentMethodRemoveEvent;
}

const nothing: PaymentChange = { empty: true, complete: false, collapsed: false, value: { type: 'card' } };
const createOptions = ['layout', 'paymentMethodOrder', 'readOnly', 'terms', 'fields', 'wallets', 'walletOptions'];
/** What only a group of an intent takes. */
const groupOptions = ['defaultValues', 'business', 'applePay'] as const;
type Options = StripeCheckoutPaymentElementOptions & Pick<StripePaymentElementOptions, (typeof groupOptions)[number]>;

const updateOptions = [
  'defaultValues',
  'business',
  'paymentMethodOrder',
  'fields',
  'readOnly',
  'terms',
  'applePay',
  'walletOptions',
  'layout',
];

const updatableLayout = ['type', 'radios', 'spacedAccordionItems', 'visibleAccordionItemsCount'];

export class PaymentElement extends SimulatedElement<'payment', StripePaymentElementChangeEvent, PaymentEvents> {
  #options: Options;
  #change: PaymentChange = nothing;

  constructor(group: ElementGroup, options: Options = {}, inGroup = false) {
    super(group, 'payment');
    if (inGroup) refuseUnknownOptions("elements.create('payment')", options, [...createOptions, ...groupOptions]);
    else refuseUnknownOptions('createPaymentElement()', options, createOptions);
    this.#options = options;
  }

  on<Type extends keyof PaymentEvents>(type: Type, handler: (event: PaymentEvents[Type]) => unknown): this {
    this.emitter.add(type, handler);
    return this;
  }

  once<Type extends keyof PaymentEvents>(type: Type, handler: (event: PaymentEvents[Type]) => unknown): this {
    this.emitter.once(type, handler);
    return this;
  }

  off<Type extends keyof PaymentEvents>(type: Type, handler?: (event: PaymentEvents[Type]) => unknown): this {
    this.emitter.remove(type, handler);
    return this;
  }

  update(options: Partial<StripePaymentElementUpdateOptions>): this {
    this.assertUsable();
    refuseUnknownOptions('element.update()', options, updateOptions);
    if (typeof options.layout === 'object')
      refuseUnknownOptions('element.update() layout', options.layout, updatableLayout);
    this.#options = { ...this.#options, ...options };
    this.refresh();
    return this;
  }

  /** One way to pay is shown without an accordion, and of several one stays open: there is nothing to collapse. */
  collapse(): this {
    this.assertUsable();
    return this;
  }

  /** The page turned the frame's country off, so it has to give one. */
  get hidesCountry(): boolean {
    return !toBillingFields(this.#billingDetails).country;
  }

  get complete(): boolean {
    return this.mounted && this.#change.complete;
  }

  /** The way to pay that is open. */
  get selected(): string {
    return this.#change.value.type;
  }

  /** Null when all is well, else the first complaint; the field is focused. */
  async validate(): Promise<string | null> {
    const answer = await this.line?.ask({ name: 'validate' });
    return answer ? answer.problem : 'Your payment details are incomplete.';
  }

  async confirm(confirm: FrameConfirm): Promise<PaymentPageReply> {
    const answer = await this.line?.ask({ name: 'confirm', confirm });
    return answer ? answer.reply : { outcome: 'lost' };
  }

  /** Confirms an intent with what was typed or chosen. */
  async pay(confirm: FrameIntentConfirm): Promise<IntentReply> {
    const answer = await this.line?.ask({ name: 'pay', confirm });
    return answer ? answer.reply : { outcome: 'lost' };
  }

  protected override toSetup({ session, config }: GroupPage): PaymentSetup {
    const shown = toBillingFields(this.#billingDetails);
    const beside = this.group.collectsBillingAddress;
    const { enableSave, enableRedisplay } = this.group.savedPaymentMethod;
    const address = (session.billingAddress ?? this.group.defaults.billingAddress)?.address;
    const given = this.#options.defaultValues?.billingDetails?.address;
    return {
      kind: 'payment',
      locale: this.group.locale,
      mode: config.mode,
      terms: this.#options.terms?.card ?? 'auto',
      readOnly: this.#options.readOnly ?? false,
      billingFields: { country: shown.country && !beside, postalCode: shown.postalCode && !beside },
      defaultAddress: {
        country: address?.country ?? given?.country ?? null,
        postalCode: address?.postal_code ?? given?.postal_code ?? null,
      },
      methods: this.#order(config.payment_method_types),
      bankVerification: config.bank_verification,
      contactFields: {
        name: !beside && !hides(this.#billingDetails, 'name'),
        email: this.group.asksEmail && !hides(this.#billingDetails, 'email'),
      },
      defaultContact: {
        name: this.#options.defaultValues?.billingDetails?.name ?? session.billingAddress?.name ?? null,
        email: this.#options.defaultValues?.billingDetails?.email ?? null,
      },
      savedPaymentMethods: enableRedisplay === 'never' ? [] : (session.savedPaymentMethods ?? []),
      offerRemove: config.payment_method_remove === 'enabled' && this.group.removeSaved !== undefined,
      offerSave: config.payment_method_save === 'enabled' && enableSave !== 'never',
    };
  }

  get #billingDetails(): BillingDetailsFieldsOption | undefined {
    return this.#options.fields?.card?.billingDetails ?? this.#options.fields?.billingDetails;
  }

  /** As the page wants them; what it does not name comes after, in Stripe's order. */
  #order(types: readonly string[]): MethodType[] {
    const wanted = this.#options.paymentMethodOrder ?? [];
    const place = (type: string): number => (wanted.includes(type) ? wanted.indexOf(type) : wanted.length);
    return methodTypes.filter((type) => types.includes(type)).sort((a, b) => place(a) - place(b));
  }

  async #link(): Promise<void> {
    const linked = await linkBank(this.group.origin, this.group.locale);
    if (!this.mounted) return;
    this.focus();
    this.send({ type: 'bank-linked', linked });
  }

  protected override hear(message: FrameEvent): void {
    if (message.type === 'link-bank') {
      void this.#link();
      return;
    }
    if (message.type === 'payment-change') {
      this.#change = message.change;
      this.mark({ ...message.change, invalid: message.invalid });
      this.emitter.emit('change', { elementType: 'payment', ...message.change });
      this.group.elementChanged();
    } else if (message.type === 'saved-remove') {
      void this.#removeSaved(message.id);
    } else if (message.type === 'card-details') {
      const brands = message.brand === null ? null : [message.brand];
      this.emitter.emit('carddetailschange', {
        elementType: 'payment',
        loading: false,
        details: { brands, funding: null },
      });
    }
  }

  async #removeSaved(id: string): Promise<void> {
    const saved = this.group.page?.session.savedPaymentMethods?.find((method) => method.id === id);
    if (!saved || !this.group.removeSaved) return;
    const problem = await this.group.removeSaved(id);
    this.emitter.emit('savedpaymentmethodremove', {
      elementType: 'payment',
      success: problem === null,
      ...(problem === null ? {} : { error: problem }),
      payment_method: toSavedMethod(saved),
    });
  }

  protected override forget(): void {
    this.#change = nothing;
    this.mark({ empty: true, complete: false, invalid: false });
  }
}

const hides = (option: BillingDetailsFieldsOption | undefined, field: 'name' | 'email'): boolean =>
  option === 'never' || (typeof option === 'object' && option[field] === 'never');

export function toBillingFields(option: BillingDetailsFieldsOption | undefined): {
  country: boolean;
  postalCode: boolean;
} {
  const address = typeof option === 'object' ? option.address : option;
  if (address === 'never') return { country: false, postalCode: false };
  if (typeof address !== 'object') return { country: true, postalCode: true };
  return { country: address.country !== 'never', postalCode: address.postalCode !== 'never' };
}

/**
 * Compiles as long as the class is what Stripe's types promise.
 *
 * @internal
 */
export const asPaymentElement = (element: PaymentElement): StripePaymentElement => element;
