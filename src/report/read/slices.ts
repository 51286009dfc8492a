/** Cuts what is to be read into pieces that can be listed side by side, each newest first. */
import { SECONDS_PER_DAY, type Period } from './period.js';

export interface Slice {
  readonly list: 'sessions' | 'payments';
  /** Unix seconds, the first that belongs to it. */
  readonly from: number;
  /** The first that does not; null: open at the new end. */
  readonly to: number | null;
}

/** Pieces per list: enough for the pages asked for at once, few enough that empty ones cost nothing. */
const MOST = 8;

/** The same period gives the same slices, so that their numbers can stand in a state file. */
export function toSlices(period: Period): Slice[] {
  const end = period.readUntil ?? Math.max(period.to, period.asOf);
  const length = end - period.from;
  const count = Math.max(1, Math.min(MOST, Math.floor(length / SECONDS_PER_DAY)));
  const edge = (index: number): number => period.from + Math.round((length * index) / count);
  const pieces = Array.from({ length: count }, (_, index) => ({
    from: edge(index),
    to: index === count - 1 ? period.readUntil : edge(index + 1),
  })).reverse();
  return (['sessions', 'payments'] as const).flatMap((list) => pieces.map((piece) => ({ list, ...piece })));
}
