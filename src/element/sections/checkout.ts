/** The whole: summary and form, or what came of them. */
import { html, type TemplateResult } from 'lit';
import { hasForm, type View } from '../view.js';
import { contactSection } from './contact.js';
import { addressSection, paymentSection } from './frames.js';
import { outcomeSection } from './outcome.js';
import { paySection, statusLine } from './pay.js';
import { saveToggle } from './save-toggle.js';
import { summarySection } from './summary.js';

export function checkoutView(view: View, onSubmit: (event: SubmitEvent) => void): TemplateResult {
  const form = hasForm(view.state);
  return html`
    <slot></slot>
    <p class="sr-only" role="status">${statusLine(view)}</p>
    ${outcomeSection(view) ?? ''}
    <div class="checkout" ?hidden=${!form}>
      ${summarySection(view)}
      <div class="main">
        <form part="form" novalidate aria-busy=${view.busy ? 'true' : 'false'} @submit=${onSubmit}>
          <fieldset ?disabled=${view.busy}>${contactSection(view)}</fieldset>
          ${addressSection(view)} ${paymentSection(view)} ${saveToggle(view)} ${paySection(view)}
        </form>
      </div>
    </div>
  `;
}
