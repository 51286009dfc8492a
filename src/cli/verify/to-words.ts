/** Writes the report for people. */
import { countOf, type CaseResult, type VerifyReport } from './run-cases.js';

const MARKS = { passed: '✓', failed: '✗', not_offered: '–', not_run: '·' } as const;

/** Of the column of ids. */
const WIDTH = 27;

/** Where a group's promises are written down. */
export const toDocs = (group: string): string =>
  `docs/verify.md#${group
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '-')}`;

/** The report, a line for each case, and for those that failed what was promised, what was seen, and the mend. */
export function toWords(report: VerifyReport): string {
  const groups = [...new Set(report.results.map(({ group }) => group))];
  const parts = groups.map((name) => {
    const lines = report.results.filter(({ group }) => group === name).map(toLine);
    return `${name}\n${lines.join('\n')}\n`;
  });
  return `${parts.join('\n')}\n${toSummary(report)}\n`;
}

function toLine(result: CaseResult): string {
  const line = `  ${MARKS[result.outcome]} ${result.id.padEnd(WIDTH)}`;
  switch (result.outcome) {
    case 'passed':
      return `${line}${result.promise}`;
    case 'failed':
      return `${line}${result.promise}
      seen:  ${result.seen}
      mend:  ${result.mend}
      docs:  ${toDocs(result.group)}`;
    case 'not_offered':
      return `${line}not offered: ${result.seen}`;
    case 'not_run':
      return `${line}not run: ${result.seen}`;
  }
}

function toSummary(report: VerifyReport): string {
  const failed = countOf(report, 'failed');
  const counts = [
    `${countOf(report, 'passed')} passed`,
    `${failed} failed`,
    `${countOf(report, 'not_offered')} not offered`,
    ...(countOf(report, 'not_run') > 0 ? [`${countOf(report, 'not_run')} not run`] : []),
  ].join(', ');
  const verdict = failed === 0 ? 'keeps the contract' : 'does not keep the contract yet';
  return `${report.url} ${verdict}: ${counts}.`;
}
