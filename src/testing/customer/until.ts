/** Waits until something is so. */

/** How long a customer of a test waits, in milliseconds. */
const PATIENCE_MS = 10_000;

/** As often as a screen is drawn, in milliseconds. */
const GLANCE_MS = 16;

// Taken now: a test may put a clock of its own in its place.
const { setTimeout: later } = globalThis;
const now = performance.now.bind(performance);

/** Resolves with what is found once there is something. Rejects with what was waited for. */
export async function until<T>(what: string, find: () => Promise<T | false | null>): Promise<T> {
  const end = now() + PATIENCE_MS;
  for (;;) {
    const found = await find();
    if (found !== false && found !== null) return found;
    if (now() > end) throw new Error(`Waited ${PATIENCE_MS / 1000} seconds for ${what}.`);
    await new Promise((resolve) => later(resolve, GLANCE_MS));
  }
}
