/** Finds the variant a page shows: the host's, or our own draw. Synchronous wherever nothing has to be waited for. */
import type { OpenRequest } from '../contract/open-request.js';
import type { Prefilled } from '../contract/shows-details.js';
import { toFlow } from '../core/config.js';
import type { Flow } from '../core/state.js';
import { assign } from '../experiment/assign.js';
import { isDeclared, readForcedVariant } from '../experiment/declared-variant.js';
import { parseExperiment } from '../experiment/parse-experiment.js';
import type { ReportProblem } from '../experiment/problem.js';
import { findUnit, type AssignmentPage } from './assignment-unit.js';
import type { Clock } from './timers.js';

/** How long a host may take to name the variant, in milliseconds. Then the control is shown. */
const HOST_MS = 1_000;

/** What the tag says about its experiment, unchecked. */
export interface AssignmentTag {
  /** The attribute's name, or the property's object. Null and empty: no experiment. */
  readonly experiment: unknown;
  /** `host`: the variant is waited for, for at most a second. `us`: it is drawn. */
  readonly assignedBy: 'us' | 'host';
  /** The host's variant. It wins over our own draw. Null and empty: none, or none yet. */
  readonly variant: string | null;
  /** Who is assigned. Null and empty: the first-party cookie. */
  readonly visitorId: string | null;
}

/** What is shown, and to whom. */
export interface Assigned {
  /** The experiment's. */
  readonly name: string;
  /** One of the experiment's variants. */
  readonly variant: string;
  /** The flow that the variant stands for; null for a variant of the host's own meaning. */
  readonly flow: Flow | null;
  /** Who is counted; null for a variant that the page's address forces: it is never sent and never counted. */
  readonly unit: string | null;
  /** The host's variant did not come in time: this is the control. */
  readonly fallback: boolean;
}

/** What an assignment needs of the page. */
export interface AssignmentPorts {
  /** Counts the second that a host has to name its variant. */
  readonly clock: Clock;
  /** The window. */
  readonly page: AssignmentPage;
  /** Hears why an experiment is left out; the checkout goes on without it. */
  readonly report: ReportProblem;
}

/** The assignment of one checkout. */
export interface Assignment {
  /**
   * The variant to show; null without an experiment, or when it cannot be run. A promise only while the host is
   * waited for: it never rejects, and the signal ends it with null.
   */
  resolve(tag: AssignmentTag, signal: AbortSignal): Assigned | null | Promise<Assigned | null>;
  /** The host has named a variant: whoever waits for it goes on. */
  offer(variant: string): void;
}

/**
 * Makes the assignment of one checkout.
 *
 * @example
 * ```ts
 * import { createAssignment, systemClock } from 'billing-checkout/headless';
 *
 * // Give it to the checkout as its port `assignment`.
 * export const assignment = createAssignment({
 *   clock: systemClock,
 *   page: window,
 *   report: ({ attribute, reason, mend }) => {
 *     console.warn(`${attribute}: ${reason}. ${mend}`);
 *   },
 * });
 * ```
 */
export function createAssignment({ clock, page, report }: AssignmentPorts): Assignment {
  /** Hears the host's variant while it is waited for. */
  let hear: ((variant: string) => void) | null = null;
  /** A control shown for want of the host's variant stays: a late answer would show the unit two arms. */
  let fellBack: Assigned | null = null;

  const wait = (fallback: Assigned, toAssigned: (variant: string) => Assigned | null, signal: AbortSignal) =>
    new Promise<Assigned | null>((resolve) => {
      const end = (assigned: Assigned | null): void => {
        clock.clearTimeout(timer);
        hear = null;
        resolve(assigned);
      };
      const timer = clock.setTimeout(() => {
        end((fellBack = fallback));
      }, HOST_MS);
      hear = (variant) => {
        end(toAssigned(variant));
      };
      signal.addEventListener('abort', () => {
        end(null);
      });
    });

  return {
    resolve({ experiment: input, assignedBy, variant, visitorId }, signal) {
      const experiment = input ? parseExperiment(input, report) : null;
      if (!experiment) return null;
      const { name, variants } = experiment;
      const forced = readForcedVariant(page.location.search, experiment, report);
      const unit = forced === null ? findUnit(visitorId, page, report) : null;
      const show = (shown: string, fallback = false): Assigned => ({
        name,
        variant: shown,
        flow: toFlow(shown),
        unit,
        fallback,
      });
      const showHosts = (named: string): Assigned | null =>
        isDeclared(experiment, named, 'variant', report) ? show(named) : null;

      if (forced !== null) return show(forced);
      if (unit === null) return null;
      if (fellBack?.name === name && fellBack.unit === unit) return fellBack;
      if (variant) return showHosts(variant);
      if (assignedBy === 'host') return wait(show(variants[0] ?? '', true), showHosts, signal);
      const drawn = assign(experiment, unit);
      return drawn === null ? null : show(drawn);
    },
    offer(variant) {
      hear?.(variant);
    },
  };
}

/** What an opening says about its experiment; nothing about a variant that was forced. */
export function toExperimentField(
  assigned: Assigned | null,
  prefilled: readonly Prefilled[],
): Pick<OpenRequest, 'experiment'> {
  if (assigned?.unit == null) return {};
  const { name, variant, unit, fallback } = assigned;
  return { experiment: { name, variant, unit, fallback, prefilled: [...prefilled] } };
}
