/** Backends that break one promise of opening, reading or changing are caught, each by the case that should, and by no other. */
import { expect, it } from 'vitest';
import { CHANGING_WRONGLY } from './broken/changing.js';
import { ONCE_AND_RESUME } from './broken/once.js';
import { OPENING_AND_TRUTH } from './broken/opening.js';
import { SELLING_WRONGLY } from './broken/selling.js';
import { failuresOf } from './support/verify-server.js';

const BROKEN = [...OPENING_AND_TRUTH, ...ONCE_AND_RESUME, ...SELLING_WRONGLY, ...CHANGING_WRONGLY];

it.each(BROKEN)(
  '$id catches a backend that $does',
  async ({ id, build }) => {
    expect(await failuresOf(build)).toEqual([id]);
  },
  60_000,
);
