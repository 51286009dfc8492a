/** Tables are walked by age from any entry, also when entries have gone. */
import { expect, it } from 'vitest';
import { Table } from '../../../../src/simulator/api/state/table.js';

const filled = (...keys: string[]): Table<string> => {
  const table = new Table<string>();
  for (const key of keys) table.set(key, key);
  return table;
};

it('is read from the newest back, or from an entry on in either direction', () => {
  const table = filled('a', 'b', 'c', 'd');
  expect([...table.older()]).toEqual(['d', 'c', 'b', 'a']);
  expect([...table.older('c')]).toEqual(['b', 'a']);
  expect([...table.newer('b')]).toEqual(['c', 'd']);
});

it('passes over what was deleted, and puts what comes back at the end', () => {
  const table = filled('a', 'b', 'c');
  table.delete('b');
  table.delete('c');
  table.set('d', 'd');
  table.set('b', 'b again');
  expect([...table.older()]).toEqual(['b again', 'd', 'a']);
  expect(table.size).toBe(3);
});

it('keeps the place of an entry that is written again', () => {
  const table = filled('a', 'b');
  table.set('a', 'changed');
  expect([...table.older()]).toEqual(['b', 'changed']);
});
