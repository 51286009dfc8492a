/** Finds what was meant to be gone: notes to oneself, focused tests, conflict marks, files that grew too long. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

/** Lines of code a file may have. What documents it is not counted: the element's surface is written down once, at length. */
const MOST_LINES = 250;

/** Catalogs and tables may be as long as what they list. */
const TABLES = /^src\/(element\/locales\/|simulator\/api\/payments\/test-cards\.ts)/;

const PATTERNS = [
  // Put together here, so that this file is not its own finding.
  { what: 'a note to oneself', pattern: new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`) },
  { what: 'a focused test', pattern: /\b(?:it|test|describe)\.only\b/, files: /^test\// },
  { what: 'a skipped test', pattern: /\b(?:it|test|describe)\.skip\(/, files: /^test\// },
  { what: 'a conflict mark', pattern: /^(?:<{7} |={7}$|>{7} )/ },
  { what: 'a debugger', pattern: /^\s*debugger;/, files: /\.(?:ts|mjs|js)$/ },
];

const TEXT = /\.(?:ts|mjs|js|json|html|css|md|yml|yaml|svg)$|^\.ci\//;

/** The findings in one file's text, each as `path:line what`. */
export function findLeftovers(path, text) {
  const lines = text.split('\n');
  const found = [];
  for (const [index, line] of lines.entries()) {
    for (const { what, pattern, files } of PATTERNS) {
      if ((!files || files.test(path)) && pattern.test(line)) found.push(`${path}:${index + 1} ${what}`);
    }
  }
  const count = lines.filter((line) => !/^\s*(?:$|\/\/|\/?\*)/.test(line)).length;
  if (/^src\/.*\.ts$/.test(path) && count > MOST_LINES && !TABLES.test(path)) {
    found.push(`${path} has ${count} lines of code; ${MOST_LINES} is the most: give its second job a file of its own`);
  }
  return found;
}

const listFiles = () =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = [...new Set(listFiles())].flatMap((path) => {
    try {
      return findLeftovers(path, readFileSync(join(root, path), 'utf8'));
    } catch {
      // Removed since git has listed it.
      return [];
    }
  });
  for (const line of found) console.log(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
