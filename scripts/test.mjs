/** `npm test`: sets up what is missing, builds, runs the tests. Arguments go to vitest. */
import './check-node.mjs';
import { runTests } from './run-tests.mjs';

process.exit(await runTests(process.argv.slice(2)));
