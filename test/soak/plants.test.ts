/** The soak finds bugs: each is planted while the source is loaded. */
import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { PLANTS } from './plants.mjs';

const run = (...args: string[]): Promise<{ code: number; text: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/soak.mjs', ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), text: stdout + stderr });
    });
  });

it.each(Object.keys(PLANTS))('finds %s', { timeout: 300_000 }, async (name) => {
  const { code, text } = await run('--seed', '5', '--runs', '1500', '--plant', name);
  expect(text).toMatch(/Broken: .*\n[\s\S]*Again: npm run soak -- --seed 5 --runs 1500 --path "/);
  expect(code).toBe(1);
});

it('says what it wants', async () => {
  expect(await run('--runs', 'many')).toMatchObject({
    code: 1,
    text: expect.stringContaining('whole numbers') as string,
  });
  expect(await run('--plant', 'nothing')).toMatchObject({
    code: 1,
    text: expect.stringContaining('removed-guard') as string,
  });
});
