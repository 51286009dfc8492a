/** Why the last attempt, or the last try to go on, has ended. */
import { html, nothing, type TemplateResult } from 'lit';
import { toSentence } from '../../core/messages.js';
import { isSystemError, type CheckoutError } from '../../core/errors.js';
import type { InvalidField } from '../../core/state.js';
import { addressSentence } from '../address-sentence.js';
import { detailsSection } from '../load-support.js';
import type { View } from '../view.js';

/** Read out at once, wherever the keyboard goes. */
export function problemLine(view: View): string {
  const { state, messages, invalid } = view;
  if (state.name !== 'ready') return '';
  if (invalid.length > 0) return messages.invalidTitle(invalid.length);
  return state.error ? told(view, state.error).join(' ') : '';
}

/** Why the last attempt ended: fields to be mended, a bank's no, a system's fault. */
export function problemView(view: View): TemplateResult | typeof nothing {
  const { state, messages, invalid, act } = view;
  if (state.name !== 'ready') return nothing;
  if (invalid.length > 0) {
    return alert(
      messages.invalidTitle(invalid.length),
      html`<ul>
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
                ${sentence(view, each)}
              </button>
            </li>
          `,
        )}
      </ul>`,
    );
  }
  const { error } = state;
  if (!error) return nothing;
  const [title, advice] = told(view, error);
  return alert(title, html`<span>${advice}</span> ${isSystemError(error) ? detailsSection(view) : nothing}`);
}

const alert = (title: string, content: TemplateResult): TemplateResult => html`
  <div id="problem" class="alert" part="error" role="group" tabindex="-1" aria-labelledby="problem-title">
    <strong id="problem-title"><bdi>${title}</bdi></strong>
    ${content}
  </div>
`;

/** What has happened, and what to do about it. */
function told(view: View, error: CheckoutError): readonly [title: string, advice: string] {
  const { messages } = view;
  // Without a code the bank's own sentence is all that is known.
  const { code, declineClass, declineCode, declineLook } = error;
  const known = declineClass && (declineCode ?? declineClass !== 'contact_bank');
  return [
    // Where a method is kept there is no payment to speak of.
    code === 'payment.not_made' && view.keeps ? messages.notKeptTitle : toSentence(messages, error),
    declineLook
      ? messages.declineLook[declineLook]
      : known
        ? messages.declineAdvice[declineClass]
        : messages.notCharged,
  ];
}

/** Stripe's sentence about an address is about one line of it. Extra fields bring theirs along. */
function sentence(view: View, { field, message }: InvalidField): string {
  const { invalid } = view.messages;
  if (field === 'address') return addressSentence(view) || invalid.address;
  return message ?? (field === 'email' || field === 'payment' ? invalid[field] : '');
}
