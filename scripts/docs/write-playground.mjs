/** Puts the playground into the docs site: the same page and script as in `npm start`, with a shop in the page itself. It asks nobody for anything. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePlayground } from '../bundle-playground.mjs';
import { root } from '../run.mjs';

const PAGES = join(root, 'examples/pages');

export async function writePlayground(site) {
  const page = readFileSync(join(PAGES, 'playground.html'), 'utf8')
    .replace('{{stripe-script}}', '<script src="playground/shop-in-page.js" defer></script>')
    .replace('{{publishable-key}}', 'pk_test_playground')
    .replaceAll(/\{\{[\w-]+\}\}/g, '')
    .replaceAll('"/demo/', '"playground/')
    .replaceAll('href="/"', 'href="index.html"');
  writeFileSync(join(site, 'playground.html'), page);
  mkdirSync(join(site, 'playground'), { recursive: true });
  for (const style of ['demo.css', 'playground.css']) copyFileSync(join(PAGES, style), join(site, 'playground', style));
  writeFileSync(join(site, 'playground/playground.js'), await bundlePlayground());
  writeFileSync(join(site, 'playground/shop-in-page.js'), await bundlePlayground('shop-in-page'));
}
