/**
 * Adds up what was checked and tested, and closes with one line: `N passed, N failed`.
 *
 * Arguments: the exit codes of `npm run check` and of `npm test`, their two reports, and the same two of what
 * `npm run test:all` adds, where that ran. A command that failed without a
 * failure in its report, and a report that is missing or empty, count as failures of their own.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(resolve(root, file), 'utf8'));
  } catch {
    return null;
  }
};

function countSteps(steps) {
  const failed = steps.filter(({ ok }) => !ok).map(({ name }) => `check: ${name}`);
  return { passed: steps.length - failed.length, failed };
}

function countTests({ testResults }) {
  let passed = 0;
  const failed = [];
  for (const { name, status, assertionResults, message } of testResults) {
    const path = name.startsWith(root) ? name.slice(root.length) : name;
    const broken = assertionResults.filter((test) => test.status === 'failed');
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    failed.push(...broken.map((test) => `${path}: ${test.fullName}`));
    // A file that could not be run at all, or broke in a hook.
    if (status === 'failed' && broken.length === 0) failed.push(`${path}: ${message.split('\n', 1)[0]}`);
  }
  return { passed, failed };
}

/** One report, strictly: silence is no success. */
function judge(what, file, count, code) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: [`${what} left no report`] };
  const { passed, failed } = count(report);
  if (passed + failed.length === 0) failed.push(`${what} did nothing`);
  if (code !== '0' && failed.length === 0) failed.push(`${what} ended with code ${code}`);
  return { passed, failed };
}

const [checkCode = '1', testCode = '1', steps = '.tmp/check.json', tests = '.tmp/tests.json', allCode, all = ''] =
  process.argv.slice(2);
const parts = [judge('npm run check', steps, countSteps, checkCode), judge('npm test', tests, countTests, testCode)];
if (allCode !== undefined) parts.push(judge('npm run test:all', all, countTests, allCode));
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.flatMap((part) => part.failed);
if (failed.length > 0) console.log(`\nFailed:\n${failed.map((line) => `  ${line}`).join('\n')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed.length} failed`);
