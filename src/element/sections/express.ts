/** The wallets that the customer has, above the form that they spare. */
import { html, nothing, type TemplateResult } from 'lit';
import { isHeld, isShown, type View } from '../view.js';

/** On page one; on page two only where page one is passed over. Keeps its place until it is known whether there is one. */
export function expressSection(view: View): TemplateResult | typeof nothing {
  const { express, facts, asksDetails, messages } = view;
  if (!express) return nothing;
  const seen = facts.wallets !== false && (isShown(view, 'details') || facts.skipped || !asksDetails);
  const busy = facts.wallets === null;
  return html`
    <div
      class="express"
      part="section express"
      role="group"
      aria-disabled=${view.busy}
      ?hidden=${!seen}
      ?inert=${isHeld(view) && !view.busy}
    >
      <div class="frame" part="frame" aria-busy=${busy}>
        <slot name="express"></slot>
        ${busy ? html`<div class="bone"></div>` : nothing}
      </div>
      <p class="or">${messages.otherWay}</p>
    </div>
  `;
}
