/** `npm run docs`: writes the docs site to .tmp/docs, and fails for anything undocumented, a link that leads nowhere, a page left out. */
import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Application, ArgumentsReader, ReflectionKind, TSConfigReader, TypeDocReader } from 'typedoc';
import { findBrokenLinks } from './docs/check-links.mjs';
import { findUndocumented } from './docs/find-undocumented.mjs';
import { writePlayground } from './docs/write-playground.mjs';
import { GROUP_ORDER, listPages } from './docs/pages.mjs';
import { fillTags } from './docs/fill-tags.mjs';
import { groupTags } from './docs/group-tags.mjs';
import { showSources } from './docs/show-sources.mjs';
import { fail } from './fail.mjs';
import { root } from './run.mjs';

const OUT = join(root, '.tmp/docs');

if (!existsSync(join(root, 'dist/cdn/tags.html'))) fail('There is no build to tell of: npm run build.');

const pages = listPages();
const missing = [...pages.keys()].filter((path) => !existsSync(join(root, path)));
if (missing.length > 0) fail(`scripts/docs/pages.mjs names pages that are not there: ${missing.join(', ')}.`);

/** The words of a page's heading, which is its first line. It stays: typedoc gives its own documents none. */
function readHeading(parts) {
  const [line] = parts
    .map(({ text }) => text)
    .join('')
    .split('\n', 1);
  return /^# (.+)$/.exec(line)?.[1].replaceAll('`', '');
}

rmSync(OUT, { recursive: true, force: true });
const app = await Application.bootstrapWithPlugins(
  { out: OUT, projectDocuments: [...pages.keys()], groupOrder: [...GROUP_ORDER, '*'], logLevel: 'Warn' },
  [new TypeDocReader(), new TSConfigReader(), new ArgumentsReader(300)],
);

// A page is called as its heading says, and stands in its group.
app.converter.on('createDocument', (_context, page) => {
  const path = relative(root, page.project.files.getReflectionPath(page)).replaceAll('\\', '/');
  const heading = readHeading(page.content);
  if (!heading) fail(`${path} does not begin with a heading.`);
  page.name = heading;
  page.frontmatter.group = pages.get(path);
  if (path === 'docs/cdn.md') fillTags(page.content);
});
showSources(app, OUT);
// A table that scrolls by itself is reached with the keyboard too.
app.renderer.on('endPage', (page) => {
  page.contents = page.contents?.replaceAll('<table>', '<table tabindex="0">');
  // The README begins with the same heading.
  if (page.url === 'index.html')
    page.contents = page.contents?.replace(/<div class="tsd-page-title">\s*<h1>[^<]*<\/h1>\s*<\/div>/, '');
});

const project = await app.convert();
if (!project) fail('The sources have errors: typedoc says which above.');
app.validate(project);
const undocumented = findUndocumented(project);
if (undocumented.length > 0) fail(`Nothing is said about ${undocumented.join(', ')}.`);
for (const { comment } of project.getReflectionsByKind(ReflectionKind.Class)) if (comment) groupTags(comment);
await app.generateDocs(project, OUT);
if (app.logger.hasErrors() || app.logger.hasWarnings()) fail('The docs have gaps: typedoc says which above.');
await writePlayground(OUT);
const broken = findBrokenLinks(OUT);
for (const line of broken) console.log(line);
if (broken.length > 0) fail(`${broken.length} links lead nowhere.`);
console.log(`Docs: ${join('.tmp/docs', 'index.html')}`);
