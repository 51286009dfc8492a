/** The worked examples of tests run as their READMEs say. */
import { expect, it } from 'vitest';
import { runScript, runTool } from './support/run-tool.js';

it('a customer pays in jsdom, under msw', async () => {
  const { code, said } = await runTool('testing-vitest', 'vitest/vitest.mjs', 'run');
  expect(said).toContain('2 passed');
  expect(code, said).toBe(0);
}, 90_000);

it('a customer pays in jsdom, under Jest', async () => {
  const { code, said } = await runScript('testing-jest', 'test');
  expect(said).toContain('2 passed');
  expect(code, said).toBe(0);
}, 90_000);

it('a customer pays in a browser, driven by Playwright', async () => {
  const { code, said } = await runTool('testing-playwright', '@playwright/test/cli.js', 'test');
  expect(said).toContain('2 passed');
  expect(code, said).toBe(0);
}, 90_000);
