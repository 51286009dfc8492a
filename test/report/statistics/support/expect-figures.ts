/** No figure is NaN or infinite, however deep it lies. */
import { expect } from 'vitest';

export function expectFigures(found: unknown, path = 'result'): void {
  if (typeof found === 'number') expect(Number.isFinite(found), `${path} is ${found}`).toBe(true);
  else if (typeof found === 'object' && found !== null)
    for (const [name, inner] of Object.entries(found)) expectFigures(inner, `${path}.${name}`);
}
