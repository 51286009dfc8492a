/** What the payment frame shows: saved cards where there are some, the fields of a new card, the terms. */
import type { Answer, FromFrame, PaymentChange, PaymentSetup, Question } from '../../wire/frame-messages.js';
import type { Field } from '../form/field.js';
import { h } from '../form/h.js';
import type { FrameForm } from '../start-frame.js';
import { BillingFields } from './billing-fields.js';
import { CardFields } from './card-fields.js';
import { SaveCheckbox } from './save-checkbox.js';
import { SavedCards } from './saved-cards.js';
import { sendConfirm, type ConfirmWith } from './send-confirm.js';
import { sendPay } from './send-pay.js';
import { toTermsText } from './terms-text.js';

export class PaymentForm implements FrameForm<PaymentSetup> {
  readonly node: HTMLElement;
  readonly #card: CardFields;
  readonly #billing: BillingFields;
  readonly #saved: SavedCards | null;
  readonly #terms = h('p', { class: 'TermsText' });
  readonly #save: SaveCheckbox;
  readonly #send: (message: FromFrame) => void;
  #told = '';
  #toldBrand: string | null = null;

  constructor(setup: PaymentSetup, send: (message: FromFrame) => void) {
    this.#send = send;
    const changed = (): void => this.#tell();
    this.#card = new CardFields(changed);
    this.#billing = new BillingFields(setup, changed);
    this.#save = new SaveCheckbox(changed);
    const grid = h('div', { class: 'Grid' }, ...this.#fields.map(({ node }) => node), this.#save.node, this.#terms);
    this.#saved =
      setup.savedPaymentMethods.length > 0 ? new SavedCards(setup.savedPaymentMethods, grid, changed) : null;
    // A form lets browsers fill in a whole card; it is never sent.
    this.node = h('form', { novalidate: true, 'aria-label': 'Payment' }, this.#saved?.node ?? grid);
    this.node.addEventListener('submit', (event) => event.preventDefault());
    this.update(setup);
    this.#tell();
  }

  update(setup: PaymentSetup): void {
    this.#billing.update(setup);
    this.#save.visible = setup.offerSave;
    for (const { control } of this.#fields) control.disabled = setup.readOnly;
    this.#saved?.setDisabled(setup.readOnly);
    const text = toTermsText(setup);
    this.#terms.textContent = text;
    this.#terms.hidden = text === null;
    if (this.#told !== '') this.#tell();
  }

  focus(): void {
    if (this.#saved?.chosen) this.#saved.focus();
    else (this.#fields.find((field) => field.invalid) ?? this.#card.number).control.focus();
  }

  clear(): void {
    for (const field of [...this.#card.all, this.#billing.postalCode]) field.clear();
    this.#tell();
  }

  async answer(question: Question): Promise<Answer> {
    if (question.name === 'pay') return { name: 'pay', reply: await sendPay(question.confirm, this.#method) };
    if (question.name === 'confirm') {
      const method = this.#method;
      const savePaymentMethod = question.confirm.savePaymentMethod ?? ('saved' in method ? null : this.#save.checked);
      return { name: 'confirm', reply: await sendConfirm({ ...question.confirm, savePaymentMethod }, method) };
    }
    const problems = this.#saved?.chosen ? [] : this.#fields.map((field) => ({ field, problem: field.validate() }));
    const first = problems.find(({ problem }) => problem !== null);
    first?.field.control.focus();
    this.#tell();
    return { name: 'validate', problem: first?.problem ?? null };
  }

  /** What to pay with; read only to be sent to the API. */
  get #method(): ConfirmWith {
    const saved = this.#saved?.chosen;
    return saved ? { saved: saved.id } : { card: this.#card.read(), address: this.#billing.read() };
  }

  get #fields(): readonly Field[] {
    return [...this.#card.all, ...this.#billing.all];
  }

  #tell(): void {
    const change = this.#toChange();
    const invalid = this.#saved?.chosen ? false : this.#fields.some((field) => field.invalid);
    const told = JSON.stringify({ change, invalid });
    if (told !== this.#told) this.#send({ type: 'payment-change', change, invalid });
    this.#told = told;
    const { name } = this.#card.brand;
    if (name !== this.#toldBrand && (this.#toldBrand !== null || name !== 'unknown')) {
      this.#send({ type: 'card-details', brand: name === 'unknown' ? null : name });
      this.#toldBrand = name;
    }
  }

  #toChange(): PaymentChange {
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
}

function toSavedValue({ id, type, billingDetails }: NonNullable<SavedCards['chosen']>): PaymentChange['value'] {
  const { address, name, email, phone } = billingDetails;
  return {
    type,
    payment_method: {
      id,
      type,
      billing_details: {
        name: name ?? null,
        email: email ?? null,
        phone: phone ?? null,
        address: {
          city: address?.city ?? null,
          country: address?.country ?? null,
          line1: address?.line1 ?? null,
          line2: address?.line2 ?? null,
          postal_code: address?.postal_code ?? null,
          state: address?.state ?? null,
        },
      },
    },
  };
}
