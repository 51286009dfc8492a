/** For which company, with which tax id, under which order number, and what the merchant asks besides. */
import { TAX_ID_KINDS } from '../../contract/tax-id.js';
import { fieldKey, type AskedFields } from '../../core/extra-fields.js';
import type { ExtraMessages } from '../../core/extra-messages.js';
import { chosenKind, kindKey } from '../../headless/chosen-kind.js';
import type { View } from '../view.js';
import type { Drawn, Lit } from './lit.js';
import { textField } from './text-field.js';

/** What a company is asked for; nothing where nothing is. What nobody has to answer is folded away: consumers read one line. */
export function businessSection(lit: Lit, view: View, words: ExtraMessages): Drawn {
  const { html, nothing } = lit;
  const { asked } = view.facts;
  if (!asked) return nothing;
  const ofCompany = companyFields(lit, view, words, asked);
  const ofMerchant = asked.fields.map((each) =>
    textField(lit, view, {
      key: fieldKey(each.name),
      label: toLabel(words, each.label, each.required === true),
      required: each.required === true,
      most: 500,
    }),
  );
  if (ofCompany.length === 0 && ofMerchant.length === 0) return nothing;
  const { company, taxId, purchaseOrder, payByInvoice } = asked;
  // Whoever pays by invoice is a business.
  const folds = ofCompany.length > 0 && !payByInvoice && ![company, taxId, purchaseOrder].includes('required');
  const group = (fields: readonly Drawn[]): Drawn =>
    fields.length === 0 ? nothing : html`<fieldset class="extra pairs" ?disabled=${view.busy}>${fields}</fieldset>`;
  const section = (content: Drawn): Drawn => html`
    <section part="section extra" aria-labelledby="business">
      <h2 id="business">${words.business}</h2>
      ${content}
    </section>
  `;
  if (!folds) return section(group([...ofCompany, ...ofMerchant]));
  const said = ['company', 'tax_id', 'purchase_order'].some((key) => view.facts.typed[key]);
  const fold = html`
    <details class="business" ?open=${said}>
      <summary>${words.forBusiness}</summary>
      ${group(ofCompany)}
    </details>
  `;
  return ofMerchant.length === 0
    ? html`<section part="section extra">${fold}</section>`
    : section(html`${group(ofMerchant)}${fold}`);
}

const toLabel = (words: ExtraMessages, text: string, must: boolean): string => (must ? text : words.optional(text));

function companyFields(
  lit: Lit,
  view: View,
  words: ExtraMessages,
  { company, taxId, purchaseOrder }: AskedFields,
): readonly Drawn[] {
  const field = (key: string, text: string, must: boolean, most: number, autocomplete = 'off'): Drawn =>
    textField(lit, view, { key, label: toLabel(words, text, must), required: must, most, autocomplete });
  return [
    // Stripe keeps a tax id with the name it belongs to.
    ...(company !== 'off' || taxId !== 'off'
      ? [field('company', words.company, company === 'required', 150, 'organization')]
      : []),
    ...(taxId === 'off' ? [] : [taxIdFields(lit, view, words, taxId === 'required')]),
    ...(purchaseOrder === 'off'
      ? []
      : [field('purchase_order', words.purchaseOrder, purchaseOrder === 'required', 140)]),
  ];
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
      key: 'tax_id',
      label: toLabel(words, kind ? words.taxIdOf(kind.label) : words.taxId, must),
      required: must,
      most: 50,
      ...(kind && { placeholder: kind.example }),
    })}
  `;
}
