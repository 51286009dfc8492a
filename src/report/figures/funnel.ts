/** How far page views came, per variant. */

/** Steps of a page view's way, in order. Whoever reached one has reached those before it. */
export const FUNNEL_STEPS: readonly FunnelStepName[] = ['viewed', 'ready', 'details', 'submitted', 'completed'];

/** A step of the funnel. */
export type FunnelStepName = 'viewed' | 'ready' | 'details' | 'submitted' | 'completed';

/** How many page views reached a step. */
export interface FunnelStep {
  /** The step. `details`: page one passed, or with one page its fields filled in. */
  readonly step: FunnelStepName;
  /** Page views that reached it. */
  readonly visits: number;
  /** Of the variant's page views; null without any. */
  readonly share: number | null;
}

/** The funnel of one variant. */
export interface ArmFunnel {
  /** Name of the variant. */
  readonly variant: string;
  /** In order. */
  readonly steps: readonly FunnelStep[];
}

/** Drop-off by step, from kept funnel events. */
export interface Funnel {
  /** The control first. */
  readonly arms: readonly ArmFunnel[];
  /** Page views of the experiment in the period. */
  readonly visits: number;
  /** Lines that were no funnel event: not counted. */
  readonly unreadable: number;
}
