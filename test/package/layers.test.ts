/** The layer rules find what they are there for: violations are planted in an otherwise empty copy of the rooms. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Modules that break nothing. */
const SOUND = {
  'src/contract/sound.ts': "export { z } from 'zod/mini';\n",
  'src/core/sound.ts': "export { z } from '../contract/sound.js';\nexport interface Sound {}\n",
  'src/stripe/sound.ts':
    "export { z } from '../core/sound.js';\nexport { loadStripe } from '@stripe/stripe-js/dist/pure.mjs';\n",
  'src/backend/sound.ts': "export { z } from '../core/sound.js';\n",
  'src/element/sound.ts':
    "export { z } from '../core/sound.js';\nexport { html } from 'lit';\nexport interface Sound {}\n",
  'src/server/sound.ts': "export { z } from '../contract/sound.js';\n",
  'src/simulator/frames/sound.ts': 'export const sound = 1;\n',
};

/** What is planted where, and the rule that must find it. */
const PLANTED: readonly [what: string, path: string, text: string, rule: string][] = [
  ['stripe and backend never meet', 'src/stripe/a.ts', "import '../backend/sound.js';", 'room-stripe'],
  ['core imports to its left only', 'src/core/a.ts', "import '../backend/sound.js';", 'room-core'],
  ['a type is an import, too', 'src/core/b.ts', "export type { Sound } from '../element/sound.js';", 'room-core'],
  ['no browser room imports the server', 'src/element/a.ts', "import '../server/sound.js';", 'no-servers-in-browsers'],
  ['the simulator has no contract', 'src/simulator/api/a.ts', "import '../../contract/sound.js';", 'room-simulator'],
  ['its graphs share wire only', 'src/simulator/script/a.ts', "import '../frames/sound.js';", 'simulator-script'],
  ['Stripe.js runs in stripe', 'src/headless/a.ts', "import '@stripe/stripe-js/dist/pure.mjs';", 'stripe-js-in-stripe'],
  ['statistics stay in the report', 'src/element/b.ts', "export { erfc } from 'cephes';", 'only-there-cephes'],
  ['Lit draws the element', 'src/headless/b.ts', "export { html } from 'lit';", 'only-there-lit'],
  ['the simulator needs no Node', 'src/simulator/api/b.ts', "import 'node:path';", 'web-standard-simulator'],
  ['browsers have no Node', 'src/core/c.ts', "import 'node:path';", 'no-node-in-browsers'],
  ['what is published is installed', 'src/core/d.ts', "export { rollup } from 'rollup';", 'no-dev-packages'],
  ['no circles', 'src/core/e.ts', "import './f.js';", 'no-circles'],
];

let folder: string;
let broken: { from: string; rule: { name: string } }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layers-'));
  for (const name of ['node_modules', 'package.json']) await symlink(join(root, name), join(folder, name));
  const planted = PLANTED.map(([, path, text]) => [path, text] as const);
  const files = [...Object.entries(SOUND), ...planted, ['src/core/f.ts', "import './e.js';"] as const];
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src'];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 16_000_000 }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  broken = (JSON.parse(output) as { summary: { violations: typeof broken } }).summary.violations;
});

afterAll(() => rm(folder, { recursive: true }));

it.each(PLANTED)('%s', (_, path, _text, rule) => {
  expect(broken.filter(({ from }) => from === path).map((found) => found.rule.name)).toContain(rule);
});

it('has nothing against what is right', () => {
  expect(broken.filter(({ from }) => from in SOUND)).toEqual([]);
});
