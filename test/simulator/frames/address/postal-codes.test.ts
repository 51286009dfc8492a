/** The forms of postal codes against codes that others collected. Which of them exist is not looked at. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findAddressRule } from '../../../../src/simulator/frames/address/address-rules.js';

const { countries } = z
  .object({ countries: z.record(z.string(), z.object({ good: z.array(z.string()), bad: z.array(z.string()) })) })
  .parse(JSON.parse(await readFile(join(import.meta.dirname, 'fixtures/postal-codes.json'), 'utf8')));

/** Some in every country would be none in this one. */
const NEVER = ['asdf', '1', 'ASDFGJKLmZXJtZtesting123', '48380480343', '29923-329393-2324', '4294924224', '13'];

describe.each(Object.entries(countries))('%s', (country, { good, bad }) => {
  const form = findAddressRule(country).postalCode?.pattern;

  it('takes what is written on letters', () => {
    expect(good.filter((code) => !form?.test(code))).toEqual([]);
  });

  it('takes nothing else', () => {
    expect([...bad, ...NEVER].filter((code) => form?.test(code) !== false)).toEqual([]);
  });
});
