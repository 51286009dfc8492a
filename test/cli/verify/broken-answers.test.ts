/** Backends that break one promise of bodies, origins, owners, webhooks or every answer are caught, each by the case that should, and by no other. */
import { expect, it } from 'vitest';
import { GROUPS } from '../../../src/cli/verify/cases.js';
import { TAKING_ANYTHING } from './broken/bodies.js';
import { CHANGING_WRONGLY } from './broken/changing.js';
import { EVERY_ANSWER } from './broken/every.js';
import { PAGES } from './broken/hosted.js';
import { ONCE_AND_RESUME } from './broken/once.js';
import { OPENING_AND_TRUTH } from './broken/opening.js';
import { NOT_ASKING_WHO } from './broken/owners.js';
import { SELLING_WRONGLY } from './broken/selling.js';
import { BELIEVING } from './broken/webhooks.js';
import { failuresOf } from './support/verify-server.js';

const BROKEN = [...TAKING_ANYTHING, ...NOT_ASKING_WHO, ...BELIEVING, ...EVERY_ANSWER, ...PAGES];

it.each(BROKEN)(
  '$id catches a backend that $does',
  async ({ id, build }) => {
    expect(await failuresOf(build)).toEqual([id]);
  },
  60_000,
);

it('there is one for every case', () => {
  const all = [...BROKEN, ...OPENING_AND_TRUTH, ...ONCE_AND_RESUME, ...SELLING_WRONGLY, ...CHANGING_WRONGLY];
  const ids = GROUPS.flatMap(({ cases }) => cases.map(({ id }) => id));
  expect(all.map(({ id }) => id).sort()).toEqual(ids.sort());
});
