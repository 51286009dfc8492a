/** Pay by invoice: a second button below Pay, and what it means before it is ordered. */
import type { ExtraMessages } from '../../core/extra-messages.js';
import type { Summary } from '../../core/summary.js';
import { formatDate } from '../format-date.js';
import { isByInvoice, isHeld, type View } from '../view.js';
import type { Drawn, Lit } from './lit.js';

const DAY_S = 86_400;

/** The button; once it is pressed and nothing is missing, what it means. Nothing where no invoice is offered. */
export function invoiceSection(lit: Lit, view: View, words: ExtraMessages): Drawn {
  const { html, nothing } = lit;
  const { summary, asked } = view.facts;
  if (!asked?.payByInvoice || !summary) return nothing;
  if (isByInvoice(view)) return confirmation(lit, view, words, summary);
  if (summary.discounts.length > 0) return html`<p class="hint" id="invoice">${words.invoiceNoCode}</p>`;
  return html`<button
    id="invoice"
    class="quiet wide"
    part="button"
    type="button"
    aria-disabled=${isHeld(view)}
    aria-expanded="false"
    @click=${() => {
      view.act.payByInvoice('ask');
    }}
  >
    ${words.payByInvoice}
  </button>`;
}

function confirmation({ html, nothing }: Lit, view: View, words: ExtraMessages, summary: Summary): Drawn {
  const { session, facts, money, messages, busy, act } = view;
  const email = session?.features.email === 'known' ? summary.email : facts.email.trim();
  const held = isHeld(view);
  const later = summary.total === 0 && summary.recurring?.trialEnd != null;
  return html`
    <div
      class="invoice"
      part="invoice"
      role="group"
      aria-labelledby="invoice"
      @keydown=${({ key }: KeyboardEvent) => {
        if (key === 'Escape') act.payByInvoice('cancel');
      }}
    >
      <h3 id="invoice" tabindex="-1">${words.payByInvoice}</h3>
      <dl>
        ${row(html, messages.amountDue, money(summary.total))} ${later ? nothing : due(html, view, words)}
        ${email ? row(html, words.invoiceTo, html`<bdi>${email}</bdi>`) : nothing}
      </dl>
      ${later ? html`<p class="then">${words.invoiceAfterTrial}</p>` : nothing}
      ${summary.recurring ? html`<p class="then">${words.invoiceRenewals}</p>` : nothing}
      <div class="apart">
        <button
          part="button"
          type="button"
          aria-disabled=${held}
          @click=${() => {
            act.payByInvoice('send');
          }}
        >
          ${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing} ${words.invoiceSend}
        </button>
        <button
          class="quiet"
          part="button"
          type="button"
          aria-disabled=${busy}
          @click=${() => {
            act.payByInvoice('cancel');
          }}
        >
          ${words.invoiceCancel}
        </button>
      </div>
    </div>
  `;
}

/** As Stripe counts: so many days from the day it is made. */
function due(html: Lit['html'], { session, locale }: View, words: ExtraMessages): readonly Drawn[] {
  const days = session?.features.netDays;
  if (days === undefined) return [];
  const term = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
  return [
    row(html, words.invoiceTerm, term),
    row(html, words.invoiceDueDate, formatDate(Date.now() / 1000 + days * DAY_S, locale)),
  ];
}

const row = (html: Lit['html'], term: string, value: unknown): Drawn =>
  html`<div class="row">
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
