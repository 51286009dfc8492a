/** When extra fields complain, and when they forgive. What they ask and whom they tell is in `extra-fields.test.ts`. */
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fits } from '../../src/contract/tax-checksum.js';
import type { Features } from '../../src/contract/sessions.js';
import { NO_WISHES, type MerchantField, type StandardResult } from '../../src/core/extra-fields.js';
import type { ExtraFieldsPorts } from '../../src/core/extra-fields-port.js';
import { NO_FACTS, type Facts } from '../../src/core/facts.js';
import type { Result } from '../../src/core/ports.js';
import { createExtraFields } from '../../src/headless/extra-fields.js';
import { extraWords } from '../../src/element/extras/extra-words.js';
import { session } from '../core/support/samples.js';

const DONE: Result<unknown> = { ok: true, value: null };

/** A form that asks for what the server's `features` and the page's `fields` say. */
function open(features: Partial<Features>, fields: readonly MerchantField[] = []) {
  let facts: Facts = NO_FACTS;
  const told: unknown[] = [];
  const stripe = { taxIds: [] as unknown[], answer: DONE };
  const ports: ExtraFieldsPorts = {
    wishes: () => ({ ...NO_WISHES, quantity: true, fields }),
    quantity: () => 3,
    country: () => 'DE',
    mayInvoice: () => true,
    facts: () => facts,
    learn: (news) => {
      facts = { ...facts, ...news };
    },
    setQuantity: (quantity) => told.push({ quantity }),
    setTaxId: (info) => {
      stripe.taxIds.push(info);
      return Promise.resolve(stripe.answer);
    },
    change: (details) => {
      told.push(details);
      return Promise.resolve(DONE);
    },
  };
  const extras = createExtraFields(
    ports,
    () => extraWords,
    () => undefined,
    () => Promise.resolve({ fits }),
  );
  extras.begin({ ...session.features, quantity: { min: 2, max: 20 }, ...features });
  return {
    extras,
    told,
    stripe,
    type: (key: string, value: string) => {
      extras.type(key, value);
    },
    /** What a field says now: after it was left only. */
    says: (key: string) => (facts.left.includes(key) ? extras.problem(key) : undefined),
    filled: (field: keyof Facts['filled']) => facts.filled[field],
  };
}

const schema = (validate: (value: unknown) => StandardResult | Promise<StandardResult>): MerchantField => ({
  name: 'cost_center',
  label: 'Cost center',
  schema: { '~standard': { version: 1, vendor: 'test', validate } },
});

const fourDigits = schema((value) =>
  /^\d{4}$/.test(String(value)) ? { value } : { issues: [{ message: 'Four digits.' }] },
);

describe('complaints', () => {
  it('come when a field is left, and go with the keystroke that mends it', async () => {
    const form = open({}, [fourDigits]);
    form.type('field-cost_center', '47');
    expect(form.says('field-cost_center')).toBeUndefined();
    await form.extras.leave('field-cost_center');
    expect(form.says('field-cost_center')).toBe('Four digits.');
    form.type('field-cost_center', '471');
    await expect.poll(() => form.says('field-cost_center')).toBe('Four digits.');
    form.type('field-cost_center', '4711');
    await expect.poll(() => form.says('field-cost_center')).toBeNull();
    form.type('field-cost_center', '47111');
    expect(form.says('field-cost_center')).toBeUndefined();
  });

  it.each<readonly [string, NonNullable<MerchantField['schema']>]>([
    ['zod', z.string().regex(/^\d{4}$/, 'Four digits.')],
    ['valibot', v.pipe(v.string(), v.regex(/^\d{4}$/, 'Four digits.'))],
    ['arktype', type(/^\d{4}$/).configure({ message: () => 'Four digits.' })],
  ])('come in the words of %s as well', async (_name, check) => {
    const form = open({}, [{ name: 'cost_center', label: 'Cost center', schema: check }]);
    form.type('field-cost_center', '47');
    await form.extras.leave('field-cost_center');
    expect(form.says('field-cost_center')).toBe('Four digits.');
    form.type('field-cost_center', '4711');
    await expect.poll(() => form.says('field-cost_center')).toBeNull();
  });

  it('are not made about a quantity that is still being typed', async () => {
    const form = open({});
    form.type('quantity', '1');
    expect(form.says('quantity')).toBeUndefined();
    form.type('quantity', '12');
    expect(form.told).toEqual([{ quantity: 12 }]);
    form.type('quantity', '120');
    await form.extras.leave('quantity');
    expect(form.says('quantity')).toBe('Choose a whole number from 2 to 20.');
    expect(form.told).toHaveLength(1);
  });

  it('of all that is missing come with an attempt', async () => {
    const form = open({ company: 'required', purchaseOrder: 'required', terms: 'https://shop.example.com/terms' }, [
      { name: 'team', label: 'Team', required: true },
    ]);
    const found = await form.extras.check(null);
    expect(found.map(({ field, message }) => [field, message])).toEqual([
      ['company', 'Enter the company’s name.'],
      ['purchase_order', 'Enter your purchase order number.'],
      ['fields', 'Fill in “Team”.'],
      ['terms', 'Agree to the terms to go on.'],
    ]);
    expect((await form.extras.check('details')).map(({ field }) => field)).not.toContain('terms');
  });
});

