import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseClientReference, toClientReference } from '../../src/contract/client-reference.js';

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,63}$/);
const hash = fc.stringMatching(/^[0-9a-f]{32}$/);

it('reads what it wrote, and fits what Stripe holds', () => {
  fc.assert(
    fc.property(fc.record({ experiment: slug, variant: slug, unitHash: hash }), (reference) => {
      const text = toClientReference(reference);
      expect(text.length).toBeLessThanOrEqual(200);
      expect(parseClientReference(text)).toEqual(reference);
    }),
  );
});

it.each([null, '', 'order-17', 'bc1', 'bc1.a.b', 'bc1.a.b.c.d', 'bc2.a.b.c', 'bc1.a b.c.d'])(
  'leaves the merchant’s own reference alone: %s',
  (value) => {
    expect(parseClientReference(value)).toBeNull();
  },
);
