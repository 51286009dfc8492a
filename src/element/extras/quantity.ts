/** How many are bought: a number between two buttons, in the summary. */
import type { ExtraMessages } from '../../core/extra-messages.js';
import type { View } from '../view.js';
import type { Drawn, Lit } from './lit.js';

/** The quantity, where it may be chosen. What is out of range is said here, and sold to nobody. */
export function quantityField({ html, nothing }: Lit, view: View, words: ExtraMessages): Drawn {
  const { facts, busy, act } = view;
  const limits = facts.asked?.quantity;
  if (!limits || !facts.summary) return nothing;
  const { min, max } = limits;
  const { quantity = '' } = facts.typed;
  const { wrong } = view.mark('quantity');
  const outside = facts.filled.quantity === false;
  const step = (by: -1 | 1, label: string, sign: string): Drawn => {
    const next = outside ? null : Number(quantity) + by;
    const over = busy || next === null || next < min || next > max;
    return html`<button
      type="button"
      class="quiet"
      part="button"
      aria-controls="quantity"
      aria-disabled=${over}
      @click=${() => {
        if (!over) act.typeExtra('quantity', String(next));
      }}
    >
      <span aria-hidden="true">${sign}</span><span class="sr-only">${label}</span>
    </button>`;
  };
  return html`
    <div class="quantity" part="quantity">
      <label for="quantity">${words.quantity}</label>
      <div class="stepper">
        ${step(-1, words.quantityLess, '−')}
        <input
          id="quantity"
          class="input"
          part="input"
          type="number"
          name="quantity"
          inputmode="numeric"
          autocomplete="off"
          step="1"
          min=${min}
          max=${max}
          .value=${quantity}
          ?readonly=${busy}
          aria-invalid=${wrong !== null}
          aria-describedby="quantity-error"
          @input=${act.onExtra}
          @blur=${act.leaveExtra}
        />
        ${step(1, words.quantityMore, '+')}
      </div>
      <p id="quantity-error" class="hint error">${wrong ?? nothing}</p>
    </div>
  `;
}

/** What is wrong with the quantity, else what it comes to: read out when either changes. */
export function quantityLine({ facts, money, mark }: View, words: ExtraMessages): string {
  const { asked, summary } = facts;
  if (!asked?.quantity || !summary) return '';
  return mark('quantity').wrong ?? words.totalNow(money(summary.total));
}
