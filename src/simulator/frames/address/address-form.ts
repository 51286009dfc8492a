/** What the address frame shows: saved contacts where the page has some, name, place, and a phone number if asked. */
import type { AddressChange, AddressSetup, Answer, FromFrame, Question } from '../../wire/frame-messages.js';
import { createInput } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { h } from '../form/h.js';
import { complete, unfinished } from '../form/verdict.js';
import type { FrameForm } from '../run-form.js';
import { ContactPicker } from './contact-picker.js';
import { NameFields } from './name-fields.js';
import { PlaceFields } from './place-fields.js';

export class AddressForm implements FrameForm<AddressSetup> {
  readonly node: HTMLElement;
  readonly #name: NameFields;
  readonly #place: PlaceFields;
  readonly #phone: Field<HTMLInputElement>;
  readonly #picker: ContactPicker | null;
  readonly #send: (message: FromFrame) => void;
  readonly #grid = h('div', { class: 'Grid' });
  #told = '';

  constructor(setup: AddressSetup, send: (message: FromFrame) => void) {
    this.#send = send;
    const changed = (): void => this.#tell();
    this.#name = new NameFields(setup.name, changed);
    this.#place = new PlaceFields(setup.locale, changed, () => this.#layOut());
    const phone = createInput({
      name: 'phone',
      autocomplete: 'billing tel',
      inputmode: 'tel',
      type: 'tel',
      placeholder: '(201) 555-0123',
    });
    this.#phone = new Field(phone, {
      label: 'Phone number',
      changed,
      check: () =>
        phone.value.replace(/\D/g, '').length >= 7
          ? complete
          : unfinished(phone.value, 'Your phone number is incomplete.'),
    });
    if (setup.defaultContact !== null) {
      this.#name.set(setup.defaultContact.name ?? '');
      this.#place.set(setup.defaultContact);
    }
    this.#picker = setup.contacts.length > 0 ? new ContactPicker(setup.contacts, this.#grid, changed) : null;
    this.node = h('form', { novalidate: true, 'aria-label': 'Billing address' }, this.#picker?.node ?? this.#grid);
    this.node.addEventListener('submit', (event) => event.preventDefault());
    this.#layOut();
    this.update(setup);
    this.#tell();
  }

  update(setup: AddressSetup): void {
    this.#phone.visible = setup.phone;
    if (this.#told !== '') this.#tell();
  }

  focus(): void {
    if (this.#picker?.chosen) this.#picker.focus();
    else (this.#fields.find((field) => field.invalid) ?? this.#fields[0])?.control.focus();
  }

  clear(): void {
    for (const field of [...this.#name.all, this.#phone]) field.clear();
    this.#place.clear();
    this.#tell();
  }

  async answer(question: Question): Promise<Answer> {
    if (question.name === 'value') {
      this.#validate();
      return { name: 'value', change: this.#toChange() };
    }
    const first = this.#validate();
    first?.field.control.focus();
    return { name: 'validate', problem: first?.problem ?? null };
  }

  get #fields(): readonly Field[] {
    return [...this.#name.all, ...this.#place.all, this.#phone];
  }

  #validate(): { readonly field: Field; readonly problem: string } | null {
    if (this.#picker?.chosen) return null;
    // An empty first line hides the rest; it alone is asked for then.
    const problems = this.#fields.flatMap((field) => {
      const problem = field.validate();
      return problem === null ? [] : [{ field, problem }];
    });
    this.#tell();
    return problems[0] ?? null;
  }

  /** Moves nodes only where the country asks for another order, as moving drops focus. */
  #layOut(): void {
    const nodes = this.#fields.map(({ node }) => node);
    const focused = document.activeElement;
    this.#grid.replaceChildren(...nodes);
    if (focused instanceof HTMLElement && nodes.some((node) => node.contains(focused))) focused.focus();
  }

  #tell(): void {
    const change = this.#toChange();
    const invalid = this.#picker?.chosen ? false : this.#fields.some((field) => field.invalid);
    const told = JSON.stringify({ change, invalid });
    if (told !== this.#told) this.#send({ type: 'address-change', change, invalid });
    this.#told = told;
  }

  #toChange(): AddressChange {
    const contact = this.#picker?.chosen;
    if (contact) {
      const { name, phone, address } = contact;
      const value = {
        name,
        address: { ...address, line2: address.line2 ?? null },
        ...(phone === undefined ? {} : { phone }),
      };
      return { empty: false, complete: true, isNewAddress: false, value };
    }
    const phone = this.#phone.visible ? { phone: this.#phone.value } : {};
    return {
      empty: [...this.#name.all, this.#place.line1].every(({ value }) => value === ''),
      complete: this.#place.line1.value !== '' && this.#fields.every((field) => field.complete),
      isNewAddress: true,
      value: { ...this.#name.read(), address: this.#place.read(), ...phone },
    };
  }
}
