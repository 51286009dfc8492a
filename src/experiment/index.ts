/**
 * Assigning units to the variants of an experiment: synchronous, equal to GrowthBook's hash version 2.
 *
 * @module experiment
 */
export { assign } from './assign.js';
export { isDeclared, readForcedVariant } from './declared-variant.js';
export {
  readOpenFeatureVariant,
  trackOpenFeatureExposure,
  type Exposure,
  type OpenFeatureClient,
} from './open-feature.js';
export { parseExperiment, type Experiment, type ExperimentInput } from './parse-experiment.js';
export type { ExperimentProblem, ReportProblem } from './problem.js';
export { toFlow } from './to-flow.js';
