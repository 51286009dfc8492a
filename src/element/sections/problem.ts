/** Why the last attempt, or the last try to go on, has ended. */
import { html, nothing, type TemplateResult } from 'lit';
import { toSentence, type Messages } from '../../core/messages.js';
import type { InvalidField } from '../../core/state.js';
import type { View } from '../view.js';

/** Why the last attempt ended: fields to be mended, a bank's no, a system's fault. */
export function problemView(view: View): TemplateResult | typeof nothing {
  const { state, messages, invalid, act } = view;
  if (state.name !== 'ready') return nothing;
  if (invalid.length > 0) {
    return html`
      <div id="problem" class="alert" part="error" tabindex="-1" aria-labelledby="problem-title">
        <strong id="problem-title">${messages.invalidTitle(invalid.length)}</strong>
        <ul>
          ${invalid.map(
            (each) => html`
              <li>
                <button
                  class="link"
                  type="button"
                  @click=${() => {
                    act.focusField(each);
                  }}
                >
                  ${sentence(messages, each)}
                </button>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }
  const { error } = state;
  if (!error) return nothing;
  // Without a code the bank's own sentence is all that is known.
  const { declineClass, declineCode, declineLook } = error;
  const known = declineClass && (declineCode ?? declineClass !== 'contact_bank');
  const advice = declineLook
    ? messages.declineLook[declineLook]
    : known
      ? messages.declineAdvice[declineClass]
      : messages.notCharged;
  return html`
    <div id="problem" class="alert" part="error" tabindex="-1" aria-labelledby="problem-title">
      <strong id="problem-title">${toSentence(messages, error)}</strong>
      <span>${advice}</span>
    </div>
  `;
}

/** Stripe's sentence about an address is about one line of it. Extra fields bring theirs along. */
function sentence({ invalid }: Messages, { field, message }: InvalidField): string {
  if (field === 'address') return invalid.address;
  return message ?? (field === 'email' || field === 'payment' ? invalid[field] : '');
}
