/** A customer in the same document: jsdom, or a browser whose tests run in the page. */
import type { BillingCheckout } from '../../element/billing-checkout.js';
import { toCustomer, type Customer } from './customer.js';
import type { Hands, Place, Press } from './hands.js';

const GROUPS = { payment: 'Secure payment input frame', address: 'Secure address input frame' } as const;

/**
 * A customer in front of an element in the same document, with the in-page fields of `installStripe()`.
 *
 * @param element - The tag. The first of the document unless given.
 * @throws When the document has none.
 *
 * @example
 * ```ts
 * import 'billing-checkout';
 * import { cards, customerIn, installStripe } from 'billing-checkout/testing';
 *
 * await installStripe();
 * document.body.innerHTML = '<billing-checkout publishable-key="pk_test_shop" price="pro_monthly"></billing-checkout>';
 * const customer = customerIn();
 * await customer.fill(cards.pays);
 * await customer.submit();
 * console.log(await customer.outcome());
 * ```
 */
export function customerIn(element: BillingCheckout | null = document.querySelector('billing-checkout')): Customer {
  if (!element) throw new Error('There is no <billing-checkout> in the document.');
  return toCustomer(createHands(element));
}

/** Events that tell what became of an attempt. */
const TELLING = ['complete', 'decline', 'invalid', 'error'] as const;

function createHands(element: BillingCheckout): Hands {
  let events: string[] = [];
  for (const name of TELLING) element.addEventListener(`billing-${name}`, () => events.push(name));
  return {
    fill: async (place, name, value) => {
      const field = findPlace(element, place)?.querySelector(`[name="${name}"]`);
      if (!isField(field) || field.closest('[hidden]')) return false;
      typeInto(field, value);
      await element.updateComplete;
      return true;
    },
    press: async (what) => {
      const button = findButton(element, what);
      if (!button) return false;
      if (what === 'submit') events = [];
      button.click();
      return true;
    },
    look: async () => {
      await element.updateComplete;
      const { state, busy, renderRoot } = element;
      return { state, busy, events, says: textOf(renderRoot.querySelector('[part~=outcome], [part~=error]')) };
    },
  };
}

/** Stripe's fields are in the document, where the element has put them. */
const findPlace = (element: BillingCheckout, place: Place): ParentNode | null =>
  place === 'form' ? element.renderRoot : element.querySelector(`[role=group][aria-label="${GROUPS[place]}"]`);

function findButton(element: BillingCheckout, what: Press): HTMLElement | null {
  if (what === 'submit') return findShown(element.renderRoot, '[part~=continue], [part~=submit]', () => true);
  return findShown(document, '[role=dialog][aria-label="Bank authentication"] button', (text) => text === what);
}

function findShown(root: ParentNode, selector: string, fits: (text: string | null) => boolean): HTMLElement | null {
  for (const node of root.querySelectorAll<HTMLElement>(selector))
    if (!node.closest('[hidden], [inert]') && fits(node.textContent)) return node;
  return null;
}

const isField = (node: unknown): node is HTMLInputElement | HTMLSelectElement =>
  node instanceof HTMLInputElement || node instanceof HTMLSelectElement;

function typeInto(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  field.focus();
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  field.blur();
}

const textOf = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
