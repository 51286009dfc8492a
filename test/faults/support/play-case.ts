/** Plays one case in a world and a browser of its own. */
import type { Browser } from 'playwright-core';
import type { Case } from './cases.js';
import { Playing } from './playing.js';
import { Broken } from './promises.js';
import { World } from './world.js';

/** No case takes so long, in milliseconds of ours. */
const MOST_MS = 180_000;

/** Plays; rejects with what is broken. `note` hears what was done and seen. */
export async function playCase(played: Case, browser: Browser, note: (text: string) => void): Promise<void> {
  const world = await World.open();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Broken('an end to every wait', 'the case itself does not end'));
    }, MOST_MS);
  });
  try {
    await Promise.race([new Playing(played, world, context, note).play(), late]);
  } finally {
    clearTimeout(timer);
    // A page is not closed before what it asks for is answered.
    world.lift();
    await context.close();
    await world.close();
  }
}
