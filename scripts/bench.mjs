/** `npm run bench`: sets up what is missing, builds, and measures. `-- growth` and `-- smoke` measure other things; see docs/bench.md. */
import './check-node.mjs';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';

const given = process.argv.slice(2);
const BUILT = '--no-build';

await installPackages();
await installPackages('bench');
if (!given.includes(BUILT)) await build();
const { bench } = await import('../bench/main.mjs');
process.exit(await bench(given.filter((word) => word !== BUILT)));
