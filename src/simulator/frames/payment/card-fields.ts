/** Number, expiration date and security code of a card. */
import type { CardBrand } from '../card/card-brands.js';
import { findCardBrand } from '../card/card-brands.js';
import { checkCardNumber, formatCardNumber, toCardDigits } from '../card/card-number.js';
import { checkExpiry, formatExpiry, parseExpiry } from '../card/expiry.js';
import { checkSecurityCode, formatSecurityCode } from '../card/security-code.js';
import { createInput } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { h } from '../form/h.js';
import { formatWhileTyping } from '../form/keep-caret.js';
import { BrandDisplay } from './brand-display.js';
import { createSecurityCodeIcon } from './card-icon.js';

export interface CardData {
  readonly number: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly cvc: string;
}

export class CardFields {
  readonly number: Field<HTMLInputElement>;
  readonly expiry: Field<HTMLInputElement>;
  readonly cvc: Field<HTMLInputElement>;
  readonly #brand = new BrandDisplay();
  readonly #cvcIcon = h('div', { class: 'Icons' });
  #cvcFront: boolean | null = null;

  constructor(changed: () => void) {
    const number = createInput({
      name: 'number',
      autocomplete: 'cc-number',
      inputmode: 'numeric',
      placeholder: '1234 1234 1234 1234',
    });
    const expiry = createInput({
      name: 'expiry',
      autocomplete: 'cc-exp',
      inputmode: 'numeric',
      placeholder: 'MM / YY',
    });
    const cvc = createInput({ name: 'cvc', autocomplete: 'cc-csc', inputmode: 'numeric', placeholder: 'CVC' });
    // Formatting comes first, so that the fields judge what they show.
    formatWhileTyping(number, formatCardNumber);
    formatWhileTyping(expiry, formatExpiry);
    formatWhileTyping(cvc, (value) => formatSecurityCode(value, this.brand));
    this.number = new Field(number, {
      label: 'Card number',
      check: () => checkCardNumber(number.value),
      changed: () => {
        this.#showBrand();
        changed();
      },
    });
    this.expiry = new Field(expiry, {
      label: 'Expiration date',
      width: 'half',
      check: () => checkExpiry(expiry.value, new Date()),
      changed,
    });
    this.cvc = new Field(cvc, {
      label: 'Security code',
      width: 'half',
      check: () => checkSecurityCode(cvc.value, this.brand),
      changed,
    });
    this.number.box.classList.add('Box--icons');
    this.number.box.append(this.#brand.node);
    this.cvc.box.classList.add('Box--icons');
    this.cvc.box.append(this.#cvcIcon);
    this.#showBrand();
  }

  get brand(): CardBrand {
    return findCardBrand(toCardDigits(this.number.value));
  }

  get all(): readonly Field[] {
    return [this.number, this.expiry, this.cvc];
  }

  /** Only for the request this frame sends itself. */
  read(): CardData {
    const expiry = parseExpiry(this.expiry.value);
    return {
      number: toCardDigits(this.number.value),
      exp_month: expiry?.month ?? 0,
      exp_year: expiry?.year ?? 0,
      cvc: this.cvc.value,
    };
  }

  #showBrand(): void {
    const { brand } = this;
    this.#brand.show(brand);
    this.number.box.classList.toggle('Box--many', brand.name === 'unknown');
    const front = brand.name === 'amex';
    if (front !== this.#cvcFront) this.#cvcIcon.replaceChildren(createSecurityCodeIcon(front));
    this.#cvcFront = front;
    this.cvc.recheck();
  }
}
