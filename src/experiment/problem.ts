/** Why an experiment cannot be used, in words for developers. */

/** Reads as "attribute reason. mend", as the problems of every other attribute do. */
export interface ExperimentProblem {
  /** Name of the attribute, such as `experiment`. */
  readonly attribute: string;
  /** What is wrong, as a predicate: `is missing`. */
  readonly reason: string;
  /** A whole sentence that says what to write instead. */
  readonly mend: string;
}

/** Hears what is wrong, in the moment it is found. */
export type ReportProblem = (problem: ExperimentProblem) => void;
