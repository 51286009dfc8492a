/** Writes the report for programs: JSON, and JUnit's XML. */
import { CONTRACT_VERSION } from '../../contract/version.js';
import { countOf, type CaseResult, type VerifyReport } from './run-cases.js';
import { toDocs } from './to-words.js';

/** The report as JSON, with a version of its form. */
export function toJson(report: VerifyReport): string {
  const { url, results } = report;
  const counts = {
    passed: countOf(report, 'passed'),
    failed: countOf(report, 'failed'),
    notOffered: countOf(report, 'not_offered'),
    notRun: countOf(report, 'not_run'),
  };
  const cases = results.map((result) => ({ ...result, docs: toDocs(result.group) }));
  return `${JSON.stringify({ verify: 1, contract: CONTRACT_VERSION, url, ok: counts.failed === 0, counts, cases }, null, 2)}\n`;
}

/** The report as JUnit's XML: a suite for each part of the contract; what is not offered or not run is skipped. */
export function toJunit({ results }: VerifyReport): string {
  const groups = [...new Set(results.map(({ group }) => group))];
  const suites = groups.map((name) =>
    toSuite(
      name,
      results.filter(({ group }) => group === name),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="billing-checkout verify">\n${suites.join('\n')}\n</testsuites>\n`;
}

function toSuite(name: string, results: readonly CaseResult[]): string {
  const failures = results.filter(({ outcome }) => outcome === 'failed').length;
  const skipped = results.filter(({ outcome }) => outcome === 'not_offered' || outcome === 'not_run').length;
  const seconds = results.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const attributes = `name="${escape(name)}" tests="${results.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds.toFixed(3)}"`;
  return `  <testsuite ${attributes}>\n${results.map(toCase).join('\n')}\n  </testsuite>`;
}

function toCase(result: CaseResult): string {
  const { id, group, ms } = result;
  const open = `    <testcase name="${escape(id)}" classname="${escape(group)}" time="${(ms / 1000).toFixed(3)}"`;
  switch (result.outcome) {
    case 'passed':
      return `${open}/>`;
    case 'failed': {
      const text = `promise: ${result.promise}\nseen: ${result.seen}\nmend: ${result.mend}\ndocs: ${toDocs(group)}`;
      return `${open}>\n      <failure message="${escape(result.seen)}">${escape(text)}</failure>\n    </testcase>`;
    }
    case 'not_offered':
      return `${open}>\n      <skipped message="${escape(`not offered: ${result.seen}`)}"/>\n    </testcase>`;
    case 'not_run':
      return `${open}>\n      <skipped message="${escape(`not run: ${result.seen}`)}"/>\n    </testcase>`;
  }
}

/** Text as XML may have it: without control characters, which no entity can stand for. */
const escape = (text: string): string =>
  text
    .split('')
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
