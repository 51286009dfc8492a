/** Extra fields: what they ask, what is wrong with them, who is told. Loaded for tags that ask for any. */
import { isTaxId, normalizeTaxId, TAX_ID_KINDS, type TaxIdKind } from '../contract/tax-id.js';
import {
  fieldKey,
  toAsked,
  type AskedFields,
  type PurchaseDetails,
  type Requirement,
  type TaxIdInfo,
} from '../core/extra-fields.js';
import type { ExtraFields, ExtraFieldsPorts } from '../core/extra-fields-port.js';
import { EXTRA_FIELDS, stepOf, type ExtraField, type InvalidField } from '../core/state.js';
import type { Features } from '../contract/sessions.js';
import { checkSchema } from './check-schema.js';

/** The sentences for what is wrong. */
export interface ExtraWords {
  readonly quantityInvalid: (min: number, max: number) => string;
  readonly companyMissing: string;
  readonly taxIdMissing: string;
  readonly taxIdInvalid: (example: string) => string;
  /** Nobody said whether it is good. */
  readonly taxIdUnclear: string;
  readonly purchaseOrderMissing: string;
  readonly fieldMissing: (label: string) => string;
}

/** The kind of tax id that is chosen: the one of the address's country until the customer chooses. */
export function chosenKind(typed: Readonly<Record<string, string>>, country: string | null): TaxIdKind | undefined {
  const { tax_type: choice } = typed;
  return choice === undefined
    ? TAX_ID_KINDS.find((kind) => kind.country === country)
    : TAX_ID_KINDS.find((kind) => kindKey(kind) === choice);
}

/** Names a kind among all: a type of Europe's is many countries'. */
export const kindKey = ({ country, type }: TaxIdKind): string => `${country} ${type}`;

