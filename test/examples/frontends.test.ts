/** Each example of a frontend is built as its README says, and a customer buys on its page. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startShop } from '../../examples/local-shop.mjs';
import { useChromium } from '../flows/support/chromium.js';
import { ROOT, runScript } from './support/run-tool.js';
import { upgrade } from './support/upgrade.js';

const newPage = useChromium();

it.each(['react', 'vue', 'svelte', 'angular'])(
  '%s',
  async (name) => {
    const folder = join('frontends', name);
    const { code, said } = await runScript(folder, 'build');
    expect(code, said).toBe(0);
    const shop = await startShop({ folder: join(ROOT, 'examples', folder, 'dist') });
    onTestFinished(() => shop.close());
    await upgrade(await newPage(), shop);
  },
  120_000,
);
