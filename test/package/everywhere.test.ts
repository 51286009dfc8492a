/** Each door is imported where it may be: in plain Node, in a Workers-like runtime, in a browser. Nothing throws, and the same names are there. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { useChromium } from '../flows/support/chromium.js';

const root = join(import.meta.dirname, '../..');

interface Door {
  readonly types?: string;
  readonly browser?: null;
}
const { exports: doors } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, Door>>;
};
const modules = Object.entries(doors).filter(([, { types }]) => types !== undefined);
const toSpecifier = (door: string): string => `billing-checkout${door.slice(1).replace('*', 'de')}`;
const all = modules.map(([door]) => toSpecifier(door));
const forPages = modules.filter(([, { browser }]) => browser === undefined).map(([door]) => toSpecifier(door));
/** Tests run in Node and in browsers; the server's door, of which Workers take a part, has a test of its own. */
const forWorkers = modules
  .filter(([door, { browser }]) => browser === undefined && !door.startsWith('./testing'))
  .map(([door]) => toSpecifier(door));

const newPage = useChromium();

/** A module whose default export is, by door, the names that it exports. */
const toEntry = (specifiers: readonly string[]): string =>
  `${specifiers.map((specifier, index) => `import * as door${index} from '${specifier}';`).join('\n')}
export default { ${specifiers.map((specifier, index) => `'${specifier}': Object.keys(door${index}).sort()`).join(', ')} };`;

type Names = Readonly<Record<string, readonly string[]>>;

/** Names of every door, as plain Node sees them: no tool in between. */
async function inNode(): Promise<Names> {
  const code = `${toEntry(all).replace('export default', 'const names =')} console.log(JSON.stringify(names));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Names;
}

const pick = (names: Names, specifiers: readonly string[]): Names =>
  Object.fromEntries(specifiers.map((specifier) => [specifier, names[specifier] ?? []]));

async function bundle(
  specifiers: readonly string[],
  conditions: readonly string[],
  format: 'esm' | 'iife',
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: toEntry(specifiers), resolveDir: root },
    bundle: true,
    format,
    globalName: 'entry',
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    conditions: [...conditions],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

it('in plain Node', async () => {
  const names = await inNode();
  for (const specifier of all) expect(names[specifier]?.length === 0, specifier).toBe(specifier.includes('/tags/'));
});

it('in a Workers-like runtime, those that draw too', async () => {
  expect(forWorkers).toContain('billing-checkout/react');
  const code = await bundle(forWorkers, ['workerd', 'worker', 'browser'], 'iife');
  // What a Worker has, and no more: no `process`, no `Buffer`, no `HTMLElement`.
  const web = {
    ...{ AbortController, AbortSignal, DOMException, Event, EventTarget, Headers, ReadableStream, Request, Response },
    ...{ TextDecoder, TextEncoder, TransformStream, URL, URLSearchParams, WritableStream, FormData, Blob },
    ...{ atob, btoa, clearTimeout, console, crypto, fetch, queueMicrotask, setTimeout, structuredClone, performance },
  };
  const names = runInContext(`${code};JSON.stringify(entry.default)`, createContext(web)) as string;
  expect(JSON.parse(names)).toEqual(pick(await inNode(), forWorkers));
}, 60_000);

it('in a browser', async () => {
  const code = await bundle(forPages, ['browser'], 'esm');
  const server = createServer((request, response) => {
    const script = request.url === '/entry.js';
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? code : '<!doctype html><title>Doors</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  const page = await newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  // As text, or the runner of this test would have its own way with the import.
  const names = await page.evaluate("import('/entry.js').then((entry) => entry.default)");
  expect(names).toEqual(pick(await inNode(), forPages));
  expect(await page.evaluate(() => customElements.get('billing-checkout') !== undefined)).toBe(true);
  expect(complaints).toEqual([]);
}, 60_000);
