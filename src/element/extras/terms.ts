/** The terms that the customer has to agree to, above the pay button. */
import type { ExtraMessages } from '../../core/extra-messages.js';
import type { View } from '../view.js';
import type { Drawn, Lit } from './lit.js';

/** A box to tick, unticked until the customer ticks it, and a link to what it is about. */
export function termsBox({ html, nothing }: Lit, view: View, words: ExtraMessages): Drawn {
  const { facts, busy, mark, act } = view;
  const url = facts.asked?.terms ?? null;
  if (url === null) return nothing;
  const { wrong } = mark('terms');
  return html`
    <div class="agree" part="terms">
      <label class="tick">
        <input
          id="terms"
          type="checkbox"
          name="terms"
          aria-required="true"
          aria-invalid=${wrong !== null}
          aria-describedby="terms-error"
          .checked=${!!facts.typed['terms']}
          ?disabled=${busy}
          @change=${({ target }: Event) => {
            act.typeExtra('terms', target instanceof HTMLInputElement && target.checked ? 'yes' : '');
          }}
        />
        <span>${words.termsAgree}</span>
      </label>
      <a href=${url} target="_blank" rel="noopener">${words.termsRead}</a>
      <p id="terms-error" class="hint error" ?hidden=${wrong === null}>${wrong}</p>
    </div>
  `;
}
