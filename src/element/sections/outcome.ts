/** What a checkout came to, in the place of its form. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Truth } from '../../contract/truth.js';
import { mayTryAgain, toSentence } from '../../core/messages.js';
import type { Completion } from '../../core/outcome.js';
import { formatDate } from '../format-date.js';
import type { View } from '../view.js';

const TICK = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5" /></svg>`;
const CROSS = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7L7 17" /></svg>`;
const CLOCK = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 6v6l4 2M12 3a9 9 0 100 18 9 9 0 000-18" /></svg>`;

/** Null while the form is what the customer needs. */
export function outcomeSection(view: View): TemplateResult | null {
  const { state, messages, act } = view;
  switch (state.name) {
    case 'complete':
      return html`<slot name="complete"
        >${panel(TICK, messages.completeTitle, completeText(view, state.completion), links(view, state.completion.links))}</slot
      >`;
    case 'processing':
      return panel(
        CLOCK,
        messages.processingTitle,
        dated(view, state.truth, messages.processing, messages.processingBy),
      );
    case 'action':
      return panel(
        CLOCK,
        messages.actionTitle,
        dated(view, state.truth, messages.action, messages.actionFrom),
        link(state.truth.links.verification, messages.verify),
      );
    case 'unresolved':
      return panel(CLOCK, messages.unresolvedTitle, messages.unresolved, button(messages.checkAgain, act.recheck));
    case 'checking':
      return state.open ? null : panel(CLOCK, messages.checking, '');
    case 'expired':
      return panel(CLOCK, messages.expiredTitle, messages.expired, button(messages.startAgain, act.restart));
    case 'failed': {
      const { error } = state;
      const title = error.code === 'payment.failed' ? messages.paymentFailedTitle : messages.failedTitle;
      const again = mayTryAgain(error) ? button(messages.tryAgain, act.restart) : nothing;
      return panel(CROSS, title, toSentence(messages, error), again, 'mark bad');
    }
    case 'idle':
    case 'loading':
    case 'ready':
    case 'validating':
    case 'confirming':
      return null;
  }
}

const panel = (
  mark: TemplateResult | ReturnType<typeof svg>,
  title: string,
  text: string,
  actions: unknown = nothing,
  markClass = 'mark',
): TemplateResult => html`
  <div class="outcome" part="outcome">
    <span class=${markClass}>${mark}</span>
    <h2 id="outcome" tabindex="-1">${title}</h2>
    ${text ? html`<p>${text}</p>` : nothing}
    <div class="actions">${actions}</div>
  </div>
`;

/** With the day, where one is known. */
const dated = ({ locale }: View, { expectedAt }: Truth, text: string, toText: (date: string) => string): string =>
  expectedAt === null ? text : toText(formatDate(expectedAt, locale));

function completeText(
  { messages, money, locale }: View,
  { mode, payment, amount, replayed, dueAt }: Completion,
): string {
  if (mode === 'setup') return messages.completeKept;
  if (replayed && amount === null) return messages.completeReplayed;
  switch (payment) {
    case 'paid':
      return amount === null ? messages.completeReplayed : messages.completePaid(money(amount));
    case 'none_due':
      return messages.completeNoneDue;
    case 'invoiced':
      // A trial: nothing is sent before it ends.
      if (amount === 0) return messages.completeNoneDue;
      return dueAt === null ? messages.completeInvoiced : messages.completeInvoicedBy(formatDate(dueAt, locale));
  }
}

const links = ({ messages }: View, { receipt, invoice }: Completion['links']): unknown => [
  link(receipt, messages.receipt),
  link(invoice, messages.invoice),
];

const link = (href: string | null, label: string): unknown =>
  href ? html`<a class="button quiet" href=${href} target="_blank" rel="noopener">${label}</a>` : nothing;

const button = (label: string, act: () => void): TemplateResult =>
  html`<button type="button" part="button" @click=${act}>${label}</button>`;
