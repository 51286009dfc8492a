/** Stripe's fields: a heading, the place they are shown in, and a skeleton of their size until they are. */
import { html, nothing, type TemplateResult } from 'lit';
import { addressSentence } from '../address-sentence.js';
import { formatDate } from '../format-date.js';
import type { View } from '../view.js';

export function addressSection(view: View): TemplateResult | typeof nothing {
  const { messages, facts, askAddress } = view;
  const wrong = addressSentence(view);
  return html`
    <section part="section address" aria-labelledby="address" ?hidden=${!askAddress}>
      <h2 id="address">${messages.address}</h2>
      <div class="frame address" part="frame" aria-busy=${!facts.shown.address}>
        <slot name="address"></slot>
        ${facts.shown.address ? nothing : addressSkeleton}
      </div>
      <p id="address-error" class="hint error" ?hidden=${!wrong}>${wrong}</p>
    </section>
  `;
}

export function paymentSection({ messages, facts, session, locale }: View): TemplateResult {
  const updated = session?.updatedCard;
  return html`
    <section part="section payment" aria-labelledby="payment">
      <h2 id="payment" tabindex="-1">${messages.payment}</h2>
      ${updated ? html`<p class="hint">${messages.cardUpdated(updated.last4, formatDate(updated.at, locale))}</p>` : nothing}
      <div class="frame payment" part="frame" aria-busy=${!facts.shown.payment}>
        <slot name="payment"></slot>
        ${facts.shown.payment ? nothing : cardSkeleton}
      </div>
    </section>
  `;
}

const label = html`<div class="bone short"></div>`;
const field = html`<div class="bone"></div>`;

const skeleton = (...lines: readonly TemplateResult[]): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">${lines}</div>`;

/** As the fields are: one below the other; of a card, the last two are side by side. */
const addressSkeleton = skeleton(label, field, label, field, label, field);
const cardSkeleton = skeleton(label, field, label, label, field, field);
