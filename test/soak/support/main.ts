/** Runs at random, and what came of them. */
import fc from 'fast-check';
import { anyRun, type Run } from './actions.js';
import { playRun } from './play-run.js';
import { FakeTimers } from './time.js';

/** What `npm run soak` was asked. */
export interface SoakOptions {
  readonly seed: number;
  readonly runs: number;
  /** Where a failing run was found, as fast-check prints it. */
  readonly path?: string | undefined;
  readonly print: (text: string) => void;
}

/** Plays, and prints. Resolves to the exit code. */
export async function soak({ seed, runs, path, print }: SoakOptions): Promise<number> {
  const time = new FakeTimers();
  const sums = { runs: 0, actions: 0, faults: 0, payments: 0, redirects: 0 };
  const warn = console.warn;
  const error = console.error;
  // What goes wrong on purpose is told to developers; here nobody reads it.
  console.warn = console.error = () => undefined;
  try {
    const result = await fc.check(
      fc.asyncProperty(anyRun, async (run) => {
        const counts = await playRun(run, time);
        sums.runs += 1;
        sums.actions += counts.actions;
        sums.faults += counts.faults;
        sums.payments += counts.payments;
        sums.redirects += counts.redirects;
      }),
      { seed, numRuns: runs, endOnFailure: false, ...(path !== undefined && { path }) },
    );
    print(
      `${String(sums.runs)} runs, ${String(sums.actions)} actions, ${String(sums.faults)} faults, ${String(sums.payments)} payments, ${String(sums.redirects)} ways to a bank's page; seed ${String(seed)}.`,
    );
    if (!result.failed) {
      print('0 promises broken.');
      return 0;
    }
    print(result.errorInstance instanceof Error ? (result.errorInstance.stack ?? '') : String(result.errorInstance));
    print(toText(result.counterexample?.[0]));
    print(
      `Again: npm run soak -- --seed ${String(seed)} --runs ${String(runs)} --path "${result.counterexamplePath ?? ''}"`,
    );
    return 1;
  } finally {
    console.warn = warn;
    console.error = error;
    time.end();
  }
}

const toText = (run: Run | undefined): string =>
  run === undefined
    ? ''
    : [
        `A ${run.known ? 'known customer' : 'guest'}, ${String(run.tabs)} tab(s):`,
        ...run.steps.map((each) => `  ${JSON.stringify(each)}`),
      ].join('\n');
