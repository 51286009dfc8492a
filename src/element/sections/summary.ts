/** What is bought and what it costs. Always in view. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../format-date.js';
import { toRenewal, type InvoiceFacts, type Summary, type SummaryLine } from '../../core/summary.js';
import { extraSections } from '../load-extras.js';
import { isLoading, type View } from '../view.js';
import { fieldSkeleton } from './field-skeleton.js';
import { discountRow, promotionField } from './promotion.js';

/** As many lines are in sight at once; of more, the list scrolls, by keyboard too. */
const MANY = 8;

export function summarySection(view: View): TemplateResult {
  const { messages, facts } = view;
  return html`
    <aside class="summary" part="summary" aria-labelledby="summary">
      <h2 id="summary">${messages.summary}</h2>
      ${facts.summary ? filled(view, facts.summary) : skeleton(view)} ${promotionField(view)}
      <slot name="summary"></slot>
    </aside>
  `;
}

function filled(view: View, summary: Summary): TemplateResult {
  const { messages, money } = view;
  const { subtotal, discounts, tax, taxIncluded, reverseCharge, taxPending, total, invoice } = summary;
  if (view.keeps)
    return html`<p class="then">${messages.keepNote}</p>
      ${termsView(view, summary)}`;
  const plain = discounts.length === 0 && tax === 0 && !taxPending && !reverseCharge;
  return html`
    <ul class="lines" tabindex=${summary.lines.length > MANY ? 0 : nothing} aria-labelledby="summary">
      ${summary.lines.map((line) => lineView(view, line))}
    </ul>
    ${quantityPlace(view)}
    <dl class="totals">
      ${plain ? nothing : row(messages.subtotal, money(subtotal))}
      ${discounts.map((discount) => discountRow(view, discount, summary))}
      ${taxPending ? row(messages.tax, messages.taxPending) : tax > 0 || reverseCharge ? row(messages.tax, money(tax)) : nothing}
      ${taxIncluded > 0 ? row(messages.taxIncluded, money(taxIncluded)) : nothing}
      ${row(invoice ? messages.amountDue : messages.dueToday, money(total), 'row due')}
    </dl>
    ${reverseCharge ? html`<p class="then">${messages.reverseCharge}</p>` : nothing}
    ${invoice ? invoiceView(view, invoice) : termsView(view, summary)}
  `;
}

/** The quantity, or its place: it comes from a file of its own, after the lines may have come. */
function quantityPlace(view: View): unknown {
  if (!isLoading(view)) return extraSections()?.quantity(view) ?? nothing;
  return view.quantityExpected ? html`<div class="quantity" aria-hidden="true">${fieldSkeleton}</div>` : nothing;
}

function invoiceView({ messages, locale }: View, { number, dueAt, failure }: InvoiceFacts): TemplateResult {
  return html`
    ${failure ? html`<p class="then"><strong>${messages.chargeFailed(failure.message ?? '')}</strong></p>` : nothing}
    <p class="then">${messages.invoiceDue(number ?? '', dueAt === null ? '' : formatDate(dueAt, locale))}</p>
  `;
}

function lineView(
  { messages, money }: View,
  { name, quantity, unitAmount, amount, cadence }: SummaryLine,
): TemplateResult {
  const unit = cadence ? messages.rate(money(unitAmount), messages.every(cadence)) : money(unitAmount);
  return html`
    <li class="row">
      <bdi>${name}</bdi>
      <small>${messages.quantityOf(quantity, unit)}</small>
      <span>${money(amount)}</span>
    </li>
  `;
}

const row = (term: string, value: string, name = 'row'): TemplateResult =>
  html`<div class=${name}>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function termsView(
  { messages, money, locale }: View,
  { recurring, discounts }: Summary,
): TemplateResult | typeof nothing {
  if (!recurring) return nothing;
  const { regular, reduced } = toRenewal(recurring, discounts);
  const amount = money(regular);
  const every = messages.every(recurring);
  const text =
    recurring.trialEnd === null
      ? messages.thenEvery(amount, every)
      : messages.trialUntil(formatDate(recurring.trialEnd, locale), amount, every);
  return html`<p class="then">${text} ${reduced === null ? nothing : messages.thenDiscounted(money(reduced))}</p>`;
}

const skeleton = (view: View): TemplateResult => html`
  <ul class="lines" aria-hidden="true">
    <li class="row ghost">
      <bdi>&nbsp;</bdi>
      <small>&nbsp;</small>
      <span>&nbsp;</span>
    </li>
  </ul>
  ${quantityPlace(view)}
  <div class="totals" aria-hidden="true">
    <div class="row due ghost"><span>&nbsp;</span><span>&nbsp;</span></div>
  </div>
  <p class="then ghost" aria-hidden="true"><span>&nbsp;</span></p>
`;
