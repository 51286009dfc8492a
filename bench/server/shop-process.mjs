/** The shop in a process of its own, so that what drives the browser takes no time from what serves it. */
import { fileURLToPath } from 'node:url';
import { answerCalls, startProcess } from './far-process.mjs';

const FILE = fileURLToPath(import.meta.url);

/** Starts it. `port` is the page's. */
export async function forkShop(options) {
  const { call, ...shop } = await startProcess(FILE, options);
  return { ...shop, show: (contender, line) => call('show', contender, line), asked: () => call('asked') };
}

if (process.argv[1] === FILE) {
  await answerCalls(async (options) => {
    const { startShop } = await import('./shop.mjs');
    const { origin, chromiumArgs, show, asked } = await startShop(options);
    return { told: { origin, chromiumArgs }, functions: { show, asked } };
  });
}
