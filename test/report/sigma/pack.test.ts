/** The pack as text: what it asks for exists in Sigma, and both engines know every function in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openTables, type Warehouse } from './support/open-tables.js';
import { QUERIES, readQuery } from './support/pack.js';

/** Documented by Trino and by DuckDB, with the same meaning for the types used here. Operators go by their signs. */
const IN_BOTH = new Set([
  ...['split_part', 'min', 'max', 'min_by', 'sum', 'count', 'count_star', 'count_if', 'stddev_samp', 'sqrt', 'nullif'],
  ...['+', '-', '*', '/', 'row_number'],
  // What DuckDB makes of `interval '7' day`; not to be written.
  ...['to_days', 'trunc'],
]);

/** Written in DuckDB alone, or with another meaning in Trino. */
const IN_ONE = [
  /::/,
  /\bqualify\b/i,
  /\bgroup\s+by\s+all\b/i,
  /\border\s+by\s+all\b/i,
  /\bselect\s+\*/i,
  /\bexclude\b/i,
  /\busing\s*\(/i,
  /\bdate_diff\b/i,
  /\bilike\b/i,
  /\b(?:to_days|trunc)\b/i,
  /\$\$/,
  /"/,
  /;\s*$/,
  /,\s*\)/,
];

const called = z.object({ class: z.enum(['FUNCTION', 'WINDOW']), function_name: z.string() });
const column = z.object({ class: z.literal('COLUMN_REF'), column_names: z.array(z.string()) });

/** Every part of a parsed query. */
function* partsOf(tree: unknown): Generator<object> {
  if (typeof tree !== 'object' || tree === null) return;
  yield tree;
  for (const inner of Object.values(tree)) yield* partsOf(inner);
}

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openTables();
});
afterAll(() => {
  warehouse.close();
});

const parse = async (sql: string): Promise<object[]> => {
  const [row] = await warehouse.query(`select json_serialize_sql('${sql.replaceAll("'", "''")}') as tree`);
  return [...partsOf(JSON.parse(String(row?.['tree'])))];
};

it('answers the six questions', () => {
  expect(QUERIES).toEqual(['authorization', 'conversion', 'paid-plan', 'recovery', 'revenue', 'sample-ratio']);
});

describe.each(QUERIES)('%s', (name) => {
  const sql = readQuery(name);

  it('asks only for tables and columns that Sigma has', async () => {
    expect(await warehouse.query(sql)).toBeInstanceOf(Array);
  });

  it('calls only functions that both engines document', async () => {
    const parts = await parse(sql);
    const functions = parts
      .map((part) => called.safeParse(part).data?.function_name)
      .filter((used) => used !== undefined);

    expect(functions.length).toBeGreaterThan(3);
    expect(functions.filter((used) => !IN_BOTH.has(used))).toEqual([]);
  });

  it('says of every column whose it is, so that no engine takes it for an alias', async () => {
    const parts = await parse(sql);
    const columns = parts
      .map((part) => column.safeParse(part).data?.column_names)
      .filter((names) => names !== undefined);

    expect(columns.length).toBeGreaterThan(10);
    expect(columns.filter((names) => names.length !== 2)).toEqual([]);
  });

  it('is written in what both share', () => {
    const code = sql.replaceAll(/--.*$/gm, '');

    for (const only of IN_ONE) expect(code).not.toMatch(only);
  });

  it('says what it answers, and takes the same parameters as the others', () => {
    expect(sql).toMatch(/^-- \S/);
    const parameters = (text: string) => /with params as \([^]*?\n\),\n/.exec(text)?.[0];
    expect(parameters(sql)).toBe(parameters(readQuery('conversion')));
  });

  it('counts units and payments as the others do', () => {
    for (const shared of [
      'sessions',
      'exposures',
      'counted',
      'charged',
      'completions',
      'attempts',
      'payments',
      'owned',
    ]) {
      const block = (text: string) => new RegExp(`^${shared} as \\([^]*?\\n\\),\\n`, 'm').exec(text)?.[0];
      const texts = new Set(QUERIES.map((query) => block(readQuery(query))).filter((text) => text !== undefined));
      expect(texts.size).toBe(1);
    }
  });
});
