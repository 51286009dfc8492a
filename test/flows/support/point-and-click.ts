/**
 * A click as a customer's hand does it: the pointer first. Chromium learns a moment late where a frame of another
 * origin has come, gone, grown or been scrolled to, and until then gives a click to the wrong one of page and frame,
 * where it is lost.
 */
import { errors } from 'playwright-core';
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
  await Promise.any([clicked, leave(target, timeout)]).catch(() => clicked);
}

/** Until the target is gone. A frame that closes under a look fails that look, so another one follows. */
async function leave(target: Locator, timeout: number): Promise<void> {
  const look = () => target.waitFor({ state: 'detached', timeout });
  await look().catch((failure: unknown) => {
    if (failure instanceof errors.TimeoutError || target.page().isClosed()) throw failure;
    return look();
  });
}

async function point(target: Locator, timeout: number): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    await target.hover({ timeout });
    if (await target.evaluate((node) => node.matches(':hover'), undefined, { timeout })) return;
    if (Date.now() > deadline) throw new Error(`The pointer does not reach ${String(target)}.`);
  }
}
