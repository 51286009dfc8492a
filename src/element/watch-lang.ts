/** Watches `lang` around an element. */

/**
 * Calls back when a `lang` changes in the document, or in a shadow root around the element. Nothing else is watched.
 * Returns the way to stop.
 */
export function watchLang(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let at: Node | null = element; at;) {
    const root: Node = at.getRootNode();
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return () => {
    observer.disconnect();
  };
}
