/** Loads our later files, and knows when a page can no longer load one: browsers may remember that one could not be had, or was not whole. */

let failures = 0;

/** Runs an import. */
export async function loadFile<T>(load: () => Promise<T>): Promise<T> {
  try {
    const file = await load();
    failures = 0;
    return file;
  } catch (cause) {
    failures += 1;
    throw cause;
  }
}

/** One has failed again after it was tried again, with a network that is there: a new page can have it, this one perhaps never. */
export const isPageStale = (): boolean => failures > 1 && navigator.onLine;
