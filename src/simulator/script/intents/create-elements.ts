/** `stripe.elements()`: a group of elements for one intent. */
import type {
  StripeAddressElementOptions,
  StripeElements,
  StripeElementsOptions,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import { AddressElement } from '../elements/address-element.js';
import { Emitter } from '../elements/emitter.js';
import { PaymentElement } from '../elements/payment-element.js';
import { IntegrationError } from '../integration-error.js';
import { readElementsOptions } from './elements-options.js';
import { IntentGroup, type GroupContext } from './intent-group.js';

/** The kinds that are simulated. */
interface Kinds {
  readonly payment: PaymentElement;
  readonly address: AddressElement;
}

export interface SimulatedElements extends Pick<StripeElements, 'update' | 'fetchUpdates' | 'submit'> {
  on(event: 'update-end', handler: () => void): void;
  create(type: 'payment', options?: StripePaymentElementOptions): PaymentElement;
  create(type: 'address', options: StripeAddressElementOptions): AddressElement;
  getElement<Kind extends keyof Kinds>(type: Kind, options?: { readonly mode?: string }): Kinds[Kind] | null;
}

const groups = new WeakMap<object, IntentGroup>();

/** The group behind what `stripe.elements()` gave. */
export function groupOf(call: string, elements: unknown): IntentGroup {
  const group = typeof elements === 'object' && elements !== null ? groups.get(elements) : undefined;
  if (!group) throw new IntegrationError(`Invalid value for ${call}: elements should be an Elements group.`);
  return group;
}

export function createElements(context: GroupContext, options?: StripeElementsOptions): SimulatedElements {
  const group = new IntentGroup(context, readElementsOptions(options));
  const listeners = new Emitter<{ 'update-end': undefined }>();

  function create(type: 'payment', more?: StripePaymentElementOptions): PaymentElement;
  function create(type: 'address', more: StripeAddressElementOptions): AddressElement;
  function create(type: string, more?: StripePaymentElementOptions | StripeAddressElementOptions): object {
    if (type !== 'payment' && type !== 'address') {
      throw new IntegrationError(`elements.create('${type}') is not simulated.`);
    }
    if (group[type] !== null) throw new IntegrationError(`Can only create one Element of type ${type}`);
    if (type === 'address') {
      const element = new AddressElement(group, more as StripeAddressElementOptions, true);
      group.setAddress(element);
      return element;
    }
    if (group.purpose.type === 'none') {
      throw new IntegrationError(
        'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
      );
    }
    const element = new PaymentElement(group, more as StripePaymentElementOptions, true);
    group.setPayment(element);
    return element;
  }

  const elements: SimulatedElements = {
    create,
    getElement: <Kind extends keyof Kinds>(type: Kind) => group[type] as Kinds[Kind] | null,
    on: (event, handler) => {
      listeners.add(event, handler);
    },
    update: async (changes) => {
      group.update(changes);
      await Promise.resolve();
      listeners.emit('update-end', undefined);
    },
    submit: async () => {
      if (group.payment?.mounted !== true) throw notMounted('elements.submit()');
      const error = await group.submit();
      return error === null ? { selectedPaymentMethod: group.payment.selected } : { error };
    },
    fetchUpdates: async () => {
      if (group.purpose.type !== 'intent') {
        throw new IntegrationError(
          'elements.fetchUpdates() is for Elements groups that were made with a clientSecret.',
        );
      }
      const error = await group.open();
      return error === null ? {} : { error: { message: error.message ?? '' } };
    },
  };
  groups.set(elements, group);
  return elements;
}

export const notMounted = (call: string): IntegrationError =>
  new IntegrationError(
    `Invalid value for ${call}: elements should have a mounted Payment Element or Express Checkout Element.`,
  );
