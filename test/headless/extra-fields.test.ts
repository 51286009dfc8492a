/** What only some tags ask for: what is wrong with it, who is told of it, and when. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fits } from '../../src/contract/tax-checksum.js';
import type { Features } from '../../src/contract/sessions.js';
import { NO_WISHES, type PurchaseDetails, type TagWishes, type TaxIdInfo } from '../../src/core/extra-fields.js';
import type { ExtraFields } from '../../src/core/extra-fields-port.js';
import { NO_FACTS, type Facts } from '../../src/core/facts.js';
import type { Result } from '../../src/core/ports.js';
import { createExtraFields } from '../../src/headless/extra-fields.js';
import { session } from '../core/support/samples.js';

const WORDS = {
  quantityInvalid: (min: number, max: number) => `${String(min)} to ${String(max)}`,
  companyMissing: 'company?',
  taxIdMissing: 'tax id?',
  taxIdInvalid: (example: string) => `like ${example}`,
  taxIdMistyped: 'slip',
  taxIdUnclear: 'unclear',
  purchaseOrderMissing: 'order?',
  fieldMissing: (label: string) => `${label}?`,
  fieldRefused: 'refused',
  termsMissing: 'terms?',
};

const FEATURES: Features = {
  ...session.features,
  company: 'optional',
  taxId: 'optional',
  purchaseOrder: 'optional',
};
const GERMAN = { taxId: { type: 'eu_vat', value: 'DE136695976' }, businessName: 'Hopper GmbH' };
const DONE: Result<null> = { ok: true, value: null };

/** A checkout around the fields: it remembers what it learns, and answers as a test says. */
class Around {
  facts: Facts = NO_FACTS;
  wishes: TagWishes = NO_WISHES;
  quantity = 2;
  country: string | null = 'DE';
  mayInvoice = true;
  readonly sold: number[] = [];
  readonly taxIds: (TaxIdInfo | null)[] = [];
  readonly told: PurchaseDetails[] = [];
  readonly warnings: string[] = [];
  onTaxId: () => Promise<Result<unknown>> = () => Promise.resolve(DONE);
  onChange: () => Promise<Result<unknown>> = () => Promise.resolve(DONE);

  fields(): ExtraFields {
    return createExtraFields(
      {
        wishes: () => this.wishes,
        quantity: () => this.quantity,
        country: () => this.country,
        facts: () => this.facts,
        learn: (news) => {
          this.facts = { ...this.facts, ...news };
        },
        setQuantity: (quantity) => {
          this.sold.push(quantity);
          this.quantity = quantity;
        },
        mayInvoice: () => this.mayInvoice,
        setTaxId: (info) => {
          this.taxIds.push(info);
          return this.onTaxId();
        },
        change: (details) => {
          this.told.push(details);
          return this.onChange();
        },
      },
      () => WORDS,
      (hint) => this.warnings.push(hint),
      () => Promise.resolve({ fits }),
    );
  }
}

let around: Around;
let fields: ExtraFields;

/** Opens with these wishes, and this from the server. */
function begin(wishes: Partial<TagWishes> = {}, features: Partial<Features> = {}): void {
  around.wishes = { ...NO_WISHES, ...wishes };
  fields.begin({ ...FEATURES, ...features });
}

beforeEach(() => {
  around = new Around();
  fields = around.fields();
});

describe('what is asked', () => {
  it('is nothing before a session has said what it allows', async () => {
    fields.refresh();
    fields.type('company', 'Hopper GmbH');
    expect(around.facts).toEqual(NO_FACTS);
    expect(await fields.check(null)).toEqual([]);
    expect(await fields.save()).toEqual(DONE);
    expect(around.told).toEqual([]);
  });

  it('is what the server allows, less what the tag leaves out, and what either insists on', () => {
    begin({ taxId: 'off', company: 'required' }, { purchaseOrder: 'required' });
    expect(around.facts.asked).toMatchObject({
      company: 'required',
      taxId: 'off',
      purchaseOrder: 'required',
      quantity: null,
    });
    begin({ taxId: 'required', purchaseOrder: 'off' }, { taxId: 'off', purchaseOrder: 'required' });
    expect(around.facts.asked).toMatchObject({ taxId: 'off', purchaseOrder: 'required' });
  });

  it('follows the tag while it is open', () => {
    begin();
    around.wishes = { ...NO_WISHES, quantity: true };
    fields.refresh();
    expect(around.facts.asked?.quantity).toEqual({ min: 1, max: 500 });
  });

  it.each([
    [true, true, true, true],
    [true, true, false, false],
    [true, false, true, false],
    [false, true, true, false],
  ])('offers an invoice where server (%s), tag (%s) and backend (%s) do: %s', (server, tag, backend, offered) => {
    around.mayInvoice = backend;
    begin({ payByInvoice: tag }, { payByInvoice: server });
    expect(around.facts.asked?.payByInvoice).toBe(offered);
  });
});

