/** Turns of the browser: long work in several tasks, between which it can draw and hear the customer. */

/**
 * Resolves in a task of its own, before what the network brings where the browser can be told so (Safari cannot). Where there
 * are no such tasks, as under Jest, it waits for nothing.
 */
export async function turn(): Promise<void> {
  if ('scheduler' in globalThis) await scheduler.postTask(() => null, { priority: 'user-blocking' });
  else if ('MessageChannel' in globalThis) {
    // A timer would be slowed down in a page that nobody sees, and stand still where a test holds the clock.
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}
