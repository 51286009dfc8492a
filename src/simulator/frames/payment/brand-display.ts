/** The brand of the typed number, at the end of its field: seen as a mark, heard as a name. */
import type { CardBrand } from '../card/card-brands.js';
import { h } from '../form/h.js';
import { createCardIcon } from './card-icon.js';

export class BrandDisplay {
  readonly node = h('div', { class: 'Icons' });
  readonly #accepted = ['visa', 'mastercard', 'amex', 'discover'] as const;
  #shown: CardBrand['name'] | null = null;

  show(brand: CardBrand): void {
    if (brand.name === this.#shown) return;
    this.#shown = brand.name;
    if (brand.name === 'unknown') {
      this.node.replaceChildren(...this.#accepted.map(createCardIcon));
      this.node.removeAttribute('role');
      this.node.removeAttribute('aria-label');
    } else {
      this.node.replaceChildren(createCardIcon(brand.name));
      this.node.setAttribute('role', 'img');
      this.node.setAttribute('aria-label', brand.label);
    }
  }
}
