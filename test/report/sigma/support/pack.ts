/** The queries of the pack, as they are shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../src/report/sigma/', import.meta.url));

/** Names of all queries. */
export const QUERIES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.replace('.sql', ''));

/** A query's text. */
export const readQuery = (name: string): string => readFileSync(`${FOLDER}${name}.sql`, 'utf8');

export interface Parameters {
  readonly experiment: string;
  readonly control: string;
  /** Unix seconds, as all times. */
  readonly from: number;
  readonly until: number;
  readonly asOf: number;
  readonly windowDays: number;
}

const literal = (seconds: number): string =>
  `timestamp '${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}'`;

/** The query with other parameters, changed where its own comments say. */
export function withParameters(
  sql: string,
  { experiment, control, from, until, asOf, windowDays }: Parameters,
): string {
  const block = /-- Parameters: change them here[^]*?-- End of the parameters\./;
  if (!block.test(sql)) throw new Error('The query has no block of parameters.');
  return sql.replace(
    block,
    `select
    '${experiment}' as experiment,
    '${control}' as control,
    ${literal(from)} as exposed_from,
    ${literal(until)} as exposed_until,
    ${literal(asOf)} as as_of,
    interval '${String(windowDays)}' day as conversion_window`,
  );
}
