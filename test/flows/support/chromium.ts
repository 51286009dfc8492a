/** The system's Chromium, started once for the stories of a worker: starting it takes longer than some of them. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { CHROMIUM_ARGS, PATIENCE_MS } from './chromium-args.js';
import { hearViolations } from './violations.js';

/** By its arguments. They end with the worker's process. */
const browsers = new Map<string, Promise<Browser>>();

function launch(args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS, ...args],
  });
}

/** The one there is, unless it has crashed. */
function startChromium(args: readonly string[]): Promise<Browser> {
  const key = args.join(' ');
  const started = (browsers.get(key) ?? launch(args)).then((one) => (one.isConnected() ? one : launch(args)));
  browsers.set(key, started);
  return started;
}

/** Opens pages, each a customer of their own; closed after each story. None may break the policy of its page. */
export function useChromium(args: readonly string[] = []): (options?: BrowserContextOptions) => Promise<Page> {
  const opened: BrowserContext[] = [];
  const heard: (() => readonly string[])[] = [];
  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close();
    expect(heard.splice(0).flatMap((each) => each())).toEqual([]);
  });
  return async (options) => {
    const context = await (await startChromium(args)).newContext(options);
    opened.push(context);
    heard.push(await hearViolations(context));
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
}
