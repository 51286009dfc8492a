/** The browser's storage, or memory and the tab's history where the browser refuses it. */

/** What is needed of a storage. */
export type SafeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a storage did not take; shared by everything on the page, as the storage would be. */
const MEMORY = { localStorage: new Map<string, string>(), sessionStorage: new Map<string, string>() };

/**
 * Wraps a storage that may be forbidden, full or gone: nothing throws, and what it did not take is remembered by the page and by its
 * place in the tab's history, which a reload and the way back from a bank keep.
 */
export function createSafeStorage(kind: 'localStorage' | 'sessionStorage'): SafeStorage {
  const memory = MEMORY[kind];
  const noted = (name: string): string | undefined =>
    attempt(() => (history.state as Readonly<Record<string, string>>)[kind + name]);
  const note = (name: string, value?: string): void => {
    if (noted(name) !== value)
      attempt(() => {
        history.replaceState({ ...(history.state as object | null), [kind + name]: value }, '');
      });
  };
  return {
    getItem: (name) => memory.get(name) ?? noted(name) ?? attempt(() => window[kind].getItem(name)) ?? null,
    setItem(name, value) {
      const stored = attempt(() => {
        window[kind].setItem(name, value);
        return true;
      });
      if (stored) memory.delete(name);
      else memory.set(name, value);
      note(name, stored ? undefined : value);
    },
    removeItem(name) {
      memory.delete(name);
      note(name);
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
