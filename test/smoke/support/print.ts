/** Writes results for people and for programs. */
import type { Result, Sight } from './compare.js';

const WIDTH = 14;

const line = (label: string, text: string): string => `    ${label.padEnd(WIDTH)}${text}`;

function toLines(label: string, sight: Sight): string[] {
  const { left } = sight;
  const seen =
    'saw' in sight
      ? [line(label, sight.saw), ...sight.notes.map((note) => line('', `(${note})`))]
      : [line(label, `could not be seen: ${sight.failure}`)];
  return [...seen, ...left.map((what) => line('', `(left behind: ${what})`))];
}

/** One result, with what it stands for. */
export function toText(result: Result): string {
  const head = `${result.status.toUpperCase().padEnd(WIDTH + 2)}  ${result.name}\n${line('about', result.about)}`;
  if (result.status === 'not observable') return `${head}\n${line('why', `not observable: ${result.why}`)}`;
  return [head, ...toLines('Stripe', result.stripe), ...toLines('simulator', result.simulator)].join('\n');
}

/** How many of each. */
export function summarize(results: readonly Result[]): string {
  const count = (status: Result['status']): number => results.filter((result) => result.status === status).length;
  const statuses = ['agree', 'differ', 'failed', 'not observable'] as const;
  return `${results.length} checks: ${statuses.map((status) => `${count(status)} ${status}`).join(', ')}.`;
}
