/** What Angular's compiler says of the example: its `$event` is typed by the tag's name, and nothing else of the tag is. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'examples/frontends/angular');

/** What the compiler of strict templates says of the page with a change. */
function compileWith(from: string, to: string): Promise<string> {
  const page = readFileSync(join(example, 'src/upgrade.ts'), 'utf8');
  expect(page).toContain(from);
  const folder = join(root, '.tmp', `angular-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, 'upgrade.ts'), page.replace(from, to));
  const options = { extends: join(example, 'tsconfig.json'), compilerOptions: { noEmit: true }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  return new Promise((resolve) => {
    const compiler = join(root, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
    execFile(process.execPath, [compiler, '-p', folder], (_, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

it('has nothing against the example', async () => {
  expect(await compileWith('$event.detail.sessionId', '$event.detail.sessionId')).toBe('');
}, 60_000);

it('knows the detail of an event', async () => {
  expect(await compileWith('$event.detail.sessionId', '$event.detail.sesionId')).toContain("'sesionId' does not exist");
}, 60_000);

it('knows no property', async () => {
  expect(await compileWith('[quantity]="seats()"', '[quantiti]="seats()"')).toBe('');
}, 60_000);
