/** Leaves the page; the promise stays open, as the page ends. */
export async function leaveFor(url: string): Promise<never> {
  window.location.assign(url);
  return new Promise<never>(() => {});
}
