/** A SEPA account, by its IBAN, with the text of the mandate. */
import type { PaymentChange, PaymentSetup } from '../../wire/frame-messages.js';
import { createInput } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { h } from '../form/h.js';
import { formatWhileTyping } from '../form/keep-caret.js';
import { complete, unfinished, type Verdict } from '../form/verdict.js';
import { ContactFields } from './contact-fields.js';
import type { MethodPanel } from './method-panel.js';
import type { ConfirmWith } from './send-confirm.js';
import { validateFields } from './validate-fields.js';

const compact = (value: string): string => value.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();

/** In groups of four. */
const formatIban = (value: string): string =>
  compact(value)
    .slice(0, 34)
    .replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Its first four characters moved to the end and letters as numbers, the rest by 97 is 1. */
function checkIban(value: string): Verdict {
  const iban = compact(value);
  if (iban.length < 15) return unfinished(value, 'Your IBAN is incomplete.');
  const numbers = [...iban.slice(4), ...iban.slice(0, 4)].map((letter) => Number.parseInt(letter, 36)).join('');
  const right = /^[A-Z]{2}\d{2}/.test(iban) && BigInt(numbers) % 97n === 1n;
  return right ? complete : { state: 'incomplete', message: 'Your IBAN is invalid.' };
}

export class IbanPanel implements MethodPanel {
  readonly type = 'sepa_debit';
  readonly label = 'SEPA Direct Debit';
  readonly save = null;
  readonly brand = null;
  readonly node: HTMLElement;
  readonly #contact: ContactFields;
  readonly #iban: Field<HTMLInputElement>;
  readonly #terms = h(
    'p',
    { class: 'TermsText' },
    'By providing your IBAN and confirming this payment, you authorize this business and Stripe, its payment service provider, to send instructions to your bank to debit your account, and your bank to debit it in accordance with them. You are entitled to a refund from your bank under the terms of your agreement with it; it must be claimed within eight weeks of the debit.',
  );

  constructor(setup: PaymentSetup, changed: () => void) {
    this.#contact = new ContactFields('sepa', setup, changed);
    const input = createInput({ name: 'iban', autocomplete: 'off', placeholder: 'DE00 0000 0000 0000 0000 00' });
    formatWhileTyping(input, formatIban);
    this.#iban = new Field(input, { label: 'IBAN', check: () => checkIban(input.value), changed });
    this.node = h('div', { class: 'Grid' }, ...this.#fields.map(({ node }) => node), this.#terms);
  }

  update(setup: PaymentSetup): void {
    this.#contact.update(setup);
    for (const { control } of this.#fields) control.disabled = setup.readOnly;
  }

  focus(): void {
    (
      this.#fields.find((field) => field.visible && (field.invalid || field.value === '')) ?? this.#iban
    ).control.focus();
  }

  clear(): void {
    for (const field of this.#fields) field.clear();
  }

  validate(): string | null {
    return validateFields(this.#fields);
  }

  get invalid(): boolean {
    return this.#fields.some((field) => field.invalid);
  }

  get method(): ConfirmWith {
    return {
      typed: { type: 'sepa_debit', sepa_debit: { iban: compact(this.#iban.value) } },
      billing: this.#contact.read(),
    };
  }

  get change(): PaymentChange {
    return {
      empty: this.#fields.every(({ value }) => value === ''),
      complete: this.#fields.every((field) => field.complete),
      collapsed: false,
      value: { type: 'sepa_debit' },
    };
  }

  get #fields(): readonly Field[] {
    return [...this.#contact.all, this.#iban];
  }
}
