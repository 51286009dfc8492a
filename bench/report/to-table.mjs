/** Prints a report as a table: a column each, a line per figure. */

const times = (comparison) =>
  comparison === null
    ? '-'
    : `${comparison.ratio.toFixed(2)} (${comparison.interval.map((end) => end.toFixed(2)).join('-')})`;

/** Lines of cells, each as wide as the widest of its column. */
export function toColumns(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) =>
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
    .join('\n');
}

/** The whole table, with a heading per kind of visit. */
export function toTable({ contenders, figures }) {
  const lines = [['', ...contenders.map(({ name }) => name), 'ours/floor', 'ours/React']];
  let last = '';
  for (const { title, label, print, values, toFloor, toReact } of figures) {
    if (title !== last) lines.push([title, ...lines[0].slice(1).map(() => '')]);
    last = title;
    const cells = contenders.map(({ name }) => (values[name] ? print(values[name].median) : 'not measured'));
    lines.push([`  ${label}`, ...cells, times(toFloor), times(toReact)]);
  }
  return toColumns(lines);
}
