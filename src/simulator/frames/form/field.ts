/** One labelled field with its error. It complains late: when it is left, when typing on can't help, or when asked. */
import { h } from './h.js';
import type { Verdict } from './verdict.js';

export type Control = HTMLInputElement | HTMLSelectElement;

export interface FieldOptions {
  readonly label: string;
  readonly check: () => Verdict;
  readonly changed: () => void;
  readonly width?: 'half' | 'third';
}

// Leaving the frame by a click on the page must not move what is being clicked.
const leavingMilliseconds = 200;

/** How many fields of a name this document has: in a page without frames, several. */
const made = new Map<string, number>();

export class Field<Of extends Control = Control> {
  readonly node: HTMLElement;
  readonly control: Of;
  readonly box: HTMLElement;
  readonly #label: HTMLLabelElement;
  readonly #slot: HTMLElement;
  readonly #error: HTMLElement;
  readonly #options: FieldOptions;
  #asked = false;

  constructor(control: Of, options: FieldOptions) {
    this.control = control;
    this.#options = options;
    const own = `Field-${control.name}`;
    const count = (made.get(own) ?? 0) + 1;
    made.set(own, count);
    const name = count === 1 ? own : `${own}${count}`;
    const id = `${name}Input`;
    control.id = id;
    control.classList.add('Input', 'Input--empty');
    this.#label = h('label', { for: id, class: 'Label' }, options.label);
    this.#error = h('div', { class: 'Error', id: `${name}Error`, role: 'alert' });
    this.#slot = h('div', { class: 'ErrorSlot' }, this.#error);
    this.box = h('div', { class: 'Box' }, control);
    const width = options.width === undefined ? '' : ` Field--${options.width}`;
    this.node = h('div', { class: `Field${width}` }, this.#label, this.box, this.#slot);
    control.addEventListener('input', () => this.#onInput());
    control.addEventListener('blur', () =>
      window.setTimeout(() => this.#onLeft(), document.hasFocus() ? 0 : leavingMilliseconds),
    );
  }

  get value(): string {
    return this.control.value.trim();
  }

  set value(value: string) {
    this.control.value = value;
    this.#mark();
    this.#show(null);
  }

  get visible(): boolean {
    return !this.node.hidden;
  }

  set visible(visible: boolean) {
    this.node.hidden = !visible;
  }

  set label(text: string) {
    if (this.#label.textContent !== text) this.#label.textContent = text;
  }

  set required(required: boolean) {
    this.control.setAttribute('aria-required', String(required));
  }

  set width(width: 'half' | 'third' | 'full') {
    this.node.classList.toggle('Field--half', width === 'half');
    this.node.classList.toggle('Field--third', width === 'third');
  }

  get complete(): boolean {
    return !this.visible || this.#options.check().state === 'complete';
  }

  get invalid(): boolean {
    return this.visible && this.control.getAttribute('aria-invalid') === 'true';
  }

  /** Complains even about an empty field. */
  validate(): string | null {
    if (!this.visible) return null;
    this.#asked = true;
    const verdict = this.#options.check();
    const message = verdict.state === 'complete' ? null : verdict.message;
    this.#show(message);
    return message;
  }

  clear(): void {
    this.#asked = false;
    this.value = '';
  }

  /** Looks again after something else has changed what is right here. */
  recheck(): void {
    if (this.invalid) this.validate();
  }

  #onInput(): void {
    this.#mark();
    const verdict = this.#options.check();
    this.#show(verdict.state === 'invalid' ? verdict.message : null);
    this.#options.changed();
  }

  #onLeft(): void {
    // Gone meanwhile, perhaps with its whole page: a test in jsdom takes even `document` away.
    if (!this.control.isConnected) return;
    if (document.activeElement === this.control && document.hasFocus()) return;
    const verdict = this.#options.check();
    const quiet = verdict.state === 'complete' || (verdict.state === 'empty' && !this.#asked);
    this.#show(quiet ? null : verdict.message);
    this.#options.changed();
  }

  #mark(): void {
    const filled = this.control.value !== '';
    this.control.classList.toggle('Input--empty', !filled);
    this.node.classList.toggle('Field--filled', filled);
  }

  #show(message: string | null): void {
    this.control.classList.toggle('Input--invalid', message !== null);
    this.#label.classList.toggle('Label--invalid', message !== null);
    this.#slot.classList.toggle('ErrorSlot--open', message !== null);
    if (message === null) {
      this.control.removeAttribute('aria-invalid');
      this.control.removeAttribute('aria-describedby');
    } else {
      this.control.setAttribute('aria-invalid', 'true');
      this.control.setAttribute('aria-describedby', this.#error.id);
    }
    if (this.#error.textContent !== (message ?? '')) this.#error.textContent = message ?? '';
  }
}
