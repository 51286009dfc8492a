/**
 * Looks at every catalog: messages that are missing, unused, of another shape than English, without what is put into them, or
 * English by accident; and files that are larger than a catalog may be. Reads what was built.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { root } from './run.mjs';

/** Bytes, after brotli. */
const MOST_BYTES = 2048;

/** Made of English by a program, and loaded by developers only. */
const PSEUDO = ['en-XA', 'ar-XB'];

/** What a sentence is tried with, where a text for each part does not do. */
const TRIES = {
  every: ['day', 'week', 'month', 'year'].flatMap((interval) =>
    [1, 2, 3, 5, 11, 21, 100].map((count) => [{ interval, count }]),
  ),
  discountLasts: [['once'], ['forever'], ...[1, 2, 3, 5, 11, 21, 100].map((months) => [months])],
  invalidTitle: [1, 2, 3, 5, 11].map((count) => [count]),
  quantityOf: [[3, '⟨1⟩']],
  quantityInvalid: [[1, 999]],
};

/** A part of each kind: `⟨0⟩`, `⟨1⟩`. */
const toTries = (key, sentence) => TRIES[key] ?? [Array.from({ length: sentence.length }, (_, index) => `⟨${index}⟩`)];

const kindOf = (value) => (value === null ? 'null' : typeof value);

/** The findings in one catalog, each a line. English is what it is held against. */
export function findWrongWords(tag, catalog, english, path = '') {
  const found = [];
  const say = (key, what) => found.push(`${tag}: ${path}${key} ${what}`);
  for (const key of Object.keys(catalog)) if (!(key in english)) say(key, 'is in no other catalog: it is unknown');
  for (const [key, own] of Object.entries(english)) {
    const word = catalog[key];
    if (word === undefined) say(key, 'is missing');
    else if (kindOf(word) !== kindOf(own)) say(key, `is a ${kindOf(word)}; it has to be a ${kindOf(own)}`);
    else if (typeof own === 'object') found.push(...findWrongWords(tag, word, own, `${path}${key}.`));
    else if (typeof own === 'string') look(word, own, key, say);
    else for (const parts of toTries(key, own)) trySentence(word, own, parts, key, say);
  }
  return found;
}

function look(text, own, key, say) {
  if (text.trim() !== text || text === '') say(key, 'is empty, or has space around it');
  // One word may be the same in two languages.
  if (text === own && text.includes(' ')) say(key, `is English: "${text}"`);
}

function trySentence(sentence, own, parts, key, say) {
  let text;
  try {
    text = sentence(...parts);
  } catch (error) {
    say(key, `throws: ${String(error)}`);
    return;
  }
  if (typeof text !== 'string' || text === '' || /\b(?:undefined|null|NaN)\b|\[object|#/.test(text))
    say(key, `gives ${JSON.stringify(text)}`);
  else {
    const mine = own(...parts);
    for (const part of parts.filter((each) => typeof each === 'string' && mine.includes(each)))
      if (!text.includes(part)) say(key, `leaves ${part} out`);
    if (text === mine && /[a-z]{2,} [a-z]{2,}/i.test(mine)) say(key, `is English: "${text}"`);
  }
}

/** Messages of English that no code asks for. `code` is the text of all of it but catalogs. */
export function findUnusedWords(english, code) {
  const used = new Set(code.match(/[A-Za-z_]\w*/g));
  const keys = Object.entries(english).flatMap(([key, word]) =>
    typeof word === 'object' ? [key, ...Object.keys(word)] : [key],
  );
  return keys.filter((key) => !used.has(key)).map((key) => `en: ${key} is used nowhere`);
}

/** The text of the rooms that show words; not of what declares them. */
function readCode() {
  const DECLARED = /locales[\\/]|messages?(-parts)?\.ts$|extra-words\.ts$/;
  const files = ['core', 'contract', 'headless', 'element'].flatMap((room) =>
    readdirSync(join(root, 'src', room), { recursive: true }).map((name) => join(root, 'src', room, String(name))),
  );
  // Which sentence an error has stands beside the shape of messages.
  const sentences = readFileSync(join(root, 'src/core/messages.ts'), 'utf8').split('const SENTENCES')[1] ?? '';
  return files
    .filter((name) => name.endsWith('.ts') && !DECLARED.test(name))
    .map((name) => readFileSync(name, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''))
    .concat(sentences)
    .join('\n');
}

function findLarge() {
  const folder = join(root, 'dist/cdn/locales');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js') && !PSEUDO.some((tag) => name.endsWith(`${tag}.js`)))
    .flatMap((name) => {
      const bytes = brotliCompressSync(readFileSync(join(folder, name))).length;
      return bytes > MOST_BYTES ? [`dist/cdn/locales/${name} has ${bytes} bytes; ${MOST_BYTES} is the most`] : [];
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const load = async (tag) => (await import(pathToFileURL(join(root, `dist/locales/${tag}.js`)).href)).messages;
  const english = await load('en');
  const tags = readdirSync(join(root, 'dist/locales'))
    .filter((name) => name.endsWith('.js') && name !== 'en.js')
    .map((name) => name.slice(0, -3));
  const found = [...findUnusedWords(english, readCode()), ...findLarge()];
  for (const tag of tags) found.push(...findWrongWords(tag, await load(tag), english));
  for (const line of found) console.log(line);
  if (found.length === 0) console.log(`${tags.length} catalogs beside English say everything.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
