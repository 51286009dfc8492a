/** The last part of the form: what stands in the way, the button, what it means. */
import { html, nothing, type TemplateResult } from 'lit';
import { toSentence } from '../../core/messages.js';
import { isLoading, type View } from '../view.js';

export function paySection(view: View): TemplateResult {
  const { busy, disabled, state } = view;
  const held = busy || disabled || isLoading(view) || (state.name === 'ready' && state.updating);
  return html`
    <section part="section pay">
      <div role="alert">${problemView(view)}</div>
      <button class="pay" part="submit" type="submit" aria-disabled=${held} aria-describedby="terms">
        ${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
        <slot name="submit-label">${label(view)}</slot>
      </button>
      <div id="terms" class="terms">${consent(view)}<slot name="legal"></slot></div>
      <p class="status" aria-hidden="true">${seenLine(view)}</p>
    </section>
  `;
}

/** The one line that says what is going on. Read out by the live region, seen below the button. */
export function statusLine({ state, messages, facts }: View): string {
  switch (state.name) {
    case 'loading':
      return state.slow ? messages.loadingSlow : messages.loading;
    case 'ready':
      return state.updating ? messages.updating : facts.offline ? messages.errors.offline : '';
    case 'validating':
      return messages.paying;
    case 'confirming':
      return state.asked > 0 ? messages.waitingForBank : messages.paying;
    case 'checking':
      return messages.checking;
    default:
      return '';
  }
}

/** What the button says already is not said twice to the eye. */
function seenLine(view: View): string {
  const line = statusLine(view);
  return line === view.messages.paying ? '' : line;
}

function label({ messages, facts, money, busy }: View): string {
  const { summary } = facts;
  if (!summary) return messages.payWithoutAmount;
  if (busy) return messages.paying;
  return summary.total === 0 && summary.recurring?.trialEnd ? messages.startTrial : messages.pay(money(summary.total));
}

function consent({ messages, facts, money }: View): string | typeof nothing {
  const recurring = facts.summary?.recurring;
  return recurring ? messages.consent(money(recurring.amount), messages.every(recurring)) : nothing;
}

/** Why the last attempt ended: fields to be mended, a bank's no, a system's fault. */
function problemView(view: View): TemplateResult | typeof nothing {
  const { state, messages, invalid, act } = view;
  if (state.name !== 'ready') return nothing;
  if (invalid.length > 0) {
    return html`
      <div id="problem" class="alert" part="error" tabindex="-1" aria-labelledby="problem-title">
        <strong id="problem-title">${messages.invalidTitle(invalid.length)}</strong>
        <ul>
          ${invalid.map(
            ({ field, message }) => html`
              <li>
                <button
                  class="link"
                  type="button"
                  @click=${() => {
                    act.focusField(field);
                  }}
                >
                  ${field === 'address' ? messages.invalid.address : (message ?? messages.invalid[field])}
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
  const advice =
    error.declineClass && error.declineCode ? messages.declineAdvice[error.declineClass] : messages.notCharged;
  return html`
    <div id="problem" class="alert" part="error" tabindex="-1" aria-labelledby="problem-title">
      <strong id="problem-title">${toSentence(messages, error)}</strong>
      <span>${advice}</span>
    </div>
  `;
}
