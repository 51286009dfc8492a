/** What a checkout came to, in the place of its form. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Truth } from '../../contract/truth.js';
import { mayTryAgain, toSentence } from '../../core/messages.js';
import type { Completion } from '../../core/outcome.js';
import { formatDate } from '../format-date.js';
import { detailsSection, hostedSection } from '../load-support.js';
import type { View } from '../view.js';

const TICK = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5" /></svg>`;
const CROSS = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7L7 17" /></svg>`;
const CLOCK = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 6v6l4 2M12 3a9 9 0 100 18 9 9 0 000-18" /></svg>`;

/** What is shown of an end. */
interface Outcome {
  readonly mark: ReturnType<typeof svg>;
  readonly title: string;
  readonly text: string;
  readonly actions?: unknown;
}

/** Null while the form is what the customer needs. */
export function outcomeSection(view: View): unknown {
  const outcome = toOutcome(view);
  if (!outcome) return null;
  const { mark, title, text, actions } = outcome;
  const panel = html`
    <div class="outcome" part="outcome">
      <span class=${mark === CROSS ? 'mark bad' : 'mark'}>${mark}</span>
      <h2 id="outcome" tabindex="-1" aria-describedby="outcome-text">${title}</h2>
      <p id="outcome-text" ?hidden=${!text}>${text}</p>
      <div class="actions">${actions}</div>
      ${hostedSection(view)}
      ${view.state.name === 'failed' || view.state.name === 'unresolved' ? detailsSection(view) : nothing}
    </div>
  `;
  return view.state.name === 'complete' ? html`<slot name="complete">${panel}</slot>` : panel;
}

/** Read out, since the keyboard may be anywhere. */
export const outcomeLine = (view: View): string => toOutcome(view)?.title ?? '';

function toOutcome(view: View): Outcome | null {
  const { state, messages, act } = view;
  switch (state.name) {
    case 'complete': {
      const { completion } = state;
      return {
        mark: TICK,
        title: messages.completeTitle,
        text: completeText(view, completion),
        actions: links(view, completion.links),
      };
    }
    case 'processing':
      return {
        mark: CLOCK,
        title: messages.processingTitle,
        text: dated(view, state.truth, messages.processing, messages.processingBy),
      };
    case 'action':
      return {
        mark: CLOCK,
        title: messages.actionTitle,
        text: dated(view, state.truth, messages.action, messages.actionFrom),
        actions: link(state.truth.links.verification, messages.verify),
      };
    case 'unresolved':
      return {
        mark: CLOCK,
        title: messages.unresolvedTitle,
        text: view.keeps ? messages.keepNote : messages.unresolved,
        actions: button(messages.checkAgain, act.recheck),
      };
    case 'checking':
      return state.open ? null : { mark: CLOCK, title: view.keeps ? messages.updating : messages.checking, text: '' };
    case 'expired':
      return {
        mark: CLOCK,
        title: messages.expiredTitle,
        text: messages.expired,
        actions: button(messages.startAgain, act.restart),
      };
    case 'failed': {
      const { error } = state;
      return {
        mark: CROSS,
        title:
          error.code === 'payment.not_kept'
            ? messages.notKeptTitle
            : error.code === 'payment.failed'
              ? messages.paymentFailedTitle
              : messages.failedTitle,
        text: toSentence(messages, error),
        actions: mayTryAgain(error) ? button(messages.tryAgain, act.restart) : nothing,
      };
    }
    case 'loading':
      if (state.hosted === undefined) return null;
      return {
        mark: CLOCK,
        title: messages.leaving,
        text: '',
        actions: state.slow ? button(messages.tryAgain, act.payHosted) : nothing,
      };
    case 'idle':
    case 'ready':
    case 'validating':
    case 'confirming':
      return null;
  }
}

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