describe('a tax id', () => {
  it('with a slip is told to nobody; without one, to Stripe', async () => {
    const form = open({ taxId: 'optional' });
    form.type('company', 'Analytical Engines');
    form.type('tax_id', 'DE136695967');
    await form.extras.leave('tax_id');
    expect(form.says('tax_id')).toBe('A digit or letter of this tax ID must be wrong. Please check it.');
    expect(form.stripe.taxIds).toEqual([]);
    expect((await form.extras.check(null)).map(({ field }) => field)).toEqual(['tax_id']);

    form.type('tax_id', '136 695 976');
    await form.extras.leave('tax_id');
    expect(form.says('tax_id')).toBeNull();
    expect(form.stripe.taxIds).toEqual([
      { taxId: { type: 'eu_vat', value: 'DE136695976' }, businessName: 'Analytical Engines' },
    ]);
    expect(await form.extras.check(null)).toEqual([]);
  });

  it('that Stripe refuses says so on its field; one that nobody has answered about is asked again', async () => {
    const form = open({ taxId: 'optional' });
    form.stripe.answer = { ok: false, error: { code: 'tax_id.refused', message: 'This tax ID is invalid.' } };
    form.type('company', 'Analytical Engines');
    form.type('tax_id', 'DE136695976');
    await form.extras.leave('tax_id');
    expect(form.says('tax_id')).toBe('This tax ID is invalid.');
    await form.extras.leave('tax_id');
    expect(form.stripe.taxIds).toHaveLength(1);

    form.stripe.answer = { ok: false, error: { code: 'network.failed' } };
    form.type('tax_id', 'DE113866163');
    expect((await form.extras.check(null)).map(({ message }) => message)).toEqual([extraWords.taxIdUnclear]);
    expect(form.extras.problem('tax_id')).toBe(extraWords.taxIdUnclear);
    form.stripe.answer = DONE;
    expect(await form.extras.check(null)).toEqual([]);
    expect(form.extras.problem('tax_id')).toBeNull();
  });
});

describe('what is typed', () => {
  it('is told to the server once, with the agreement to the terms', async () => {
    const form = open({ company: 'optional', terms: 'https://shop.example.com/terms' }, [fourDigits]);
    form.type('company', ' Analytical Engines ');
    form.type('field-cost_center', '4711');
    form.type('terms', 'yes');
    await form.extras.save();
    await form.extras.save();
    expect(form.told).toEqual([{ company: 'Analytical Engines', fields: { cost_center: '4711' }, terms: true }]);
  });

  it('may be anything: it is text', async () => {
    const odd = ['<script>alert(1)</script>', '\u202eevil', '👩‍💻'.repeat(50), 'a\0b', 'x'.repeat(10_000)];
    for (const value of odd) {
      const form = open({}, [fourDigits]);
      form.type('field-cost_center', value);
      await form.extras.leave('field-cost_center');
      expect(form.says('field-cost_center')).toBe('Four digits.');
    }
  });
});
