/**
 * A click as a customer's hand does it: the pointer first. Chromium learns a moment late where a frame of another
 * origin has come, gone, grown or been scrolled to, and until then gives a click to the wrong one of page and frame,
 * where it is lost.
 */
import type { Locator } from 'playwright-core';
import { PATIENCE_MS } from './chromium-args.js';

/** Clicks once the target itself says that the pointer is on it. `timeout` in milliseconds, for each look. */
export async function pointAndClick(target: Locator, timeout = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    await target.hover({ timeout });
    if (await target.evaluate((node) => node.matches(':hover'), undefined, { timeout })) break;
    if (Date.now() > deadline) throw new Error(`The pointer does not reach ${String(target)}.`);
  }
  await target.click({ timeout });
}
