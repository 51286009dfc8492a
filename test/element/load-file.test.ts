// @vitest-environment jsdom
/** When a page can no longer load a file of ours. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const load = async () => {
  vi.resetModules();
  return import('../../src/element/load-file.js');
};
let page: Awaited<ReturnType<typeof load>>;
const fails = () => Promise.reject(new SyntaxError('Unexpected end of input'));

beforeEach(async () => {
  page = await load();
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('is once one has failed twice', async () => {
  expect(page.isPageStale()).toBe(false);
  await expect(page.loadFile(fails)).rejects.toThrow('Unexpected end');
  expect(page.isPageStale()).toBe(false);
  await expect(page.loadFile(fails)).rejects.toThrow('Unexpected end');
  expect(page.isPageStale()).toBe(true);
});

it('is not once one has come', async () => {
  await expect(page.loadFile(fails)).rejects.toThrow();
  expect(await page.loadFile(() => Promise.resolve('file'))).toBe('file');
  await expect(page.loadFile(fails)).rejects.toThrow();
  expect(page.isPageStale()).toBe(false);
});

it('is not while there is no network: a new page could not be had either', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect(page.loadFile(fails)).rejects.toThrow();
  await expect(page.loadFile(fails)).rejects.toThrow();
  expect(page.isPageStale()).toBe(false);
});
