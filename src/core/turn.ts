/** Turns of the browser: long work in several tasks, between which it can draw and hear the customer. */

/** Resolves in a task of its own, before what the network brings where the browser can be told so (Safari cannot). */
export const turn = (): Promise<unknown> =>
  'scheduler' in globalThis
    ? scheduler.postTask(() => null, { priority: 'user-blocking' })
    : new Promise((resolve) => {
        // A timer would be slowed down in a page that nobody sees.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => {
          port1.close();
          resolve(event);
        };
        port2.postMessage(null);
      });
