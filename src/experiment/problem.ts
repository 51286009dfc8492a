/** Why an experiment cannot be used, in words for developers. */

/** Reads as "attribute reason. mend", as the problems of every other attribute do. */
export interface ExperimentProblem {
  readonly attribute: string;
  readonly reason: string;
  readonly mend: string;
}

/** Hears what is wrong, in the moment it is found. */
export type ReportProblem = (problem: ExperimentProblem) => void;
