/** The system's Chromium, started once per file of stories. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { CHROMIUM_ARGS, KEEPS_PAGES, PATIENCE_MS } from './chromium-args.js';
import { hearViolations } from './violations.js';

/**
 * Opens pages, each a customer of their own; closed after each story. None may break the policy of its page. `keepsPages`: with the
 * back-forward cache that customers have.
 */
export function useChromium(
  args: readonly string[] = [],
  { keepsPages = false } = {},
): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Promise<Browser> | undefined;
  const heard: (() => readonly string[])[] = [];
  afterEach(async () => {
    for (const context of (await browser)?.contexts() ?? []) await context.close();
    expect(heard.splice(0).flatMap((each) => each())).toEqual([]);
  });
  afterAll(async () => {
    await (await browser)?.close();
  });
  return async (options) => {
    browser ??= chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [...CHROMIUM_ARGS, ...args],
      ...(keepsPages && KEEPS_PAGES),
    });
    const context = await (await browser).newContext(options);
    heard.push(await hearViolations(context));
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
}
