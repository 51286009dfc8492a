/** Drop-off by step as rows of a table: one column per variant. */
import type { Funnel, FunnelStepName } from '../figures/funnel.js';
import { toCount, toPercent } from './format.js';

/** Steps as people read them. */
export const STEP_NAMES: Readonly<Record<FunnelStepName, string>> = {
  viewed: 'Viewed',
  ready: 'Form ready',
  details: 'Details passed',
  submitted: 'Submitted',
  completed: 'Completed',
};

/** What is said where no events were given. */
export const NO_EVENTS = 'No events were given. Keep them, and write --events and their directory.';

/** The head names the variants. */
export function toFunnelRows({ arms }: Funnel): string[][] {
  const steps = arms[0]?.steps ?? [];
  return [
    ['', ...arms.map(({ variant }) => variant)],
    ...steps.map(({ step }, index) => [
      STEP_NAMES[step],
      ...arms.map(({ steps: own }) => `${toCount(own[index]?.visits ?? 0)} (${toPercent(own[index]?.share ?? null)})`),
    ]),
  ];
}
