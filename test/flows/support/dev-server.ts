/** A developer's folder behind a real dev server of Vite: its files are edited on disk, and the page in the browser follows. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { openLocalStripe } from '../../../examples/local-shop.mjs';
import { createCheckoutServer, toNodeListener } from '../../../src/server/index.js';
import { freePort } from '../../examples/support/shell.js';

const ROOT = join(import.meta.dirname, '../../..');

/** What is done in the folder. */
export interface Project {
  readonly url: string;
  /** Replaces words of a file, which has to have them. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** Adds a line to a file. */
  readonly append: (file: string, line: string) => void;
}

/** Where the package lies: installed, or beside the page as in a workspace, where a developer changes it too. */
type Place = 'node_modules/billing-checkout' | 'billing-checkout';

/** What is in the folder: an example of a frontend, or files by name. */
type Content = { readonly example: string } | { readonly files: Readonly<Record<string, string>> };

let count = 0;

/** Serves a folder until the test is over. The package in it is what is packed: `dist`, as it is published. */
export async function develop(content: Content, place: Place = 'node_modules/billing-checkout'): Promise<Project> {
  const folder = join(ROOT, '.tmp', `hot-reload-${process.pid}-${(count += 1)}`);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, place), { recursive: true });
  for (const part of ['dist', 'package.json']) cpSync(join(ROOT, part), join(folder, place, part), { recursive: true });
  if ('example' in content) cpSync(join(ROOT, 'examples/frontends', content.example), folder, { recursive: true });
  else for (const [name, text] of Object.entries(content.files)) writeFileSync(join(folder, name), text);

  const url = `http://localhost:${await freePort()}`;
  const { stripe, script, close } = await openLocalStripe();
  onTestFinished(close);
  const billing = toNodeListener(
    createCheckoutServer({ stripe, origins: [url], prices: { pro_monthly: { quantity: { min: 1, max: 500 } } } }),
  );
  const shop: Plugin = {
    name: 'shop',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/billing/')) billing(request, response);
        else next();
      });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: script }, injectTo: 'head-prepend' }],
  };
  const server = await createServer({
    root: folder,
    ...(!('example' in content) && { configFile: false }),
    cacheDir: join(folder, '.vite'),
    logLevel: 'error',
    plugins: [shop],
    ...(place === 'billing-checkout' && {
      resolve: { alias: { 'billing-checkout': join(folder, place, 'dist/index.js') } },
    }),
    server: { port: Number(new URL(url).port), strictPort: true },
  });
  onTestFinished(() => server.close());
  await server.listen();
  return toProject(folder, url, server);
}

function toProject(folder: string, url: string, { watcher }: ViteDevServer): Project {
  const write = (file: string, change: (text: string) => string): void => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to change.`);
    if (!Object.keys(watcher.getWatched()).some((each) => path.startsWith(each)))
      throw new Error(`Nobody watches ${file}.`);
    writeFileSync(path, after);
  };
  return {
    url: `${url}/`,
    edit: (file, from, to) => write(file, (text) => text.replace(from, to)),
    append: (file, line) => write(file, (text) => `${text}\n${line}\n`),
  };
}
