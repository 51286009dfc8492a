/** The worked examples of tests run as their READMEs say. */
import { expect, it } from 'vitest';
import { linesOf, runLine } from './support/shell.js';

it.each([
  ['a customer pays in jsdom, under msw', 'testing-vitest'],
  ['a customer pays in jsdom, under Jest', 'testing-jest'],
  ['a customer pays in a browser, driven by Playwright', 'testing-playwright'],
])(
  '%s',
  async (_, example) => {
    const [test = '', ...more] = linesOf(example);
    expect(more).toEqual([]);
    const { CHROMIUM_PATH = '/usr/bin/chromium' } = process.env;
    const { code, said } = await runLine(test.replace('/usr/bin/chromium', CHROMIUM_PATH));
    expect(said).toContain('2 passed');
    expect(code, said).toBe(0);
  },
  90_000,
);
