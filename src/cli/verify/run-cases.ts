/** Runs cases one after the other and writes down how each ended. */
import type { Case, CaseGroup } from './case.js';
import type { Subject } from './subject.js';
import { Broken, NotOffered } from './verdict.js';

/** How a case ended. */
export type Outcome =
  | { readonly outcome: 'passed' }
  /** `seen`: what the backend did instead. */
  | { readonly outcome: 'failed'; readonly seen: string }
  /** Left open by the contract; `seen` says why. */
  | { readonly outcome: 'not_offered'; readonly seen: string }
  /** A case it needs has not passed. */
  | { readonly outcome: 'not_run'; readonly seen: string };

/** A case and how it ended. */
export type CaseResult = Outcome & {
  readonly id: string;
  readonly group: string;
  readonly promise: string;
  readonly mend: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
};

/** What came of it all. */
export interface VerifyReport {
  /** The endpoint that was verified. */
  readonly url: string;
  readonly results: readonly CaseResult[];
}

/** The number of cases by how they ended. */
export const countOf = ({ results }: VerifyReport, outcome: Outcome['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length;

/** Runs them. With `only`, those whose id is one of these or begins with one of these, and what they need. */
export async function runCases(
  subject: Subject,
  groups: readonly CaseGroup[],
  only: readonly string[] = [],
): Promise<VerifyReport> {
  const wanted = toWanted(groups, only);
  const results: CaseResult[] = [];
  for (const group of groups) {
    for (const one of group.cases.filter(({ id }) => wanted.has(id))) {
      const begun = performance.now();
      const outcome = toNotRun(one, results) ?? (await run(one, subject));
      const { id, promise, mend } = one;
      results.push({ id, group: group.name, promise, mend, ms: Math.round(performance.now() - begun), ...outcome });
    }
  }
  return { url: subject.options.url, results };
}

/** Whether a name on `--only` means this case: its id, or the first words of it. */
export const isMeant = (id: string, name: string): boolean => id === name || id.startsWith(`${name}.`);

function toWanted(groups: readonly CaseGroup[], only: readonly string[]): ReadonlySet<string> {
  const cases = groups.flatMap((group) => group.cases);
  if (only.length === 0) return new Set(cases.map(({ id }) => id));
  const wanted = new Set<string>();
  const want = (one: Case): void => {
    wanted.add(one.id);
    for (const id of one.needs ?? []) {
      const needed = cases.find((each) => each.id === id);
      if (needed !== undefined) want(needed);
    }
  };
  for (const one of cases.filter(({ id }) => only.some((name) => isMeant(id, name)))) want(one);
  return wanted;
}

function toNotRun({ needs = [] }: Case, results: readonly CaseResult[]): Outcome | null {
  const missing = needs.map((need) => results.find(({ id }) => id === need)).find((need) => need?.outcome !== 'passed');
  if (missing === undefined) return null;
  // What builds on something that is not offered is not offered either.
  return missing.outcome === 'not_offered'
    ? { outcome: 'not_offered', seen: missing.seen }
    : { outcome: 'not_run', seen: `${missing.id} has not passed.` };
}

async function run(one: Case, subject: Subject): Promise<Outcome> {
  try {
    await one.run(subject);
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof NotOffered) return { outcome: 'not_offered', seen: error.message };
    if (error instanceof Broken) return { outcome: 'failed', seen: error.message };
    // What a case asks of the local Stripe is in order while the backend keeps its promises.
    if (isStripeError(error)) return { outcome: 'failed', seen: `The local Stripe refused: ${error.message}` };
    throw new Error(`The case ${one.id} could not be run to its end.`, { cause: error });
  }
}

const isStripeError = (error: unknown): error is Error =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('Stripe');
