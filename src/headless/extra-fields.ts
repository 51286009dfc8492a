/** Extra fields: what they ask, what is wrong with them, who is told. Loaded for tags that ask for any. */
import { isTaxId, normalizeTaxId, TAX_ID_KINDS } from '../contract/tax-id.js';
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
import { leftAfterLeaving, leftAfterTyping } from '../core/facts.js';
import { DONE } from '../core/result.js';
import { checkSchema } from './check-schema.js';
import { chosenKind, kindKey } from './chosen-kind.js';
import type { LoadChecksums } from './load-checksums.js';

/** The sentences for what is wrong. */
export interface ExtraWords {
  readonly quantityInvalid: (min: number, max: number) => string;
  readonly companyMissing: string;
  readonly taxIdMissing: string;
  readonly taxIdInvalid: (example: string) => string;
  /** Its check digits do not fit. */
  readonly taxIdMistyped: string;
  /** Nobody said whether it is good. */
  readonly taxIdUnclear: string;
  readonly purchaseOrderMissing: string;
  readonly fieldMissing: (label: string) => string;
  /** The server does not keep it. */
  readonly fieldRefused: string;
  readonly termsMissing: string;
}

/**
 * Makes the extra fields of one checkout. `words` is read at each use; `warn` hears of a host's faults; `loadChecksums` is asked
 * for once a tax id is.
 */
