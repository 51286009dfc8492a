/** State, province or county: a list where the country has one, else a line of text. Both bear the same name. */
import { createInput, createSelectField, setChoices } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { complete, unfinished } from '../form/verdict.js';
import type { Verdict } from '../form/verdict.js';
import type { AddressRule } from './address-rules.js';

export class RegionField {
  readonly text: Field<HTMLInputElement>;
  readonly list: Field<HTMLSelectElement>;
  #rule: AddressRule['state'] = null;

  constructor(changed: () => void) {
    const options = { label: 'State', width: 'third', check: () => this.#check(), changed } as const;
    this.text = new Field(createInput({ name: 'administrativeArea', autocomplete: 'billing address-level1' }), options);
    this.list = createSelectField('administrativeArea', 'billing address-level1', options);
    // Two controls of one name need two ids; only one of them is in the document.
    this.arrange(null, false);
  }

  get node(): HTMLElement {
    return this.current.node;
  }

  get current(): Field {
    return this.#rule?.choices === undefined ? this.text : this.list;
  }

  get value(): string {
    return this.current.visible ? this.current.value : '';
  }

  set value(value: string) {
    this.current.value = value;
  }

  arrange(rule: AddressRule['state'], revealed: boolean): void {
    if (rule?.choices !== undefined && rule.choices !== this.#rule?.choices) {
      setChoices(this.list.control, [{ value: '', label: 'Select' }, ...rule.choices]);
    }
    this.#rule = rule;
    this.text.visible = this.list.visible = rule !== null && revealed;
    this.current.label = rule?.label ?? '';
    this.current.required = rule?.required ?? false;
    this.text.control.placeholder = rule?.label ?? '';
  }

  #check(): Verdict {
    return this.#rule?.required === true && this.current.value === ''
      ? unfinished('', 'This field is incomplete.')
      : complete;
  }
}
