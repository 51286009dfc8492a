/**
 * A click as a customer's hand does it: the pointer first. Chromium learns a moment late where a frame of another
 * origin has come, gone, grown or been scrolled to, and until then gives a click to the wrong one of page and frame,
 * where it is lost.
 */
import type { Locator } from 'playwright-core';
import { PATIENCE_MS } from './chromium-args.js';

/** Clicks once the target itself says that the pointer is on it. `timeout` in milliseconds, for each look. */
export async function pointAndClick(target: Locator, timeout = PATIENCE_MS): Promise<void> {
  await point(target, timeout);
  await target.click({ timeout });
}

/** The same for a click that takes away the frame that has it: a frame that is gone may never acknowledge it. */
export async function clickAway(target: Locator, timeout = PATIENCE_MS): Promise<void> {
  await point(target, timeout);
  const clicked = target.click({ timeout });
  const gone = target.waitFor({ state: 'detached', timeout });
  // Whichever is not first has nothing to say.
  clicked.catch(() => undefined);
  gone.catch(() => undefined);
  await Promise.race([clicked, gone]);
}

async function point(target: Locator, timeout: number): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    await target.hover({ timeout });
    if (await target.evaluate((node) => node.matches(':hover'), undefined, { timeout })) return;
    if (Date.now() > deadline) throw new Error(`The pointer does not reach ${String(target)}.`);
  }
}
