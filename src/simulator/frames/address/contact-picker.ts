/** Addresses the customer already has, and "add new". */
import type { ContactOption } from '@stripe/stripe-js';
import { h } from '../form/h.js';

export class ContactPicker {
  readonly node: HTMLElement;
  readonly #radios: readonly HTMLInputElement[];
  readonly #contacts: readonly ContactOption[];

  constructor(contacts: readonly ContactOption[], form: HTMLElement, changed: () => void) {
    this.#contacts = contacts;
    const items = [...contacts, null].map((contact, index) => {
      const radio = h('input', { type: 'radio', name: 'contact', value: String(index) });
      const node = h('div', { class: 'AccordionItem PickerItem' }, toChoice(contact, radio));
      if (contact === null) node.append(form);
      return { radio, node, contact };
    });
    const arrange = (): void => {
      for (const { radio, node } of items) node.classList.toggle('AccordionItem--selected', radio.checked);
      form.hidden = this.chosen !== null;
    };
    this.#radios = items.map(({ radio }) => radio);
    const first = this.#radios[0];
    if (first !== undefined) first.checked = true;
    for (const radio of this.#radios) {
      radio.addEventListener('change', () => {
        arrange();
        changed();
      });
    }
    this.node = h(
      'fieldset',
      { class: 'Accordion' },
      h('legend', { class: 'visually-hidden' }, 'Address'),
      ...items.map(({ node }) => node),
    );
    arrange();
  }

  /** Null while a new address is typed. */
  get chosen(): ContactOption | null {
    return this.#contacts[this.#radios.findIndex(({ checked }) => checked)] ?? null;
  }

  focus(): void {
    this.#radios.find(({ checked }) => checked)?.focus();
  }
}

function toChoice(contact: ContactOption | null, radio: HTMLInputElement): HTMLElement {
  if (contact === null)
    return h('label', { class: 'Choice' }, radio, h('span', { class: 'ChoiceText' }, 'Add new address'));
  const { line1, city, state, postal_code: postalCode } = contact.address;
  const place = [line1, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return h(
    'label',
    { class: 'Choice' },
    radio,
    h('span', { class: 'ChoiceText' }, contact.name, h('span', { class: 'ChoiceNote' }, place)),
  );
}
