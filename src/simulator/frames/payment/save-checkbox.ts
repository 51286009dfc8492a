/** Stripe's own "save" checkbox, which a page with a toggle of its own turns off. */
import { h } from '../form/h.js';

export class SaveCheckbox {
  readonly node: HTMLElement;
  readonly #box = h('input', { type: 'checkbox', name: 'savePaymentMethod', class: 'CheckboxInput' });

  constructor(changed: () => void) {
    const label = h('span', { class: 'CheckboxLabel' }, 'Save my payment details for future purchases');
    this.node = h('label', { class: 'Checkbox' }, this.#box, label);
    this.#box.addEventListener('change', () => {
      this.node.classList.toggle('Checkbox--checked', this.#box.checked);
      changed();
    });
  }

  set visible(visible: boolean) {
    this.node.hidden = !visible;
  }

  /** Null when the customer is not asked. */
  get checked(): boolean | null {
    return this.node.hidden ? null : this.#box.checked;
  }
}
