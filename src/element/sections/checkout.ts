/** The whole: summary and form, or what came of them. */
import { html, type TemplateResult } from 'lit';
import { addressSentence } from '../address-sentence.js';
import { extraSections } from '../load-extras.js';
import { detailsLine } from '../load-support.js';
import { hasForm, isLoading, isShown, type Page, type View } from '../view.js';
import { contactSection } from './contact.js';
import { businessSection, termsSection } from './business.js';
import { expressSection } from './express.js';
import { addressSection, paymentSection } from './frames.js';
import { outcomeLine, outcomeSection } from './outcome.js';
import { paySection, statusLine } from './pay.js';
import { problemLine } from './problem.js';
import { promotionLine } from './promotion.js';
import { saveToggle } from './save-toggle.js';
import { backLink, continueSection, stepsMarker } from './steps.js';
import { summarySection } from './summary.js';

/** The parts of the form in order; `flow` says which page is shown when. Neither is ever made anew: frames live in them. */
const PAGES: readonly Page[] = [
  { step: 'details', sections: [contactSection, businessSection, addressSection, continueSection] },
  { step: 'payment', sections: [backLink, paymentSection, saveToggle, termsSection, paySection] },
];

/** What screen readers say when they have time. Nothing else of the element is a live region but it and the one for problems. */
const politeLine = (view: View): string =>
  detailsLine(view) ||
  statusLine(view) ||
  outcomeLine(view) ||
  [promotionLine(view), extraSections()?.quantityLine(view) ?? '', fieldLine(view)].join(' ').trim();

/** What a field that was left last says: heard, where it is not seen. */
function fieldLine(view: View): string {
  const { facts, messages, mark } = view;
  const { left, emailSuggestion } = facts;
  const last = left.at(-1);
  const wrong = addressSentence(view);
  if (wrong) return wrong;
  // The quantity has a line of its own.
  if (last === undefined || last === 'quantity') return '';
  return mark(last).wrong ?? (last === 'email' && emailSuggestion ? messages.emailSuggestion(emailSuggestion) : '');
}

export function checkoutView(view: View, onSubmit: (event: SubmitEvent) => void): TemplateResult {
  const form = hasForm(view.state);
  return html`
    <slot></slot>
    <div lang=${view.lang} dir=${view.dir}>
      <p class="sr-only" role="status">${politeLine(view)}</p>
      <p class="sr-only" role="alert">${problemLine(view)}</p>
      ${outcomeSection(view) ?? ''}
      <div class="checkout ${view.pending && isLoading(view) ? 'wordless' : ''}" ?hidden=${!form}>
        ${summarySection(view)}
        <div class="main">
          <form part="form" novalidate aria-busy=${view.busy} @submit=${onSubmit}>
            ${stepsMarker(view)} ${expressSection(view)}
            ${PAGES.map(
              ({ step, sections }) =>
                html`<div class="page ${step}" ?inert=${!isShown(view, step)}>
                  ${sections.map((draw) => draw(view))}
                </div>`,
            )}
          </form>
        </div>
      </div>
    </div>
  `;
}
