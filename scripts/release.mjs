/**
 * Tries a release without making one: which version the changesets come to, and what npm would publish. Asks no network. With
 * `--version` it writes that version, and takes the changesets away.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root } from './run.mjs';

const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Changesets know a package beside workspaces as none of theirs, so they are run in a copy that has none. */
function toVersion() {
  const folder = mkdtempSync(join(tmpdir(), 'billing-release-'));
  try {
    cpSync(join(root, '.changeset'), join(folder, '.changeset'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...read(root), workspaces: undefined }));
    execFileSync(process.execPath, [join(root, 'node_modules/@changesets/cli/bin.js'), 'version'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return read(folder).version;
  } catch (error) {
    return fail(`The changesets do not make a version: ${error.stderr || error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What npm would publish, for a registry that is nowhere. */
function tryPublish() {
  const args = [
    'publish',
    '--dry-run',
    '--json',
    '--ignore-scripts',
    '--fetch-retries=0',
    '--registry=http://127.0.0.1:9/',
  ];
  const said = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const told = JSON.parse(said);
  return told.files ? told : Object.values(told)[0];
}

/** All that may be published. */
const PUBLISHED = /^(?:dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/;

const version = toVersion();
if (version === read(root).version) fail('There is no changeset: npm run changeset.');
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
if (!changes.includes(`## [${version}]`))
  fail(`CHANGELOG.md has no section for ${version}, which the changesets come to.`);

if (process.argv.includes('--version')) {
  const file = join(root, 'package.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/("version": )"[^"]*"/, `$1"${version}"`));
  execFileSync('git', ['rm', '--quiet', ':(glob).changeset/*.md'], { cwd: root });
  console.log(`package.json says ${version}; give its section in CHANGELOG.md a day, and commit.`);
} else {
  const { files, size } = tryPublish();
  const strangers = files.map(({ path }) => path).filter((path) => !PUBLISHED.test(path));
  if (strangers.length > 0) fail(`These would be published, and are nobody's business: ${strangers.join(', ')}.`);
  console.log(`Would be ${version}: ${files.length} files, ${Math.round(size / 1000)} kB packed.`);
}
