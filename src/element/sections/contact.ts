/** Who buys. */
import { html, type TemplateResult } from 'lit';
import { isLoading, type View } from '../view.js';

export function contactSection(view: View): TemplateResult {
  const { messages, state, facts, act, invalid } = view;
  const features = 'session' in state ? state.session.features : null;
  return html`
    <section part="section contact" aria-labelledby="contact">
      <h2 id="contact">${messages.contact}</h2>
      ${
        isLoading(view)
          ? html`<div class="skeleton" aria-hidden="true">
              <div>
                <span class="label">${messages.email}</span>
                <div class="bone input-size"></div>
              </div>
            </div>`
          : features?.email === 'known'
            ? html`<p class="known">${facts.summary?.email ? messages.payingAs(facts.summary.email) : ''}</p>`
            : emailField(
                messages.email,
                facts.email,
                invalid.find(({ field }) => field === 'email') && messages.invalid.email,
              )
      }
    </section>
  `;

  function emailField(label: string, value: string, error: string | undefined): TemplateResult {
    return html`
      <div>
        <label for="email">${label}</label>
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
          .value=${value}
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="email-error"
          @input=${act.typeEmail}
          @blur=${act.leaveEmail}
        />
        <p id="email-error" class="hint error" ?hidden=${!error}>${error}</p>
      </div>
    `;
  }
}
