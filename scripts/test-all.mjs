/** `npm run test:all`: what `npm test` runs, and what takes longer. */
import './check-node.mjs';
import { runTests } from './run-tests.mjs';

process.exit(await runTests(process.argv.slice(2), { TEST_ALL: '1' }));
