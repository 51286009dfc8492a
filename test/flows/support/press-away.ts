/** A key that takes away the frame that has it: a frame that is gone never acknowledges it, so nobody waits for that. */
import type { Page } from 'playwright-core';

export function pressAway(page: Page, key: string): void {
  page.keyboard.press(key).catch(() => undefined);
}
