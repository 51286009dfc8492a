/** Where a customer of two pages is, the way on, and the way back. */
import { html, nothing, type TemplateResult } from 'lit';
import { tellWhyHeld } from '../load-support.js';
import { isLoading, isShown, type View } from '../view.js';
import { problemView } from './problem.js';

/** The two pages in order, the current one marked. */
export function stepsMarker({ flow, step, messages, asksDetails }: View): TemplateResult | typeof nothing {
  if (flow === 'one-page' || !asksDetails) return nothing;
  const onPayment = step === 'payment';
  return html`
    <ol class="steps" part="steps" aria-label=${messages.steps}>
      <li class=${onPayment ? 'done' : ''} aria-current=${onPayment ? nothing : 'step'}>${messages.details}</li>
      <li aria-current=${onPayment ? 'step' : nothing}>${messages.payment}</li>
    </ol>
  `;
}

/** The way to page two. */
export function continueSection(view: View): TemplateResult | typeof nothing {
  const { flow, state, busy, messages } = view;
  if (flow === 'one-page') return nothing;
  // A wallet may be paid with from here.
  const leaving = busy || (state.name === 'ready' && state.waiting !== null);
  const onTry = (): void => {
    // `disabled` holds Pay and nothing else.
    tellWhyHeld({ ...view, disabled: false }, 'Continue');
  };
  return html`
    <section part="section">
      ${isShown(view, 'details') ? problemView(view) : nothing}
      <button
        class="pay"
        part="continue"
        type="submit"
        aria-disabled=${leaving || isLoading(view)}
        @pointerenter=${onTry}
        @click=${onTry}
      >
        ${leaving ? html`<span class="spinner" aria-hidden="true"></span>` : nothing} ${messages.continue}
      </button>
    </section>
  `;
}

/** The way back to page one. */
export function backLink({ flow, busy, messages, act, asksDetails }: View): TemplateResult | typeof nothing {
  if (flow === 'one-page' || !asksDetails) return nothing;
  return html`
    <button class="link back" part="back" type="button" ?disabled=${busy} @click=${act.back}>${messages.back}</button>
  `;
}
