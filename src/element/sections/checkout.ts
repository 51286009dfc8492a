/** The whole: summary and form, or what came of them. */
import { html, type TemplateResult } from 'lit';
import { hasForm, type Section, type View } from '../view.js';
import { contactSection } from './contact.js';
import { addressSection, paymentSection } from './frames.js';
import { outcomeSection } from './outcome.js';
import { paySection, statusLine } from './pay.js';
import { saveToggle } from './save-toggle.js';
import { summarySection } from './summary.js';

/** The parts of the form in order; `flow` says which are shown when. */
const SECTIONS: readonly Section[] = [
  { step: 'details', draw: contactSection },
  { step: 'details', draw: addressSection },
  { step: 'payment', draw: paymentSection },
  { step: 'payment', draw: saveToggle },
  { step: 'payment', draw: paySection },
];

const isShown = ({ flow, step }: View, section: Section): boolean => flow === 'one-page' || step === section.step;

export function checkoutView(view: View, onSubmit: (event: SubmitEvent) => void): TemplateResult {
  const form = hasForm(view.state);
  return html`
    <slot></slot>
    <p class="sr-only" role="status">${statusLine(view)}</p>
    ${outcomeSection(view) ?? ''}
    <div class="checkout" ?hidden=${!form}>
      ${summarySection(view)}
      <div class="main">
        <form part="form" novalidate aria-busy=${view.busy} @submit=${onSubmit}>
          ${SECTIONS.map(
            (section) => html`<div class="part" ?hidden=${!isShown(view, section)}>${section.draw(view)}</div>`,
          )}
        </form>
      </div>
    </div>
  `;
}
