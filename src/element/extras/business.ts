/** For which company, with which tax id, under which order number, and what the merchant asks besides. */
import { TAX_ID_KINDS } from '../../contract/tax-id.js';
import { fieldKey } from '../../core/extra-fields.js';
import type { ExtraMessages } from '../../core/extra-messages.js';
import { chosenKind, kindKey } from '../../headless/extra-fields.js';
import type { View } from '../view.js';
import type { Drawn, Lit } from './lit.js';
import { textField } from './text-field.js';

/** What a company is asked for; nothing where nothing is. */
export function businessSection(lit: Lit, view: View, words: ExtraMessages): Drawn {
  const { html, nothing } = lit;
  const { asked } = view.facts;
  if (!asked) return nothing;
  const { company, taxId, purchaseOrder, fields } = asked;
  const named = company !== 'off' || taxId !== 'off';
  if (!named && purchaseOrder === 'off' && fields.length === 0) return nothing;
  const label = (text: string, must: boolean): string => (must ? text : words.optional(text));
  return html`
    <section part="section extra" aria-labelledby="business">
      <h2 id="business">${words.business}</h2>
      <fieldset class="extra" ?disabled=${view.busy}>
        ${
          named
            ? textField(lit, view, {
                field: 'company',
                key: 'company',
                label: label(words.company, company === 'required'),
                required: company === 'required',
                autocomplete: 'organization',
                most: 150,
              })
            : nothing
        }
        ${taxId === 'off' ? nothing : taxIdFields(lit, view, words, taxId === 'required')}
        ${
          purchaseOrder === 'off'
            ? nothing
            : textField(lit, view, {
                field: 'purchase_order',
                key: 'purchase_order',
                label: label(words.purchaseOrder, purchaseOrder === 'required'),
                required: purchaseOrder === 'required',
                most: 140,
              })
        }
        ${fields.map((each) =>
          textField(lit, view, {
            field: 'fields',
            name: each.name,
            key: fieldKey(each.name),
            label: label(each.label, each.required === true),
            required: each.required === true,
            most: 500,
          }),
        )}
      </fieldset>
    </section>
  `;
}

function taxIdFields(lit: Lit, view: View, words: ExtraMessages, must: boolean): Drawn {
  const { html } = lit;
  const { act, country, facts, locale } = view;
  const kind = chosenKind(facts.typed, country);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const options = TAX_ID_KINDS.map((each) => ({
    key: kindKey(each),
    text: `${names.of(each.country) ?? each.country} · ${each.label}`,
  })).sort((one, other) => one.text.localeCompare(other.text, locale));
  const chosen = kind ? kindKey(kind) : '';
  return html`
    <div>
      <label for="tax_type">${words.taxIdCountry}</label>
      <select
        id="tax_type"
        class="input"
        part="input"
        data-key="tax_type"
        @change=${act.onExtra}
        @blur=${act.leaveExtra}
      >
        <option value="" ?selected=${!chosen}>${words.taxIdCountryChoose}</option>
        ${options.map(({ key, text }) => html`<option value=${key} ?selected=${key === chosen}>${text}</option>`)}
      </select>
    </div>
    ${textField(lit, view, {
      field: 'tax_id',
      key: 'tax_id',
      label: ((text) => (must ? text : words.optional(text)))(kind ? words.taxIdOf(kind.label) : words.taxId),
      required: must,
      most: 50,
      ...(kind && { placeholder: kind.example }),
    })}
  `;
}
