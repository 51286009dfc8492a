/** Waits until a tag is to be loaded. */

/** Runs the action once the element is seen; at once where a browser cannot tell. Returns the way to stop waiting. */
function whenVisible(element: Element, action: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    action();
    return () => undefined;
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    action();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

/** Loads a tag when it says: at once, once it is seen, or not by itself. Returns the way to stop waiting, if it waits. */
export function whenWanted(tag: Element & { readonly loading: string | null; load(): void }): (() => void) | null {
  if (tag.loading === 'lazy')
    return whenVisible(tag, () => {
      tag.load();
    });
  if (tag.loading !== 'manual') tag.load();
  return null;
}
