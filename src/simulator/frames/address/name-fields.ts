/** The name above an address: in one field, in two, or an organization's. */
import type { AddressSetup } from '../../wire/frame-messages.js';
import { createInput } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { complete, unfinished } from '../form/verdict.js';

export class NameFields {
  readonly all: readonly Field<HTMLInputElement>[];
  readonly #split: boolean;

  constructor(display: AddressSetup['name'], changed: () => void) {
    this.#split = display === 'split';
    const make = (name: string, label: string, autocomplete: string, width?: 'half'): Field<HTMLInputElement> => {
      const input = createInput({ name, autocomplete: `billing ${autocomplete}`, placeholder: label });
      return new Field(input, {
        label,
        changed,
        check: () => (input.value.trim() === '' ? unfinished('', 'This field is incomplete.') : complete),
        ...(width === undefined ? {} : { width }),
      });
    };
    if (this.#split) {
      this.all = [
        make('firstName', 'First name', 'given-name', 'half'),
        make('lastName', 'Last name', 'family-name', 'half'),
      ];
    } else if (display === 'organization') this.all = [make('name', 'Organization name', 'organization')];
    else this.all = [make('name', 'Full name', 'name')];
  }

  set(name: string): void {
    const space = name.indexOf(' ');
    const parts = this.#split && space > 0 ? [name.slice(0, space), name.slice(space + 1)] : [name];
    this.all.forEach((field, index) => {
      field.value = parts[index] ?? '';
    });
  }

  read(): { readonly name: string; readonly firstName?: string; readonly lastName?: string } {
    const [first = '', last = ''] = this.all.map(({ value }) => value);
    return this.#split ? { name: `${first} ${last}`.trim(), firstName: first, lastName: last } : { name: first };
  }
}
