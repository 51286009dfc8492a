/** The one save toggle, ours. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../core/messages.js';
import { isLoading, type View } from '../view.js';

/** Shown for methods that can be kept: with Checkout, cards. */
export function saveToggle(view: View): TemplateResult | typeof nothing {
  const { session, facts, messages, act, busy, mayAskToSave } = view;
  if (isLoading(view)) return mayAskToSave ? skeleton(messages) : nothing;
  if (!session || facts.saved || (facts.method !== null && facts.method !== 'card')) return nothing;
  const { features, mode } = session;
  if (features.savePayment === 'always') return html`<p class="terms">${messages.savedAlways}</p>`;
  if (features.savePayment === 'never') return nothing;
  const renews = mode === 'subscription';
  return html`
    <label class="toggle" part="save">
      <input
        type="checkbox"
        role="switch"
        name="save-payment"
        .checked=${facts.savePayment}
        ?disabled=${busy}
        @change=${act.toggleSave}
      />
      <span>
        ${renews ? messages.savePaymentSubscription : messages.savePayment}
        ${renews ? html`<small>${messages.savePaymentSubscriptionNote}</small>` : nothing}
      </span>
    </label>
  `;
}

/** As large as the toggle of a subscription, which is what most sell here: its words are there, only not to be read yet. */
const skeleton = ({ savePaymentSubscription, savePaymentSubscriptionNote }: Messages): TemplateResult =>
  html`<div class="toggle label ghost" aria-hidden="true">
    <i></i>
    <span
      ><span class="wordless">${savePaymentSubscription}<small>${savePaymentSubscriptionNote}</small></span></span
    >
  </div>`;
