/** Tables as Sigma has them, in DuckDB: made of the schema's fixture, with Trino's types mapped. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod/mini';

const TYPES = {
  varchar: 'VARCHAR',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  double: 'DOUBLE',
  timestamp: 'TIMESTAMP',
} as const;

const schema = z
  .record(z.string(), z.record(z.string(), z.enum(['varchar', 'bigint', 'boolean', 'double', 'timestamp'])))
  .parse(JSON.parse(readFileSync(new URL('../fixtures/schema.json', import.meta.url), 'utf8')));

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

export interface Warehouse {
  /** Rows of the answer, whole numbers as numbers. */
  readonly query: (sql: string) => Promise<Record<string, Cell>[]>;
  readonly close: () => void;
}

/** Makes every table of the fixture and fills those that are named. A column that Sigma does not have is refused. */
export async function openTables(tables: Tables = {}): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  // Trino divides whole numbers without the rest.
  await connection.run('set integer_division = true');
  const folder = mkdtempSync(join(tmpdir(), 'sigma-'));
  try {
    for (const [table, columns] of Object.entries(schema)) {
      const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${TYPES[type]}`);
      await connection.run(`create table ${table} (${typed.join(', ')})`);
    }
    for (const [table, rows] of Object.entries(tables)) {
      if (rows.length === 0) continue;
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const columns = names.map((name) => {
        const type = schema[table]?.[name];
        if (type === undefined) throw new Error(`Sigma has no ${table}.${name}.`);
        return `"${name}": '${TYPES[type]}'`;
      });
      const file = join(folder, `${table}.ndjson`);
      writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
      const read = `read_json('${file}', format = 'newline_delimited', columns = {${columns.join(', ')}})`;
      await connection.run(`insert into ${table} by name select * from ${read}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJS()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)])));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function toCell(value: unknown): Cell {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new Error(`An answer holds a value of another kind: ${String(value)}`);
}

/** Unix seconds as a timestamp of Sigma's. */
export const toTimestamp = (seconds: number | null | undefined): string | null =>
  seconds === null || seconds === undefined
    ? null
    : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
