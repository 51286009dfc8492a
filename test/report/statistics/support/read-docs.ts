/** What docs/statistics.md says, for the tests that hold its figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cells of the table row that begins with `first`. */
export function readRow(first: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/statistics.md'), 'utf8');
  for (const line of text.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells[0] === first) return cells.slice(1);
  }
  throw new Error(`docs/statistics.md has no row ${first}`);
}
