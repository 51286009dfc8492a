/** Who buys. */
import { html, nothing, type TemplateResult } from 'lit';
import { isLoading, type View } from '../view.js';

export function contactSection(view: View): TemplateResult {
  return html`
    <section part="section contact" aria-labelledby="contact">
      <h2 id="contact" tabindex="-1">${view.messages.contact}</h2>
      <fieldset ?disabled=${view.busy}>
        ${isLoading(view) ? skeleton(view) : isKnown(view) ? knownEmail(view) : emailField(view)}
      </fieldset>
    </section>
  `;
}

const isKnown = ({ session }: View): boolean => session?.features.email === 'known';

const skeleton = ({ messages }: View): TemplateResult => html`
  <div aria-hidden="true">
    <span class="label">${messages.email}</span>
    <div class="input bone">&nbsp;</div>
  </div>
`;

const knownEmail = ({ messages, facts }: View): TemplateResult => html`
  <div>
    <span class="label">${messages.email}</span>
    <p class="input known">${facts.summary?.email ? messages.payingAs(facts.summary.email) : nothing}</p>
  </div>
`;

function emailField({ messages, facts, act, mark }: View): TemplateResult {
  const { wrong, good } = mark('email');
  return html`
    <div>
      <label for="email">${messages.email}</label>
      <div class="box ${good ? 'good' : ''}">
        <input
          id="email"
          class="input"
          part="input"
          type="email"
          name="email"
          autocomplete="email"
          inputmode="email"
          autocapitalize="none"
          spellcheck="false"
          required
          maxlength="254"
          .value=${facts.email}
          aria-invalid=${wrong !== null}
          aria-describedby="email-error"
          @input=${act.typeEmail}
          @blur=${act.leaveEmail}
        />
      </div>
      ${
        facts.emailSuggestion === null
          ? nothing
          : html`<p class="hint">
              <button id="email-suggestion" class="link" part="button" type="button" @click=${act.takeSuggestion}>
                ${messages.emailSuggestion(facts.emailSuggestion)}
              </button>
            </p>`
      }
      <p id="email-error" class="hint error" ?hidden=${!wrong}>${wrong ?? nothing}</p>
    </div>
  `;
}