describe('the quantity', () => {
  beforeEach(() => {
    begin({ quantity: true });
  });

  it('begins as the host says, and is sold as it is typed, within the limits', () => {
    expect(around.facts.typed['quantity']).toBe('2');
    fields.type('quantity', '12');
    fields.type('quantity', '12');
    expect(around.sold).toEqual([12]);
  });

  it.each(['0', '501', '1.5', '-1', '', 'two', '1e2'])('sells nobody %j, and says what fits', async (typed) => {
    fields.type('quantity', typed);
    expect(around.sold).toEqual([]);
    expect(around.facts.filled.quantity).toBe(false);
    expect(await fields.check('payment')).toEqual([{ field: 'quantity', message: '1 to 500' }]);
    expect(await fields.check('details')).toEqual([]);
  });

  it('follows the host to another number, and leaves the same one as it is written', () => {
    around.quantity = 7;
    fields.refresh();
    expect(around.facts.typed['quantity']).toBe('7');
    fields.type('quantity', '07');
    fields.refresh();
    expect(around.facts.typed['quantity']).toBe('07');
    expect(around.sold).toEqual([]);
  });
});

describe('the company and its tax id', () => {
  it('are wanted together: Stripe keeps an id with the name it belongs to', async () => {
    begin();
    expect(await fields.check(null)).toEqual([]);
    fields.type('tax_id', 'DE136695976');
    expect(await fields.check(null)).toEqual([{ field: 'company', message: 'company?' }]);
    expect(around.taxIds).toEqual([]);
    fields.type('company', ' Hopper GmbH ');
    expect(await fields.check(null)).toEqual([]);
    expect(around.taxIds).toEqual([GERMAN]);
  });

  it('must be there where they are required, and have the form of the country', async () => {
    begin({ company: 'required', taxId: 'required' });
    expect(await fields.check('details')).toEqual([
      { field: 'company', message: 'company?' },
      { field: 'tax_id', message: 'tax id?' },
    ]);
    fields.type('tax_id', 'DE12');
    expect((await fields.check(null)).at(-1)).toEqual({
      field: 'tax_id',
      message: expect.stringMatching(/^like DE/) as string,
    });
    around.country = null;
    expect((await fields.check(null)).at(-1)).toEqual({ field: 'tax_id', message: 'tax id?' });
  });

  it('are of the country that is chosen, else of the address', async () => {
    begin();
    fields.type('company', 'Hopper GmbH');
    around.country = 'US';
    fields.type('tax_type', 'DE eu_vat');
    fields.type('tax_id', 'de 136 695 976');
    await fields.leave('tax_id');
    expect(around.taxIds).toEqual([GERMAN]);
  });

  it('are told to Stripe once, taken back when they are emptied, and in the order they were typed', async () => {
    begin();
    fields.type('company', 'Hopper GmbH');
    fields.type('tax_id', 'DE136695976');
    await Promise.all([fields.leave('tax_id'), fields.leave('tax_id')]);
    fields.type('tax_id', '');
    await Promise.all([fields.leave('tax_id'), fields.leave('tax_id')]);
    expect(around.taxIds).toEqual([GERMAN, null]);
  });

  it('say what Stripe says of an id that it does not take, and do not ask twice', async () => {
    begin();
    around.onTaxId = () =>
      Promise.resolve({ ok: false, error: { code: 'tax_id.refused', message: 'Unknown to the authority.' } });
    fields.type('company', 'Hopper GmbH');
    fields.type('tax_id', 'DE136695976');
    const refused = [{ field: 'tax_id', message: 'Unknown to the authority.' }];
    expect(await fields.check(null)).toEqual(refused);
    expect(await fields.check(null)).toEqual(refused);
    expect(around.taxIds).toHaveLength(1);
    expect(around.facts.filled.tax_id).toBe(false);
  });

  it('are not paid for as if they had not been typed, when nobody could be told', async () => {
    begin();
    around.onTaxId = () => Promise.resolve({ ok: false, error: { code: 'network.failed' } });
    fields.type('company', 'Hopper GmbH');
    fields.type('tax_id', 'DE136695976');
    expect(await fields.check(null)).toEqual([{ field: 'tax_id', message: 'unclear' }]);
    around.onTaxId = () => Promise.resolve(DONE);
    expect(await fields.check(null)).toEqual([]);
  });

  it('are there already, where the session has them, unless something was typed', async () => {
    around.facts = { ...NO_FACTS, summary: summaryWith(GERMAN) };
    begin();
    expect(around.facts.typed).toMatchObject({ company: 'Hopper GmbH', tax_id: 'DE136695976', tax_type: 'DE eu_vat' });
    expect(await fields.check(null)).toEqual([]);
    expect(around.taxIds).toEqual([]);
    fields.type('tax_id', '');
    fields.begin(FEATURES);
    expect(around.facts.typed['tax_id']).toBe('');
  });
});

