/** What the element needs of a browser and jsdom does not have. */

/** Adds what is missing; in a browser that is nothing. */
export function fillGaps(): void {
  const { prototype } = ElementInternals;
  if ('states' in prototype) return;
  const states = new WeakMap<object, Set<string>>();
  Object.defineProperty(prototype, 'states', {
    configurable: true,
    get(this: object) {
      const own = states.get(this) ?? new Set<string>();
      states.set(this, own);
      return own;
    },
  });
}
