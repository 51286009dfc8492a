/** One extra field of text, with what is wrong beside it. */
import type { View } from '../view.js';
import type { Drawn, Lit } from './lit.js';

/** What a field is. */
export interface TextField {
  /** Its id, and its key among what is typed. */
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly autocomplete?: string;
  readonly placeholder?: string;
  /** Most characters. */
  readonly most: number;
}

/** A label, an input, and the complaint after an attempt. */
export function textField({ html, nothing }: Lit, view: View, field: TextField): Drawn {
  const { key, label, required, autocomplete = 'off', placeholder, most } = field;
  const { facts, mark, act } = view;
  const { wrong, good } = mark(key);
  return html`
    <div>
      <label for=${key}>${label}</label>
      <div class="box ${good ? 'good' : ''}">
        <input
          id=${key}
          class="input"
          part="input"
          name=${key}
          data-key=${key}
          autocomplete=${autocomplete}
          spellcheck="false"
          maxlength=${most}
          placeholder=${placeholder ?? nothing}
          aria-required=${required}
          .value=${facts.typed[key] ?? ''}
          aria-invalid=${wrong !== null}
          aria-describedby="${key}-error"
          @input=${act.onExtra}
          @blur=${act.leaveExtra}
        />
      </div>
      <p id="${key}-error" class="hint error" ?hidden=${!wrong}>${wrong}</p>
    </div>
  `;
}
