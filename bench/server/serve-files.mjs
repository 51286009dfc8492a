/** Serves built files the way a good host does: brotli, made once, and kept by nobody so that every visit is a first one. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

const packed = new Map();

/** The body in brotli, packed once per key. */
export async function pack(key, make) {
  let body = packed.get(key);
  if (!body) {
    body = brotli(await make(), QUALITY);
    packed.set(key, body);
  }
  return body;
}

/** A file of the first folder that has it, packed; null where none has. `hints` are written into a page that has a place for them. */
export async function readPacked(folders, pathname, hints) {
  const path = normalize(pathname === '/' ? '/index.html' : pathname);
  for (const folder of folders) {
    const file = join(folder, path);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return {
      type: `${type}; charset=utf-8`,
      body: await pack(`${file} ${hints}`, () => text.replace('<!-- hints -->', hints)),
    };
  }
  return null;
}
