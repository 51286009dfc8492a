/** Puts values on an axis. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Where a value lies, clamped to the axis. */
  readonly at: (value: number) => number;
  /** Round values on the axis, lowest first. */
  readonly ticks: readonly number[];
}

/** From `low` to `high`, drawn from `start` to `end`; some `count` ticks. */
export function toScale(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  count = 5,
): Scale {
  const span = high - low || 1;
  const at = (value: number): number => start + ((Math.min(high, Math.max(low, value)) - low) / span) * (end - start);
  const step = toStep(span / count);
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
  return { low, high, at, ticks };
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function toStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
}

/** The least and the greatest of values, with a margin on both sides. */
export function toExtent(values: readonly number[], margin = 0.06): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 0.1) * margin;
  return [low - room, high + room];
}
