/** `npm run test:all`: what `npm test` runs, and what takes longer. With `--longer-only`, just the latter. */
import './check-node.mjs';
import { installPackages } from './install-packages.mjs';
import { LONGER } from './longer-tests.mjs';
import { runTests } from './run-tests.mjs';

const [first, ...rest] = process.argv.slice(2);
const only = first === '--longer-only';
const filters = only ? LONGER.map((path) => path.replace('/**', '')) : [];

// Here, so that no two files do it at once.
await installPackages('bench');

process.exit(
  await runTests([...filters, ...(only || first === undefined ? rest : [first, ...rest])], { TEST_ALL: '1' }),
);
