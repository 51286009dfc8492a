/** What a case is. */
import type { Subject } from './subject.js';

/** One promise of the contract, and how to see whether a backend keeps it. */
export interface Case {
  /** `group.word`, for reports and `--only`. */
  readonly id: string;
  /** What the contract says. */
  readonly promise: string;
  /** What to do about a backend that does not keep it. */
  readonly mend: string;
  /** Cases that must have passed: without them this one says nothing. */
  readonly needs?: readonly string[];
  /** Resolves when the promise is kept. Rejects with `Broken` or `NotOffered`. */
  readonly run: (subject: Subject) => Promise<void>;
}

/** Cases about one part of the contract, a heading of `docs/verify.md`. */
export interface CaseGroup {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Puts cases together. */
export const group = (name: string, cases: readonly Case[]): CaseGroup => ({ name, cases });
