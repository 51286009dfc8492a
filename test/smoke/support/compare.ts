/** Runs checks at two Stripes and sets what they saw side by side. */
import type { Browser } from 'playwright-core';
import type { Check, CheckGroup } from './check.js';
import { Probe } from './probe.js';
import { scrub } from './scrub.js';
import type { Target } from './target.js';

/** What one Stripe showed, or why nothing was seen. */
export type Sight =
  | { readonly saw: string; readonly notes: readonly string[]; readonly left: readonly string[] }
  | { readonly failure: string; readonly left: readonly string[] };

export type Result = {
  readonly group: string;
  readonly name: string;
  readonly about: string;
} & (
  | {
      readonly status: 'agree' | 'differ' | 'failed';
      readonly seconds: number;
      readonly stripe: Sight;
      readonly simulator: Sight;
    }
  | { readonly status: 'not observable'; readonly why: string }
);

/** How long one check may take at one Stripe, in milliseconds. */
const LONGEST_MS = 180_000;

/** How many checks run at once: they mostly wait. */
const AT_ONCE = 3;

export interface Comparison {
  readonly stripe: Target;
  readonly simulator: Target;
  readonly browser: () => Promise<Browser>;
  readonly groups: readonly CheckGroup[];
  /** Names of the checks to run; all without any. */
  readonly only: readonly string[];
  readonly tell: (result: Result) => void;
}

/** Some at a time; the results come in the order of the groups. */
export async function compare({ stripe, simulator, browser, groups, only, tell }: Comparison): Promise<Result[]> {
  const asked = groups
    .flatMap(({ title, checks }) => checks.map((check) => ({ group: title, check })))
    .filter(({ check }) => only.length === 0 || only.includes(check.name));
  const results: (Result | undefined)[] = asked.map(() => undefined);
  const waiting = [...asked.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, { group, check }] = next;
      const result = { group, ...(await compareOne(check, stripe, simulator, browser)) };
      results[index] = result;
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.filter((result) => result !== undefined);
}

type WithoutGroup<R> = R extends unknown ? Omit<R, 'group'> : never;

async function compareOne(
  check: Check,
  stripe: Target,
  simulator: Target,
  browser: () => Promise<Browser>,
): Promise<WithoutGroup<Result>> {
  const { name, about } = check;
  if ('notObservable' in check) return { name, about, status: 'not observable', why: check.notObservable };
  const begun = performance.now();
  const look = (target: Target): Promise<Sight> => see(check.run, new Probe(target, browser));
  const first = look(stripe);
  // What is compared with itself is looked at once.
  const [there, here] = await Promise.all([first, stripe === simulator ? first : look(simulator)]);
  const status = 'failure' in there || 'failure' in here ? 'failed' : there.saw === here.saw ? 'agree' : 'differ';
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { name, about, status, seconds, stripe: there, simulator: here };
}

/** Runs one check at one Stripe, and puts away what it has made. */
export async function see(run: (probe: Probe) => Promise<string>, probe: Probe): Promise<Sight> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Nothing was seen within ${LONGEST_MS / 1000} s.`));
    }, LONGEST_MS);
  });
  let seen: { readonly saw: string } | { readonly failure: string };
  try {
    seen = { saw: scrub(await Promise.race([run(probe), tooLong])) };
  } catch (error) {
    seen = { failure: scrub(error instanceof Error ? error.message : String(error)) };
  } finally {
    clearTimeout(timer);
  }
  const left = (await probe.close()).map(scrub);
  return 'saw' in seen ? { ...seen, notes: probe.notes.map(scrub), left } : { ...seen, left };
}
