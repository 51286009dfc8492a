/** Turns of the browser: long work in several tasks, between which it can draw and hear the customer. */

/** Resolves in a task of its own, before what the network brings. Where a browser has no such tasks it waits for nothing. */
export const turn = (): Promise<unknown> =>
  'scheduler' in globalThis ? scheduler.postTask(() => null, { priority: 'user-blocking' }) : Promise.resolve();
