/** What R says, from oracle.json. `oracle.R` beside it writes the file; no test needs R. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** One value of R's. */
export interface OracleCase {
  /** What the call is about, in the order that oracle.R tells for the group. */
  readonly input: readonly number[];
  /** The call in R, to be typed there. */
  readonly call: string;
  readonly value: readonly number[];
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'oracle.json'), 'utf8')) as Record<
  string,
  OracleCase[]
>;

/** The cases of a group by their calls, for `it.each(readOracle(group))('equals %s', (_, { input, value }) => …)`. */
export function readOracle(group: string): readonly (readonly [call: string, found: OracleCase])[] {
  const found = cases[group];
  if (found === undefined || found.length === 0) throw new Error(`oracle.json has no ${group}`);
  return found.map((one) => [one.call, one]);
}

/** Each number equals R's to `tolerance`, relative to it (below 1e-12 absolutely: R's own zeros). */
export function expectEqual(ours: readonly number[], theirs: readonly number[], tolerance = 1e-9): void {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, index) => {
    const want = theirs[index]!;
    expect(Math.abs(value - want), `${value}, and R says ${want}`).toBeLessThanOrEqual(
      Math.max(Math.abs(want) * tolerance, Number.MIN_VALUE),
    );
  });
}
