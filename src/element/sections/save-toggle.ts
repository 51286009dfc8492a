/** The one save toggle, ours. */
import { html, nothing, type TemplateResult } from 'lit';
import { isLoading, type View } from '../view.js';

/** Shown for methods that can be kept: with Checkout, cards. */
export function saveToggle(view: View): TemplateResult | typeof nothing {
  const { state, facts, messages, act, busy, mayAskToSave } = view;
  if (isLoading(view)) return mayAskToSave ? skeleton : nothing;
  if (!('session' in state) || facts.saved || (facts.method !== null && facts.method !== 'card')) return nothing;
  const { features, mode } = state.session;
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

/** As tall as the toggle of a subscription: what most sell here. */
const skeleton = html`<div class="toggle ghost" aria-hidden="true">
  <span>&nbsp;<small>&nbsp;</small></span>
</div>`;
