/** A host's own check: what it says counts, what it does not say stops nobody. */
import { afterEach, expect, it, vi } from 'vitest';
import { checkSchema } from '../../src/headless/check-schema.js';
import type { StandardResult } from '../../src/core/extra-fields.js';

afterEach(() => {
  vi.useRealTimers();
});

const ask = async (validate: (value: unknown) => StandardResult | Promise<StandardResult>) => {
  const warnings: string[] = [];
  const found = checkSchema('team', { '~standard': { version: 1, vendor: 'test', validate } }, 'x', (hint) =>
    warnings.push(hint),
  );
  return { found, warnings };
};

it('is heard, at once or later', async () => {
  const issues = [{ message: 'No such team.' }, { message: 'Too short.' }];
  await expect((await ask(() => ({ issues }))).found).resolves.toBe('No such team.');
  await expect((await ask(() => Promise.resolve({ issues }))).found).resolves.toBe('No such team.');
  await expect((await ask((value) => ({ value }))).found).resolves.toBeNull();
});

it('that never answers is left after five seconds, and developers are told', async () => {
  vi.useFakeTimers();
  const { found, warnings } = await ask(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(4_999);
  expect(warnings).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await expect(found).resolves.toBeNull();
  expect(warnings).toEqual([
    'fields: the schema of "team" failed: no answer in five seconds. What is typed was taken unchecked.',
  ]);
});
