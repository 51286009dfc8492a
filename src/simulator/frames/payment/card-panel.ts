/** Cards: saved ones where there are some, the fields of a new one, the terms. */
import type { CardBrandName, PaymentChange, PaymentSetup } from '../../wire/frame-messages.js';
import { toSavedMethod } from '../../wire/saved-method.js';
import type { Field } from '../form/field.js';
import { h } from '../form/h.js';
import { BillingFields } from './billing-fields.js';
import { CardFields } from './card-fields.js';
import type { MethodPanel } from './method-panel.js';
import { SaveCheckbox } from './save-checkbox.js';
import { SavedCards } from './saved-cards.js';
import type { ConfirmWith } from './send-confirm.js';
import { toTermsText } from './terms-text.js';
import { validateFields } from './validate-fields.js';

export class CardPanel implements MethodPanel {
  readonly type = 'card';
  readonly label = 'Card';
  readonly node: HTMLElement;
  readonly #card: CardFields;
  readonly #billing: BillingFields;
  readonly #saved: SavedCards | null;
  readonly #terms = h('p', { class: 'TermsText' });
  readonly #save: SaveCheckbox;

  constructor(
    setup: PaymentSetup,
    { changed, remove }: { readonly changed: () => void; readonly remove: ((id: string) => void) | null },
  ) {
    this.#card = new CardFields(changed);
    this.#billing = new BillingFields(setup, changed);
    this.#save = new SaveCheckbox(changed);
    const grid = h('div', { class: 'Grid' }, ...this.#fields.map(({ node }) => node), this.#save.node, this.#terms);
    this.#saved =
      setup.savedPaymentMethods.length > 0
        ? new SavedCards(setup.savedPaymentMethods, grid, { changed, remove })
        : null;
    this.node = this.#saved?.node ?? grid;
  }

  update(setup: PaymentSetup): void {
    this.#billing.update(setup);
    this.#save.visible = setup.offerSave;
    for (const { control } of this.#fields) control.disabled = setup.readOnly;
    this.#saved?.keep(setup.savedPaymentMethods);
    this.#saved?.setDisabled(setup.readOnly);
    const text = toTermsText(setup);
    this.#terms.textContent = text;
    this.#terms.hidden = text === null;
  }

  focus(): void {
    if (this.#saved?.chosen) this.#saved.focus();
    else (this.#fields.find((field) => field.invalid) ?? this.#card.number).control.focus();
  }

  clear(): void {
    for (const field of [...this.#card.all, this.#billing.postalCode]) field.clear();
  }

  validate(): string | null {
    return this.#saved?.chosen ? null : validateFields(this.#fields);
  }

  get method(): ConfirmWith {
    const saved = this.#saved?.chosen;
    if (saved) return { saved: saved.id };
    return { typed: { type: 'card', card: this.#card.read() }, billing: { address: this.#billing.read() } };
  }

  get save(): boolean | null {
    return this.#saved?.chosen ? null : this.#save.checked;
  }

  get invalid(): boolean {
    return this.#saved?.chosen ? false : this.#fields.some((field) => field.invalid);
  }

  get brand(): CardBrandName | null {
    const { name } = this.#card.brand;
    return name === 'unknown' ? null : name;
  }

  get change(): PaymentChange {
    const saved = this.#saved?.chosen;
    if (saved) return { empty: false, complete: true, collapsed: false, value: toSavedValue(saved) };
    const { country, postal_code: postalCode } = this.#billing.read();
    return {
      empty: this.#card.all.every(({ value }) => value === ''),
      complete: this.#fields.every((field) => field.complete),
      collapsed: false,
      value: {
        type: 'card',
        ...(this.#save.checked === null ? {} : { savePaymentMethod: this.#save.checked }),
        ...(country === undefined ? {} : { billingDetails: { address: { country, postalCode: postalCode ?? null } } }),
      },
    };
  }

  get #fields(): readonly Field[] {
    return [...this.#card.all, ...this.#billing.all];
  }
}

const toSavedValue = (saved: NonNullable<SavedCards['chosen']>): PaymentChange['value'] => ({
  type: saved.type,
  payment_method: toSavedMethod(saved),
});
