/** Any counts an arm can have, small and huge, edges first among them. */
import fc from 'fast-check';
import type { Counts } from '../../../../src/report/statistics/counts.js';

export const anyCounts = ({ min = 0, max = 2_000_000_000 } = {}): fc.Arbitrary<Counts> =>
  fc.oneof(fc.integer({ min, max: 60 }), fc.integer({ min, max: 5000 }), fc.integer({ min, max })).chain((units) =>
    fc.record({
      units: fc.constant(units),
      conversions: fc.oneof(
        fc.constantFrom(0, units, Math.floor(units / 2)),
        fc.integer({ min: 0, max: Math.min(units, 30) }),
        fc.integer({ min: 0, max: units }),
      ),
    }),
  );
