/** Prints what `POST /sessions` costs beside a bare handler. */
import { toColumns } from './to-table.mjs';

export function toServerTable(figures) {
  const lines = [['POST /sessions', 'billing-checkout', 'bare handler', 'ratio']];
  for (const { label, print, ours, bare, ratio } of figures) {
    const [low, high] = ratio.interval;
    lines.push([
      `  ${label}`,
      print(ours.median),
      print(bare.median),
      `${ratio.ratio.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`,
    ]);
  }
  return toColumns(lines);
}
