/** jsdom with what it lacks: Node's `fetch` and its kin, Node's `crypto`, and listeners that a signal of Node's takes away. */
import FixedJsdomEnvironment from 'jest-fixed-jsdom';

export default class extends FixedJsdomEnvironment {
  async setup() {
    await super.setup();
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto });
    // jsdom listens until a signal of its own says no more; there are Node's only, which `fetch` wants.
    for (const target of [this.global, this.global.EventTarget.prototype]) {
      const { addEventListener } = target;
      target.addEventListener = function (type, listener, options) {
        const { signal, ...others } = typeof options === 'boolean' ? { capture: options } : (options ?? {});
        if (signal?.aborted) return;
        signal?.addEventListener('abort', () => this.removeEventListener(type, listener, others), { once: true });
        addEventListener.call(this, type, listener, others);
      };
    }
  }
}