export function createExtraFields(
  ports: ExtraFieldsPorts,
  words: () => ExtraWords,
  warn: (hint: string) => void,
  loadChecksums: LoadChecksums,
): ExtraFields {
  let features: Features | null = null;
  /** What Stripe and the server were told last. */
  let toldTaxId = 'null';
  let saved = '{}';
  /** What Stripe said of a tax id, by what it was told; null where nobody said whether it is good. */
  const refused = new Map<string, string | null>();
  let checksums: Awaited<ReturnType<LoadChecksums>> = null;
  /** What hosts' checks said, by field and text. */
  const wrong = new Map<string, string>();
  /** What the server did not keep, by field and text. */
  const unkept = new Set<string>();
  /** One after another: what was typed last is what Stripe is told last. */
  let telling: Promise<unknown> = Promise.resolve();

  const typed = (key: string): string => (ports.facts().typed[key] ?? '').trim();
  const required = (asked: Requirement, key: string): boolean => asked === 'required' && typed(key) === '';

  const toTaxId = (): TaxIdInfo | null => {
    const kind = chosenKind(ports.facts().typed, ports.country());
    const value = kind && normalizeTaxId(kind, typed('tax_id'));
    const businessName = typed('company');
    if (!kind || !value || !typed('tax_id') || !businessName || !isTaxId(kind, value)) return null;
    if (checksums?.fits(kind.type, value) === false) return null;
    return { taxId: { type: kind.type, value }, businessName };
  };

  const unkeptProblem = (key: string): string | null =>
    unkept.has(`${key} ${typed(key)}`) ? words().fieldRefused : null;

  const problemOf = (field: ExtraField, asked: AskedFields): string | null =>
    ruleProblem(field, asked) ?? unkeptProblem(field);

  const ruleProblem = (field: ExtraField, asked: AskedFields): string | null => {
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
        const number = normalizeTaxId(kind, value);
        if (!isTaxId(kind, number)) return text.taxIdInvalid(kind.example);
        if (checksums?.fits(kind.type, number) === false) return text.taxIdMistyped;
        const answer = refused.get(JSON.stringify(toTaxId()));
        return answer === null ? text.taxIdUnclear : (answer ?? null);
      }
      case 'purchase_order':
        return required(asked.purchaseOrder, 'purchase_order') ? text.purchaseOrderMissing : null;
      case 'fields':
        return fieldProblems(asked)[0]?.message ?? null;
      case 'terms':
        return asked.terms !== null && !typed('terms') ? text.termsMissing : null;
    }
  };

  const fieldProblems = ({ fields }: AskedFields): (InvalidField & { readonly message: string })[] =>
    fields.flatMap(({ name, label, required: must }) => {
      const value = typed(fieldKey(name));
      const message =
        must && !value ? words().fieldMissing(label) : (wrong.get(`${name} ${value}`) ?? unkeptProblem(fieldKey(name)));
      return message === null ? [] : [{ field: 'fields', name, message }];
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
    // What nobody has answered about is asked again.
    if (asked === 'off' || key === toldTaxId || refused.get(key)) return;
    const answer = await ports.setTaxId(info);
    if (answer.ok) {
      toldTaxId = key;
      refused.delete(key);
    } else refused.set(key, answer.error.message ?? null);
    learn();
  };

  /** Asks the host's checks about what is typed. */
  const askSchemas = async (fields: AskedFields['fields']): Promise<void> => {
    const asking = fields.map(async ({ name, schema }) => {
      const value = typed(fieldKey(name));
      const message = schema && value ? await checkSchema(name, schema, value, warn) : null;
      if (message === null) wrong.delete(`${name} ${value}`);
      else wrong.set(`${name} ${value}`, message);
    });
    await Promise.all(asking);
    learn();
  };

  const tellInTurn = async (): Promise<void> => {
    telling = telling.then(tellTaxId);
    await telling;
  };

  /** What is right by its form may still be untold: then nothing is paid as if it had not been typed. */
  const isUntold = ({ taxId }: AskedFields): boolean => taxId !== 'off' && JSON.stringify(toTaxId()) !== toldTaxId;

  const ofKey = (key: string): AskedFields['fields'] =>
    (ports.facts().asked?.fields ?? []).filter(({ name }) => fieldKey(name) === key);

  const problem = (key: string): string | null => {
    const { asked } = ports.facts();
    if (!asked) return null;
    const own = EXTRA_FIELDS.find((field) => field === key && field !== 'fields');
    if (own) return problemOf(own, asked);
    return fieldProblems(asked).find(({ name }) => fieldKey(name ?? '') === key)?.message ?? null;
  };

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
      if (ports.facts().asked?.taxId !== 'off')
        void loadChecksums().then((loaded) => {
          checksums = loaded;
          learn();
        });
    },
    problem,
    refresh() {
      const { typed: before, asked } = ports.facts();
      // The host's number is shown; the same one stays as the customer has written it.
      const same = Number(before['quantity'] ?? NaN) === ports.quantity();
      learn(same || !asked ? {} : { quantity: String(ports.quantity()) });
    },
    type(key, value) {
      const wasWrong = problem(key) !== null;
      const left = leftAfterTyping(ports.facts().left, key, wasWrong);
      ports.learn({ left });
      learn({ [key]: value });
      // What was wrong is forgiven by the keystroke that mends it, and by none before.
      if (wasWrong && left.includes(key)) void askSchemas(ofKey(key));
      if (key !== 'quantity') return;
      const { asked, filled } = ports.facts();
      const quantity = Number(value);
      if (asked?.quantity && filled.quantity && quantity !== ports.quantity()) ports.setQuantity(quantity);
    },
    async leave(key) {
      await askSchemas(ofKey(key));
      ports.learn({ left: leftAfterLeaving(ports.facts().left, key) });
      learn();
      await tellInTurn();
    },
    async check(page) {
      const { asked } = ports.facts();
      if (!asked) return [];
      await Promise.all([tellInTurn(), askSchemas(asked.fields)]);
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
      if (key === saved) return DONE;
      const answer = await ports.change(details);
      if (answer.ok) saved = key;
      else {
        const refusedKey = toKey(answer.problem?.field ?? '');
        unkept.add(`${refusedKey} ${typed(refusedKey)}`);
        learn();
      }
      return answer;
    },
  };
}

/** What the server keeps. What is not asked is not said; what is empty is taken back. */
function toDetails(
  { company, taxId, purchaseOrder, fields, terms }: AskedFields,
  typed: (key: string) => string,
): PurchaseDetails {
  const asksCompany = company !== 'off' || taxId !== 'off';
  return {
    ...(asksCompany && { company: typed('company') }),
    ...(purchaseOrder !== 'off' && { purchaseOrder: typed('purchase_order') }),
    ...(terms !== null && typed('terms') && { terms: true as const }),
    ...(fields.length > 0 && {
      fields: Object.fromEntries(fields.map(({ name }) => [name, typed(fieldKey(name))])),
    }),
  };
}

/** The key of the field that the server names in what it refuses: `purchase_order` of `purchaseOrder`. */
const toKey = (path: string): string =>
  path.startsWith('fields.')
    ? fieldKey(path.slice('fields.'.length))
    : path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
