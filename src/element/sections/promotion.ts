/** Promotion codes: the field for one, and the line of one that is taken. */
import { html, nothing, type TemplateResult } from 'lit';
import { toSentence } from '../../core/messages.js';
import type { Discount, Summary } from '../../core/summary.js';
import type { View } from '../view.js';

/** Pay is held or under way: no other total may come now. */
const isHeld = ({ busy, state }: View): boolean => busy || (state.name === 'ready' && state.waiting !== null);

/** A line of the totals; a code can be taken away again. */
export function discountRow(view: View, discount: Discount, { recurring }: Summary): TemplateResult {
  const { messages, money, promotion, act } = view;
  const { label, code, amount, lasts } = discount;
  return html`
    <div class="row">
      <dt>
        ${messages.discount}
        ${label && html`<small><bdi>${label}</bdi>${recurring ? ` · ${messages.discountLasts(lasts)}` : nothing}</small>`}
        ${
          code !== null && promotion === 'shown'
            ? html`<button
                id="promotion"
                class="link"
                type="button"
                aria-disabled=${isHeld(view)}
                @click=${act.removeCode}
              >
                ${messages.promotionRemove(code)}
              </button>`
            : nothing
        }
      </dt>
      <dd>${amount > 0 ? money(-amount) : nothing}</dd>
    </div>
  `;
}

/** The field, behind a quiet line. Not there while a code is taken. */
export function promotionField(view: View): TemplateResult | typeof nothing {
  const { state, facts, messages, promotion, act } = view;
  if (promotion === 'expected') return skeleton;
  if (promotion === 'off' || !facts.summary || takenCode(facts.summary)) return nothing;
  const error = state.name === 'ready' ? state.promotion : undefined;
  const held = isHeld(view);
  return html`
    <details class="promotion">
      <summary id="promotion">${messages.promotionAdd}</summary>
      <form novalidate @submit=${act.applyCode}>
        <label for="promotion-code">${messages.promotionCode}</label>
        <div class="apply">
          <input
            id="promotion-code"
            class="input"
            part="input"
            name="promotion-code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            .value=${facts.promotionCode}
            ?readonly=${held}
            aria-invalid=${!!error}
            aria-describedby="promotion-error"
            @input=${act.typeCode}
          />
          <button class="quiet" part="button" type="submit" aria-disabled=${held}>${messages.promotionApply}</button>
        </div>
        <p id="promotion-error" class="hint error" ?hidden=${!error}>
          ${error && (facts.offline ? messages.errors.offline : toSentence(messages, error))}
        </p>
      </form>
    </details>
  `;
}

/** Read out once a code is taken. */
export function promotionLine({ facts, messages, money }: View): string {
  const taken = facts.summary && takenCode(facts.summary);
  return taken?.code ? messages.promotionApplied(taken.code, taken.amount > 0 ? money(taken.amount) : '') : '';
}

const takenCode = ({ discounts }: Summary): Discount | undefined => discounts.find(({ code }) => code !== null);

const skeleton = html`<div class="promotion ghost" aria-hidden="true"><span>&nbsp;</span></div>`;
