/** The matrix of a flow as text. */
import { DEVICE_FAULTS } from './device-faults.js';
import { casesOf, momentOf, type Case } from './cases.js';
import { toFlow, type FlowName } from './flows.js';
import { REQUEST_FAULTS } from './request-faults.js';

/** A case that was played. */
export interface Played {
  readonly case: Case;
  /** The promise that is broken; null where all are kept. */
  readonly broken: string | null;
  /** What was done and seen, in order. */
  readonly story: readonly string[];
}

/** Rows are faults, columns moments: "·" is kept, "X" broken, "–" not there in this flow. A blank was not asked for. */
export function toTable(flow: FlowName, played: readonly Played[]): string {
  const { requests, times } = toFlow(flow);
  const there = casesOf(flow);
  const grid = (title: string, faults: readonly string[], moments: readonly string[]): string => {
    const cell = (fault: string, moment: string): string => {
      const fits = (each: Case): boolean => each.fault === fault && momentOf(each) === moment;
      if (!there.some(fits)) return '–';
      const found = played.find((each) => fits(each.case));
      return found ? (found.broken === null ? '·' : 'X') : '';
    };
    const wide = Math.max(...faults.map(({ length }) => length));
    const line = (name: string, cells: readonly string[]): string =>
      [name.padEnd(wide), ...cells.map((text, at) => text.padStart(moments[at]?.length ?? 0))].join('  ');
    const rows = faults.map((fault) =>
      line(
        fault,
        moments.map((moment) => cell(fault, moment)),
      ),
    );
    return [title, line('', moments), ...rows].join('\n');
  };
  const kept = played.filter(({ broken }) => broken === null).length;
  return [
    `${flow}: ${String(played.length)} cases, ${String(played.length - kept)} broken`,
    grid('Requests', Object.keys(REQUEST_FAULTS), requests),
    grid('Page and device', Object.keys(DEVICE_FAULTS), times),
  ].join('\n');
}
