/** The customer's saved cards and "use another card", as radio buttons. */
import type { StripeCheckoutSavedPaymentMethod } from '@stripe/stripe-js';
import { cardBrands } from '../card/card-brands.js';
import { h } from '../form/h.js';
import { createCardIcon } from './card-icon.js';

/** Radios around the form for a new card; the first saved card is chosen. */
export class SavedCards {
  readonly node: HTMLElement;
  #items: readonly {
    readonly method: StripeCheckoutSavedPaymentMethod | null;
    readonly radio: HTMLInputElement;
    readonly node: HTMLElement;
  }[];
  readonly #form: HTMLElement;

  constructor(
    methods: readonly StripeCheckoutSavedPaymentMethod[],
    form: HTMLElement,
    { changed, remove }: { readonly changed: () => void; readonly remove: ((id: string) => void) | null },
  ) {
    this.#form = form;
    this.#items = [...methods, null].map((method) => {
      const radio = h('input', { type: 'radio', name: 'method', value: method?.id ?? 'new' });
      const node = h('div', { class: 'AccordionItem', 'data-value': method?.id ?? 'card' }, toChoice(method, radio));
      if (method === null) node.append(form);
      else if (remove) node.append(toRemoveButton(method, () => remove(method.id)));
      radio.addEventListener('change', () => {
        this.#arrange();
        if (method === null) form.querySelector('input')?.focus();
        changed();
      });
      return { method, radio, node };
    });
    this.node = h(
      'fieldset',
      { class: 'Accordion' },
      h('legend', { class: 'visually-hidden' }, 'Payment method'),
      ...this.#items.map(({ node }) => node),
    );
    const first = this.#items[0];
    if (first !== undefined) first.radio.checked = true;
    this.#arrange();
  }

  /** Null while a new card is typed. */
  get chosen(): StripeCheckoutSavedPaymentMethod | null {
    return this.#items.find(({ radio }) => radio.checked)?.method ?? null;
  }

  focus(): void {
    this.#items.find(({ radio }) => radio.checked)?.radio.focus();
  }

  setDisabled(disabled: boolean): void {
    for (const { radio } of this.#items) radio.disabled = disabled;
  }

  /** Takes away what is no longer there; whoever is in it goes on with what comes first. */
  keep(methods: readonly StripeCheckoutSavedPaymentMethod[]): void {
    const gone = this.#items.filter(({ method }) => method !== null && !methods.some(({ id }) => id === method.id));
    if (gone.length === 0) return;
    const focused = gone.some(({ node }) => node.contains(document.activeElement));
    this.#items = this.#items.filter((item) => !gone.includes(item));
    for (const { node } of gone) node.remove();
    const [first] = this.#items;
    if (first !== undefined && gone.some(({ radio }) => radio.checked)) first.radio.checked = true;
    this.#arrange();
    if (focused) this.focus();
  }

  #arrange(): void {
    for (const { radio, node } of this.#items) node.classList.toggle('AccordionItem--selected', radio.checked);
    this.#form.hidden = this.chosen !== null;
  }
}

function toRemoveButton({ card }: StripeCheckoutSavedPaymentMethod, remove: () => void): HTMLElement {
  const label = cardBrands.find(({ name }) => name === card.brand)?.label ?? card.brand;
  const button = h(
    'button',
    { type: 'button', class: 'Remove', 'aria-label': `Remove ${label} ending in ${card.last4}` },
    'Remove',
  );
  button.addEventListener('click', remove);
  return button;
}

function toChoice(method: StripeCheckoutSavedPaymentMethod | null, radio: HTMLInputElement): HTMLElement {
  if (method === null)
    return h('label', { class: 'Choice' }, radio, h('span', { class: 'ChoiceText' }, 'Use another card'));
  const { brand, last4, expMonth, expYear } = method.card;
  const known = cardBrands.find(({ name }) => name === brand);
  const expiry = `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;
  const name = h(
    'span',
    {},
    known?.label ?? brand,
    ' ',
    h('span', { 'aria-hidden': 'true' }, '••••'),
    h('span', { class: 'visually-hidden' }, 'ending in '),
    ` ${last4}`,
  );
  const note = h('span', { class: 'ChoiceNote' }, h('span', { class: 'visually-hidden' }, 'expires '), expiry);
  return h(
    'label',
    { class: 'Choice' },
    radio,
    ...(known === undefined || known.name === 'unknown' ? [] : [createCardIcon(known.name)]),
    h('span', { class: 'ChoiceText' }, name, note),
  );
}
