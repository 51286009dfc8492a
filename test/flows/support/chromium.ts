/** The system's Chromium, started once for all files that one process runs: it ends with that process. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { CHROMIUM_ARGS } from '../../../scripts/chromium-args.mjs';
import { KEEPS_PAGES, PATIENCE_MS } from './chromium-args.js';
import { hearViolations } from './violations.js';

/** By what they were started with. */
const browsers = new Map<string, Promise<Browser>>();

/**
 * Opens pages, each a customer of their own; closed after each story. None may break the policy of its page. `keepsPages`: with the
 * back-forward cache that customers have.
 */
export function useChromium(
  args: readonly string[] = [],
  { keepsPages = false } = {},
): (options?: BrowserContextOptions) => Promise<Page> {
  const contexts: BrowserContext[] = [];
  const heard: (() => readonly string[])[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(heard.splice(0).flatMap((each) => each())).toEqual([]);
  });
  return async (options) => {
    const browser = await startOnce(args, keepsPages);
    const context = await browser.newContext(options);
    contexts.push(context);
    heard.push(await hearViolations(context));
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
}

async function startOnce(args: readonly string[], keepsPages: boolean): Promise<Browser> {
  const name = JSON.stringify([args, keepsPages]);
  const known = browsers.get(name);
  if (known !== undefined) return known;
  const starting = start(args, keepsPages);
  browsers.set(name, starting);
  // One that has died is nobody's any more.
  (await starting).once('disconnected', () => browsers.delete(name));
  return starting;
}

const start = (args: readonly string[], keepsPages: boolean): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS, ...args],
    ...(keepsPages && KEEPS_PAGES),
  });
