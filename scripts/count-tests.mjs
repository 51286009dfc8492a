/** Adds up vitest's JSON reports and closes with one line: `N passed, N failed`. A failed step counts as a failure. */
import { readFileSync } from 'node:fs';

const [stepFailed, ...files] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const file of files) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failedFiles = report.testResults.filter(
      (suite) => suite.status === 'failed' && !suite.assertionResults.length,
    );
    passed += report.numPassedTests;
    failed += report.numFailedTests + failedFiles.length;
  } catch {
    console.log(`There is no report ${file}.`);
    failed += 1;
  }
}

if (failed === 0 && stepFailed === '1') failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
