/** The billing Address Element of a checkout. */
import type {
  StripeAddressElement,
  StripeAddressElementChangeEvent,
  StripeAddressElementOptions,
  StripeCheckoutAddressElementOptions,
  StripeCheckoutContact,
} from '@stripe/stripe-js';
import type { AddressChange, AddressSetup } from '../../wire/frame-messages.js';
import { IntegrationError } from '../integration-error.js';
import type { ElementGroup, GroupPage } from './element-group.js';
import { refuseUnknownOptions } from './refuse-unknown-options.js';
import { SimulatedElement } from './simulated-element.js';
import type { ElementEvents, FrameEvent } from './simulated-element.js';

type AddressEvents = ElementEvents<'address', StripeAddressElementChangeEvent>;
type Value = Pick<StripeAddressElementChangeEvent, 'complete' | 'isNewAddress' | 'value'>;

const nothing: AddressChange = {
  empty: true,
  complete: false,
  isNewAddress: true,
  value: { name: '', address: { line1: '', line2: null, city: '', state: '', postal_code: '', country: '' } },
};
const knownOptions = ['contacts', 'display', 'fields'];
/** What only a group of an intent takes. */
const groupOptions = ['mode', 'defaultValues', 'autocomplete'];
type Options = StripeCheckoutAddressElementOptions &
  Partial<Pick<StripeAddressElementOptions, 'mode' | 'defaultValues' | 'autocomplete'>>;

export class AddressElement extends SimulatedElement<'address', StripeAddressElementChangeEvent, AddressEvents> {
  #options: Options;
  readonly #known: readonly string[];
  #change: AddressChange = nothing;

  constructor(group: ElementGroup, options: Options = {}, inGroup = false) {
    super(group, 'address');
    this.#known = inGroup ? [...knownOptions, ...groupOptions] : knownOptions;
    refuseUnknownOptions(
      inGroup ? "elements.create('address')" : 'createBillingAddressElement()',
      options,
      this.#known,
    );
    if (inGroup && options.mode !== 'billing') {
      throw new IntegrationError("elements.create('address') is simulated with mode: 'billing' only.");
    }
    refuseNameField(options);
    this.#options = options;
  }

  on<Type extends keyof AddressEvents>(type: Type, handler: (event: AddressEvents[Type]) => unknown): this {
    this.emitter.add(type, handler);
    return this;
  }

  once<Type extends keyof AddressEvents>(type: Type, handler: (event: AddressEvents[Type]) => unknown): this {
    this.emitter.once(type, handler);
    return this;
  }

  off<Type extends keyof AddressEvents>(type: Type, handler?: (event: AddressEvents[Type]) => unknown): this {
    this.emitter.remove(type, handler);
    return this;
  }

  update(options: Partial<StripeAddressElementOptions>): this {
    this.assertUsable();
    refuseUnknownOptions('element.update()', options, this.#known);
    refuseNameField(options);
    this.#options = { ...this.#options, ...options };
    this.refresh();
    return this;
  }

  /** Shows what is missing and gives what is there. */
  async getValue(): Promise<Value> {
    this.assertUsable();
    const answer = await this.line?.ask({ name: 'value' });
    if (!answer)
      throw new IntegrationError(
        'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.',
      );
    return toValue(answer.change);
  }

  get complete(): boolean {
    return this.mounted && this.#change.complete;
  }

  get value(): AddressChange['value'] {
    return this.#change.value;
  }

  async validate(): Promise<string | null> {
    const answer = await this.line?.ask({ name: 'validate' });
    return answer ? answer.problem : 'Your address is incomplete.';
  }

  protected override toSetup({ session }: GroupPage): AddressSetup {
    return {
      kind: 'address',
      locale: this.group.locale,
      name: this.#options.display?.name ?? 'full',
      phone: this.#options.fields?.phone === 'always',
      contacts: this.#options.contacts ?? [],
      defaultContact: session.billingAddress ?? toContact(this.#options) ?? this.group.defaults.billingAddress,
    };
  }

  protected override hear(message: FrameEvent): void {
    if (message.type !== 'address-change') return;
    this.#change = message.change;
    this.mark({ ...message.change, invalid: message.invalid });
    this.emitter.emit('change', { elementType: 'address', elementMode: 'billing', ...message.change });
    this.group.addressChanged(message.change);
    this.group.elementChanged();
  }

  protected override forget(): void {
    this.#change = nothing;
    this.mark({ empty: true, complete: false, invalid: false });
  }
}

/** What the page knows already. Without a country there is no form to fill in. */
function toContact({ defaultValues }: Options): StripeCheckoutContact | null {
  if (!defaultValues?.address?.country) return null;
  const { address, name, firstName, lastName } = defaultValues;
  const whole = name ?? [firstName, lastName].filter(Boolean).join(' ');
  return { ...(whole && { name: whole }), address: { ...address, country: address.country } };
}

function toValue({ complete, isNewAddress, value }: AddressChange): Value {
  return { complete, isNewAddress, value };
}

function refuseNameField(options: StripeCheckoutAddressElementOptions): void {
  if (options.fields?.name !== undefined) {
    throw new IntegrationError('fields.name on the Address Element needs beta access. It is not simulated.');
  }
}

/**
 * Compiles as long as the class is what Stripe's types promise.
 *
 * @internal
 */
export const asAddressElement = (element: AddressElement): StripeAddressElement => element;
