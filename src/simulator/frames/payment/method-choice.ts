/** The ways to pay, as radio buttons that open what belongs to them. One alone needs no choice. */
import { h } from '../form/h.js';
import type { MethodPanel } from './method-panel.js';

export class MethodChoice {
  readonly node: HTMLElement;
  readonly panels: readonly MethodPanel[];
  readonly #items: readonly {
    readonly panel: MethodPanel;
    readonly radio: HTMLInputElement;
    readonly node: HTMLElement;
  }[];

  constructor(panels: readonly MethodPanel[], changed: () => void) {
    this.panels = panels;
    this.#items = panels.map((panel) => {
      const radio = h('input', { type: 'radio', name: 'type', value: panel.type });
      const label = h('label', { class: 'Choice' }, radio, h('span', { class: 'ChoiceText' }, panel.label));
      const node = h('div', { class: 'AccordionItem', 'data-value': panel.type }, label);
      radio.addEventListener('change', () => {
        this.#arrange();
        changed();
      });
      return { panel, radio, node };
    });
    const [first, ...others] = this.#items;
    if (first) first.radio.checked = true;
    if (first && others.length === 0) {
      this.node = first.panel.node;
      return;
    }
    for (const { panel, node } of this.#items) node.append(panel.node);
    this.node = h(
      'fieldset',
      { class: 'Accordion' },
      h('legend', { class: 'visually-hidden' }, 'How to pay'),
      ...this.#items.map(({ node }) => node),
    );
    this.#arrange();
  }

  get chosen(): MethodPanel {
    const chosen = this.#items.find(({ radio }) => radio.checked)?.panel ?? this.panels[0];
    if (!chosen) throw new Error('A payment offers at least one way to pay.');
    return chosen;
  }

  setDisabled(disabled: boolean): void {
    for (const { radio } of this.#items) radio.disabled = disabled;
  }

  #arrange(): void {
    for (const { panel, radio, node } of this.#items) {
      node.classList.toggle('AccordionItem--selected', radio.checked);
      panel.node.hidden = !radio.checked;
    }
  }
}
