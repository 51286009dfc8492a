/** What a check is: one thing that is not known for sure, and how to look at it. */
import type { Probe } from './probe.js';

interface Named {
  /** In kebab-case; `--only` takes it. */
  readonly name: string;
  /** What it stands for: a guess of the simulator's READMEs, or a line of `unknowns.ts`, word for word. */
  readonly about: string;
}

/** One that can be looked at from outside. */
export interface ObservableCheck extends Named {
  /** What the simulator is documented to do, as `run` tells it. */
  readonly simulator: string;
  /** Looks, and tells in a line what it saw: no ids, no secrets, the same each time. */
  readonly run: (probe: Probe) => Promise<string>;
}

/** One that nobody can look at with test keys and a browser. */
export interface UnobservableCheck extends Named {
  /** Why not. */
  readonly notObservable: string;
}

export type Check = ObservableCheck | UnobservableCheck;

/** Checks that belong together: a heading of a README, the unknowns, the flows. */
export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Writes several things seen as one line. */
export function facts(seen: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(seen)
    .map(([name, value]) => `${name}: ${value === undefined ? 'not there' : String(value)}`)
    .join('; ');
}
