/** `npm run browsers`: buys in every browser that is installed here, in real frames, and prints who could. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { BROWSERS, seekBrowser } from './find-browsers.mjs';
import { installPackages } from './install-packages.mjs';

const USAGE = `npm run browsers -- [--only ${Object.keys(BROWSERS).join('|')}] [--story WORDS] [--pictures] [--no-build]`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        story: { type: 'string' },
        pictures: { type: 'boolean' },
        'no-build': { type: 'boolean' },
      },
    });
    if (values.only !== undefined && !(values.only in BROWSERS))
      return fail(`There is no ${values.only}. Use: ${USAGE}`);
    return values;
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { only, story, pictures, 'no-build': built } = readArguments();
const kinds = only === undefined ? Object.keys(BROWSERS) : [only];
const found = kinds.map((kind) => ({ kind, ...seekBrowser(kind) }));
const missing = found.filter(({ why }) => why !== undefined);
const installed = found.filter(({ why }) => why === undefined);
if (installed.length === 0) fail(missing.map(({ why }) => why).join('\n'));

await installPackages();
await installPackages('browsers');
if (built !== true) await (await import('./build.mjs')).build();
const { browsers } = await import('../browsers/main.mjs');
process.exit(
  await browsers({
    installed,
    missing: missing.map(({ why }) => why),
    story,
    pictures: pictures === true,
    print: (line) => console.log(line),
  }),
);
