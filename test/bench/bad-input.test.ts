/** What the bench says where something is missing, taken or broken; the rest is measured all the same. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResults, runBench, type Run } from './run-bench.js';

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('without a Chromium', () => {
  it('says so, and measures the server', async () => {
    const { code, output } = await runBench(['smoke', '--only', 'ours', '--out', await newFolder()], {
      CHROMIUM_PATH: '/nowhere/chromium',
    });
    expect(output).toContain('CHROMIUM_PATH names /nowhere/chromium, which is no program: correct it.');
    expect(output).toMatch(/Requests per second +\d/);
    expect(code).toBe(1);
  }, 120_000);
});

describe('with a busy port and a contender that cannot be built', () => {
  let folder: string;
  let run: Run;
  let out: string;
  let port: number;
  beforeAll(async () => {
    folder = await newFolder();
    await writeFile(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
    await writeFile(join(folder, 'main.js'), "import './is-not-there.js';\n");
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    port = typeof address === 'object' && address ? address.port : 0;
    out = await newFolder();
    const words = ['--only', `vanilla,${basename(folder)}`, '--peer', folder, '--port', String(port), '--out', out];
    run = await runBench(['smoke', ...words]);
    await new Promise((resolve) => taken.close(resolve));
  }, 180_000);

  it('takes another port, and says so', () => {
    expect(run.output).toContain(`Port ${String(port)} is in use: another one is taken.`);
  });

  it('names the contender and why, and ends with 1', () => {
    expect(run.output).toMatch(new RegExp(`${basename(folder)} could not be built: .*is-not-there`));
    expect(run.code).toBe(1);
  });

  it('measures the others', async () => {
    const { contenders, figures } = await readResults(out);
    expect(contenders.map(({ name }) => name)).toEqual(['vanilla']);
    expect(
      figures.find(({ visit, key }) => visit === 'fast' && key === 'usable')?.values['vanilla']?.median,
    ).toBeGreaterThan(0);
  });
});

describe('arguments', () => {
  it.each([
    [['sprint'], 'There is no bench sprint.'],
    [['--minutes', 'ten'], '--minutes is a number up to 120.'],
    [['--port', '70000'], '--port is a port.'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j', async (words, line) => {
    const { code, output } = await runBench(words);
    expect(output).toContain(line);
    expect(output).toContain('Use: npm run bench');
    expect(code).toBe(1);
  });
});
