/** The native controls behind the fields. */
import { h, svg } from './h.js';
import { Field } from './field.js';
import type { FieldOptions } from './field.js';

export interface InputOptions {
  readonly name: string;
  readonly autocomplete: string;
  readonly inputmode?: 'numeric' | 'text' | 'tel';
  readonly placeholder?: string;
  readonly type?: 'text' | 'tel';
}

export function createInput(options: InputOptions): HTMLInputElement {
  return h('input', {
    type: options.type ?? 'text',
    name: options.name,
    autocomplete: options.autocomplete,
    inputmode: options.inputmode,
    placeholder: options.placeholder,
    autocorrect: 'off',
    spellcheck: 'false',
    'aria-required': 'true',
  });
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function createSelectField(name: string, autocomplete: string, options: FieldOptions): Field<HTMLSelectElement> {
  const select = h('select', { name, autocomplete, class: 'Select' });
  const field = new Field(select, options);
  const arrow = svg('path', {
    d: 'M2 4.5 6 8.5l4-4',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  field.box.append(svg('svg', { class: 'Chevron', viewBox: '0 0 12 12', 'aria-hidden': 'true' }, arrow));
  return field;
}

/** Replaces the choices and keeps the chosen one when it is still there. */
export function setChoices(select: HTMLSelectElement, choices: readonly Choice[]): void {
  const chosen = select.value;
  select.replaceChildren(...choices.map(({ value, label }) => h('option', { value }, label)));
  select.value = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
}
