/** The place of the extra fields: below the contact. */
import { html, nothing } from 'lit';
import { extraSections } from '../load-extras.js';
import { isLoading, type View } from '../view.js';

/** The fields once their file is there; until then as many lines as the tag asks for. */
export function businessSection(view: View): unknown {
  if (!isLoading(view)) return extraSections()?.business(view) ?? nothing;
  if (view.expected === 0) return nothing;
  return html`<div class="skeleton" aria-hidden="true">
    ${Array.from({ length: view.expected }, () => html`<div class="bone"></div>`)}
  </div>`;
}

/** What the customer has to agree to. */
export const termsSection = (view: View): unknown => extraSections()?.terms(view) ?? nothing;