/** Makes the extra fields of one checkout. `words` is read at each use; `warn` hears of a host's faults. */
export function createExtraFields(
  ports: ExtraFieldsPorts,
  words: () => ExtraWords,
  warn: (hint: string) => void,
): ExtraFields {
  let features: Features | null = null;
  /** What Stripe and the server were told last. */
  let toldTaxId = 'null';
  let saved = '{}';
  /** What Stripe said of a tax id, by what it was told. */
  const refused = new Map<string, string>();
  /** What hosts' checks said, by field and text. */
  const wrong = new Map<string, string>();
  /** One after another: what was typed last is what Stripe is told last. */
  let telling: Promise<unknown> = Promise.resolve();

  const typed = (key: string): string => (ports.facts().typed[key] ?? '').trim();
  const required = (asked: Requirement, key: string): boolean => asked === 'required' && typed(key) === '';

  const toTaxId = (): TaxIdInfo | null => {
    const kind = chosenKind(ports.facts().typed, ports.country());
    const value = kind && normalizeTaxId(kind, typed('tax_id'));
    const businessName = typed('company');
    if (!kind || !value || !typed('tax_id') || !businessName || !isTaxId(kind, value)) return null;
    return { taxId: { type: kind.type, value }, businessName };
  };

  const problemOf = (field: ExtraField, asked: AskedFields): string | null => {
    const text = words();
    switch (field) {
      case 'quantity': {
        if (!asked.quantity) return null;
        const { min, max } = asked.quantity;
        const { quantity = '' } = ports.facts().typed;
        const fits = /^\d+$/.test(quantity) && Number(quantity) >= min && Number(quantity) <= max;
        return fits ? null : text.quantityInvalid(min, max);
      }
      case 'company':
        // Stripe keeps a tax id with the name it belongs to.
        return required(asked.company, 'company') || (asked.taxId !== 'off' && typed('tax_id') && !typed('company'))
          ? text.companyMissing
          : null;
      case 'tax_id': {
        if (asked.taxId === 'off') return null;
        const value = typed('tax_id');
        if (!value) return asked.taxId === 'required' ? text.taxIdMissing : null;
        const kind = chosenKind(ports.facts().typed, ports.country());
        if (!kind) return text.taxIdMissing;
        if (!isTaxId(kind, normalizeTaxId(kind, value))) return text.taxIdInvalid(kind.example);
        return refused.get(JSON.stringify(toTaxId())) ?? null;
      }
      case 'purchase_order':
        return required(asked.purchaseOrder, 'purchase_order') ? text.purchaseOrderMissing : null;
      case 'fields':
        return fieldProblems(asked)[0]?.message ?? null;
    }
  };

  const fieldProblems = ({ fields }: AskedFields): (InvalidField & { readonly message: string })[] =>
    fields.flatMap(({ name, label, required: must }) => {
      const value = typed(fieldKey(name));
      const message = must && !value ? words().fieldMissing(label) : wrong.get(`${name} ${value}`);
      return message === undefined ? [] : [{ field: 'fields', name, message }];
    });

  /** Which of them need nothing more. */
  const learn = (news: Readonly<Record<string, string>> = {}): void => {
    if (!features) return;
    const { typed: before, filled } = ports.facts();
    const asked = toAsked(ports.wishes(), features);
    ports.learn({ typed: { ...before, ...news }, asked });
    const looked = EXTRA_FIELDS.map((field) => [field, problemOf(field, asked) === null] as const);
    ports.learn({ filled: { ...filled, ...Object.fromEntries(looked) } });
  };

  const tellTaxId = async (): Promise<void> => {
    const asked = ports.facts().asked?.taxId ?? 'off';
    const info = toTaxId();
    const key = JSON.stringify(info);
    if (asked === 'off' || key === toldTaxId || refused.has(key)) return;
    const answer = await ports.setTaxId(info);
    if (answer.ok) toldTaxId = key;
    else if (answer.error.message) refused.set(key, answer.error.message);
    learn();
  };

  const askSchemas = async ({ fields }: AskedFields): Promise<void> => {
    const asking = fields.map(async ({ name, schema }) => {
      const value = typed(fieldKey(name));
      const message = schema && value ? await checkSchema(name, schema, value, warn) : null;
      if (message !== null) wrong.set(`${name} ${value}`, message);
    });
    await Promise.all(asking);
    learn();
  };

  const leave = async (): Promise<void> => {
    telling = telling.then(tellTaxId);
    await telling;
  };

  /** What is right by its form may still be untold: then nothing is paid as if it had not been typed. */
  const isUntold = ({ taxId }: AskedFields): boolean => taxId !== 'off' && JSON.stringify(toTaxId()) !== toldTaxId;

  return {
    begin(allowed) {
      features = { ...allowed, payByInvoice: allowed.payByInvoice && ports.mayInvoice() };
      const { summary, typed: before } = ports.facts();
      const known = summary?.taxId;
      toldTaxId = JSON.stringify(known ?? null);
      saved = '{}';
      const kind =
        known && TAX_ID_KINDS.find((each) => each.type === known.taxId.type && isTaxId(each, known.taxId.value));
      const given = kind && before['tax_id'] === undefined;
      learn({
        quantity: String(ports.quantity()),
        ...(given && { company: known.businessName, tax_id: known.taxId.value, tax_type: kindKey(kind) }),
      });
    },
    refresh() {
      const { typed: before, asked } = ports.facts();
      // The host's number is shown; the same one stays as the customer has written it.
      const same = Number(before['quantity'] ?? NaN) === ports.quantity();
      learn(same || !asked ? {} : { quantity: String(ports.quantity()) });
    },
    type(key, value) {
      learn({ [key]: value });
      if (key !== 'quantity') return;
      const { asked, filled } = ports.facts();
      const quantity = Number(value);
      if (asked?.quantity && filled.quantity && quantity !== ports.quantity()) ports.setQuantity(quantity);
    },
    leave,
    async check(page) {
      const { asked } = ports.facts();
      if (!asked) return [];
      await Promise.all([leave(), askSchemas(asked)]);
      return EXTRA_FIELDS.filter((field) => page === null || stepOf(field) === page).flatMap((field) => {
        if (field === 'fields') return fieldProblems(asked);
        const untold = field === 'tax_id' && isUntold(asked) ? words().taxIdUnclear : null;
        const message = problemOf(field, asked) ?? untold;
        return message === null ? [] : [{ field, message }];
      });
    },
    async save() {
      const { asked } = ports.facts();
      const details = asked ? toDetails(asked, typed) : {};
      const key = JSON.stringify(details);
      if (key === saved) return { ok: true, value: null };
      const answer = await ports.change(details);
      if (answer.ok) saved = key;
      return answer;
    },
  };
}

/** What the server keeps. What is not asked is not said; what is empty is taken back. */
function toDetails(
  { company, taxId, purchaseOrder, fields }: AskedFields,
  typed: (key: string) => string,
): PurchaseDetails {
  const asksCompany = company !== 'off' || taxId !== 'off';
  return {
    ...(asksCompany && { company: typed('company') }),
    ...(purchaseOrder !== 'off' && { purchaseOrder: typed('purchase_order') }),
    ...(fields.length > 0 && {
      fields: Object.fromEntries(fields.map(({ name }) => [name, typed(fieldKey(name))])),
    }),
  };
}
