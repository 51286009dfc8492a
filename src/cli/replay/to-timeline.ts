/** Draws a walk as lines of text, for terminals and mails. */
import { effectInWords, inputInWords, seconds, stateInWords } from './in-words.js';
import type { Walk, WalkedStep } from './walk-trace.js';

/** Ends with a line feed. */
export function toTimeline({ missed, start, steps }: Walk): string {
  const rows = steps.map((step, index) => [
    seconds(step.at),
    `+${seconds(step.at - (steps[index - 1]?.at ?? step.at))}`,
    inputInWords(step.input),
    step.to === step.from ? '·' : stateInWords(step.to),
    step.effects.map(effectInWords).join(', '),
  ]);
  const head = ['seconds', 'since', 'input', 'state', 'effects'];
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
  const toLine = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const lines = steps.flatMap((step, index) => [toLine(rows[index] ?? []), ...differenceOf(step)]);
  const before = missed === 0 ? [] : [`${missed} earlier inputs are no longer kept.`];
  return [...before, `Starts ${stateInWords(start)}.`, '', toLine(head), ...lines, '', toVerdict(steps), ''].join('\n');
}

/** Below the step. */
function differenceOf({ differs }: WalkedStep): readonly string[] {
  if (!differs) return [];
  const effects = differs.effects.map(effectInWords).join(', ') || 'none';
  return [`    DIFFERS: this version's table says ${stateInWords(differs.to)}; effects: ${effects}`];
}

/** What came of the comparison. */
export function toVerdict(steps: readonly WalkedStep[]): string {
  const count = steps.filter(({ differs }) => differs).length;
  if (steps.length === 0) return 'Nothing has happened in this trace.';
  if (count === 0) return `All ${steps.length} steps are what this version's table says.`;
  return `${count} of ${steps.length} steps differ: the trace comes from another version, or was changed.`;
}
