import { expect, it } from 'vitest';
import { showProgress } from '../../../src/cli/traffic/show-progress.js';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
  return { out: { isTTY, write }, written };
}

it('writes a line per quarter into a file', () => {
  const { out, written } = terminal(false);
  const show = showProgress('Customers', out);
  for (let share = 0; share <= 1000; share += 1) show(share / 1000);

  expect(written).toEqual([0, 25, 50, 75, 100].map((percent) => `Customers ${String(percent).padStart(3)} %\n`));
});

it('keeps one line on a terminal, and ends it', () => {
  const { out, written } = terminal(true);
  const show = showProgress('Customers', out);
  for (const share of [0.1, 0.1001, 0.5, 1]) show(share);

  expect(written).toHaveLength(3);
  expect(written.join('')).toMatch(/^\rCustomers ███░{27} {2}10 %\r.* 100 %\n$/s);
});
