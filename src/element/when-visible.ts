/** Waits until an element is scrolled into view. */

/** Runs the action once the element is seen; at once where a browser cannot tell. Returns the way to stop waiting. */
export function whenVisible(element: Element, action: () => void): () => void {
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
