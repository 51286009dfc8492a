/** The way to a page of Stripe's, for customers whose browser keeps Stripe.js out. */
import type { html, TemplateResult } from 'lit';
import { isBlocked } from '../../core/errors.js';
import type { View } from '../view.js';

/** Makes the section. In a frame there is no way: Stripe's page is shown in none. */
export const createHosted =
  (draw: typeof html) =>
  ({ state, facts, messages, act }: View): TemplateResult | null => {
    if (state.name !== 'failed' || !facts.hosted || !isBlocked(state.error) || window.top !== window) return null;
    return draw`
      <div class="actions">
        <p class="hint">${messages.payHostedHint}</p>
        <button type="button" part="button" @click=${act.payHosted}>${messages.payHosted}</button>
      </div>
    `;
  };
