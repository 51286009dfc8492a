/** Name and email, which a mandate needs and the payment frame asks for where nobody else does. */
import type { PaymentSetup } from '../../wire/frame-messages.js';
import { createInput } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { complete, unfinished } from '../form/verdict.js';

export class ContactFields {
  readonly name: Field<HTMLInputElement>;
  readonly email: Field<HTMLInputElement>;

  /** `of` keeps the names of the fields of several methods apart. */
  constructor(of: string, setup: PaymentSetup, changed: () => void) {
    const name = createInput({ name: `${of}Name`, autocomplete: 'billing name', placeholder: 'First and last name' });
    const email = createInput({ name: `${of}Email`, autocomplete: 'billing email', placeholder: 'you@example.com' });
    this.name = new Field(name, {
      label: 'Full name',
      check: () => (name.value.trim() === '' ? unfinished('', 'Your name is incomplete.') : complete),
      changed,
    });
    this.email = new Field(email, {
      label: 'Email',
      check: () =>
        /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.value.trim())
          ? complete
          : unfinished(email.value, 'Your email is incomplete.'),
      changed,
    });
    this.name.value = setup.defaultContact.name ?? '';
    this.email.value = setup.defaultContact.email ?? '';
    this.update(setup);
  }

  get all(): readonly Field[] {
    return [this.name, this.email];
  }

  update({ contactFields }: PaymentSetup): void {
    this.name.visible = contactFields.name;
    this.email.visible = contactFields.email;
  }

  /** Empty where somebody else asks. */
  read(): { readonly name?: string; readonly email?: string } {
    return {
      ...(this.name.visible ? { name: this.name.value } : {}),
      ...(this.email.visible ? { email: this.email.value } : {}),
    };
  }
}
