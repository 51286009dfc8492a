/** Looks at every link of the written site: files and anchors are there, addresses elsewhere are addresses. Asks no network. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const decode = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** What has to be seen of a page: where it can be jumped to, and where it leads. */
function read(file) {
  const text = readFileSync(file, 'utf8').replaceAll(/<script\b[^]*?<\/script>/g, '');
  const all = (pattern) => [...text.matchAll(pattern)].map(([, found]) => decode(found));
  return { ids: new Set(all(/\sid="([^"]*)"/g)), links: all(/\s(?:href|src)="([^"]*)"/g) };
}

/** One line for each link that leads nowhere. */
export function findBrokenLinks(site) {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const pages = new Map(files.map((path) => [join(site, path), read(join(site, path))]));
  const isBroken = (from, link) => {
    if (/^(?:https?|mailto):/.test(link)) return !URL.canParse(link);
    if (/^(?:data|blob):/.test(link)) return false;
    if (/^[a-z]+:|^\//i.test(link)) return true;
    const [path = '', anchor = ''] = link.split('#');
    const file = path === '' ? from : resolve(dirname(from), decodeURIComponent(path.split('?')[0]));
    if (!existsSync(file) || !statSync(file).isFile()) return true;
    // Anchors of a page that is no document of ours, as a copied file, are its own affair.
    const to = pages.get(file);
    return anchor !== '' && to !== undefined && !to.ids.has(decodeURIComponent(anchor));
  };
  return [...pages].flatMap(([file, { links }]) =>
    [...new Set(links)].filter((link) => isBroken(file, link)).map((link) => `${relative(site, file)}: ${link}`),
  );
}
