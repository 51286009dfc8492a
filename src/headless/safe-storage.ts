/** The browser's storage, or memory where the browser refuses it. */

/** What is needed of a storage. */
export type SafeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a storage did not take; shared by everything on the page, as the storage would be. */
const MEMORY = { localStorage: new Map<string, string>(), sessionStorage: new Map<string, string>() };

/** Wraps a storage that may be forbidden, full or gone: it then forgets with the page, and nothing throws. */
export function createSafeStorage(kind: 'localStorage' | 'sessionStorage'): SafeStorage {
  const memory = MEMORY[kind];
  return {
    getItem: (name) => memory.get(name) ?? attempt(() => window[kind].getItem(name)) ?? null,
    setItem(name, value) {
      const stored = attempt(() => {
        window[kind].setItem(name, value);
        return true;
      });
      if (stored) memory.delete(name);
      else memory.set(name, value);
    },
    removeItem(name) {
      memory.delete(name);
      attempt(() => {
        window[kind].removeItem(name);
      });
    },
  };
}

/** Reading `window.localStorage` alone may throw. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
