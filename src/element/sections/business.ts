/** The place of the extra fields: below the contact. */
import { html, nothing } from 'lit';
import { extraSections } from '../load-extras.js';
import { isLoading, type View } from '../view.js';
import { fieldSkeleton } from './field-skeleton.js';

/** The fields once their file is there; until then as many lines as the tag asks for. */
export function businessSection(view: View): unknown {
  if (!isLoading(view)) return extraSections()?.business(view) ?? nothing;
  const { fields, folded } = view.expected;
  if (fields === 0 && !folded) return nothing;
  return html`<section aria-hidden="true">
    ${
      fields > 0
        ? html`<h2 class="ghost"><span>&nbsp;</span></h2>
            <div class="pairs">${Array.from({ length: fields }, () => fieldSkeleton)}</div>`
        : nothing
    }
    ${folded ? html`<div class="promotion ghost"><span>&nbsp;</span></div>` : nothing}
  </section>`;
}

/** What the customer has to agree to. */
export const termsSection = (view: View): unknown => extraSections()?.terms(view) ?? nothing;