describe('order number and fields of the merchant’s own', () => {
  const validate = (value: unknown) =>
    /^\d{4}$/.test(String(value)) ? { value } : { issues: [{ message: 'Four digits.' }] };
  const center = {
    name: 'cost_center',
    label: 'Cost center',
    required: true,
    schema: { '~standard': { version: 1, vendor: 'test', validate } },
  } as const;

  it('are missing only where they are required', async () => {
    begin({ purchaseOrder: 'required', fields: [center, { name: 'team', label: 'Team' }] });
    expect(await fields.check('details')).toEqual([
      { field: 'purchase_order', message: 'order?' },
      { field: 'fields', name: 'cost_center', message: 'Cost center?' },
    ]);
    expect(await fields.check('payment')).toEqual([]);
  });

  it('are checked by the merchant’s schema, for as long as the text is the same', async () => {
    begin({ fields: [center] });
    fields.type('field-cost_center', '47');
    expect(around.facts.filled.fields).toBe(true);
    expect(await fields.check(null)).toEqual([{ field: 'fields', name: 'cost_center', message: 'Four digits.' }]);
    expect(around.facts.filled.fields).toBe(false);
    fields.type('field-cost_center', '4711');
    expect(around.facts.filled.fields).toBe(true);
    expect(await fields.check(null)).toEqual([]);
  });

  it('stop nobody when the schema itself fails, and developers are told', async () => {
    const broken = (): never => {
      throw new Error('no such table');
    };
    begin({ fields: [{ ...center, schema: { '~standard': { version: 1, vendor: 'test', validate: broken } } }] });
    fields.type('field-cost_center', '47');
    expect(await fields.check(null)).toEqual([]);
    expect(around.warnings).toEqual([expect.stringContaining('no such table')]);
  });

  it('are told to the server once, and again when that failed or another session is open', async () => {
    begin({ company: 'off', taxId: 'off', fields: [center] });
    fields.type('purchase_order', ' PO-1 ');
    fields.type('field-cost_center', '4711');
    const details = { purchaseOrder: 'PO-1', fields: { cost_center: '4711' } };
    around.onChange = () => Promise.resolve({ ok: false, error: { code: 'network.failed' } });
    expect(await fields.save()).toMatchObject({ ok: false });
    around.onChange = () => Promise.resolve(DONE);
    expect(await fields.save()).toEqual(DONE);
    expect(await fields.save()).toEqual(DONE);
    expect(around.told).toEqual([details, details]);
    fields.begin(FEATURES);
    await fields.save();
    expect(around.told).toHaveLength(3);
  });

  it('say that the server does not keep an entry, until it is another one', async () => {
    begin({ company: 'off', taxId: 'off', purchaseOrder: 'optional', fields: [center] });
    fields.type('purchase_order', 'PO-1');
    fields.type('field-cost_center', '4711');
    const refuse = (field: string): void => {
      const problem = { contract: 1, type: 'urn', title: 'No.', status: 422, code: 'request.invalid', field };
      around.onChange = () => Promise.resolve({ ok: false, error: { code: 'request.invalid' }, problem });
    };
    refuse('purchaseOrder');
    await fields.save();
    expect(await fields.check(null)).toEqual([{ field: 'purchase_order', message: 'refused' }]);
    expect(around.facts.filled.purchase_order).toBe(false);
    fields.type('purchase_order', 'PO-2');
    expect(await fields.check(null)).toEqual([]);

    refuse('fields.cost_center');
    await fields.save();
    expect(fields.problem('field-cost_center')).toBe('refused');
    fields.type('field-cost_center', '4712');
    refuse('items.0.price');
    await fields.save();
    expect(await fields.check(null)).toEqual([]);
  });

  it('say nothing of what is not asked, and take back what was emptied', async () => {
    begin({ company: 'off', taxId: 'off', purchaseOrder: 'optional' });
    fields.type('company', 'Hopper GmbH');
    fields.type('purchase_order', 'PO-1');
    await fields.save();
    fields.type('purchase_order', '');
    await fields.save();
    expect(around.told).toEqual([{ purchaseOrder: 'PO-1' }, { purchaseOrder: '' }]);
  });
});

const summaryWith = (taxId: TaxIdInfo): NonNullable<Facts['summary']> => ({
  currency: 'eur',
  lines: [],
  subtotal: 0,
  discount: 0,
  discounts: [],
  tax: 0,
  taxIncluded: 0,
  reverseCharge: false,
  taxPending: false,
  taxId,
  total: 0,
  recurring: null,
  email: null,
  canConfirm: false,
});
