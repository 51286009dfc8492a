/** The last part of the form: what stands in the way, the button, what it means. */
import { html, nothing, type TemplateResult } from 'lit';
import { toRenewal } from '../../core/summary.js';
import { extraSections } from '../load-extras.js';
import { tellWhyHeld } from '../load-support.js';
import { isByInvoice, isHeld, isLoading, isShown, type View } from '../view.js';
import { problemView } from './problem.js';

export function paySection(view: View): TemplateResult {
  const pays = view.busy && !isByInvoice(view);
  const onTry = (): void => {
    tellWhyHeld(view);
  };
  return html`
    <section part="section pay">
      ${isShown(view, 'payment') ? problemView(view) : nothing}
      <button
        class="pay"
        part="submit"
        type="submit"
        aria-disabled=${isHeld(view)}
        aria-describedby="consent"
        @pointerenter=${onTry}
        @click=${onTry}
      >
        ${pays ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
        <slot name="submit-label">${label(view)}</slot>
      </button>
      <div id="consent" class="terms">${consent(view)}<slot name="legal"></slot></div>
      ${isLoading(view) && view.invoiceExpected ? skeleton : (extraSections()?.invoice(view) ?? nothing)}
      <p class="status" aria-hidden="true">${seenLine(view)}</p>
    </section>
  `;
}

/** The one line that says what is going on. Read out by the live region, seen below the button. */
export function statusLine(view: View): string {
  const { state, messages, facts, busy, keeps } = view;
  const paying = keeps ? messages.updating : messages.paying;
  if (busy && isByInvoice(view)) return extraSections()?.sending(view) ?? '';
  switch (state.name) {
    case 'loading':
      if (state.hosted !== undefined) return '';
      return state.slow ? messages.loadingSlow : messages.loading;
    case 'ready':
      return state.waiting ? messages.updating : facts.offline ? messages.errors.offline : '';
    case 'validating':
      return paying;
    case 'confirming':
      return state.asked > 0 ? messages.waitingForBank : paying;
    case 'checking':
      return keeps ? paying : messages.checking;
    default:
      return '';
  }
}

/** What the button says already is not said twice to the eye. */
function seenLine(view: View): string {
  const line = statusLine(view);
  return line === view.messages.paying ? '' : line;
}

function label(view: View): string {
  const { messages, facts, money, busy } = view;
  const { summary } = facts;
  if (!summary) return messages.payWithoutAmount;
  if (view.keeps) return messages.keepMethod;
  if (busy && !isByInvoice(view)) return messages.paying;
  return summary.total === 0 && summary.recurring?.trialEnd ? messages.startTrial : messages.pay(money(summary.total));
}

function consent(view: View): string | typeof nothing {
  const { messages, facts, money } = view;
  const { recurring, discounts } = facts.summary ?? {};
  // Stripe's field says itself what keeping a method allows.
  if (!recurring || !discounts || view.keeps) return nothing;
  return messages.consent(money(toRenewal(recurring, discounts).regular), messages.every(recurring));
}

/** As tall as the button to pay by invoice. */
const skeleton = html`<div class="ghost" aria-hidden="true"><button class="quiet" tabindex="-1">&nbsp;</button></div>`;
