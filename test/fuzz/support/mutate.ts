/** Takes a good body, and spoils it in a few places. */
import fc from 'fast-check';
import { hostileText, hostileValue, toText, type Json } from './hostile.js';

/** One thing that is done to a body. `at` picks a place among all there are. */
type Mutation =
  | { readonly do: 'set'; readonly at: number; readonly value: Json }
  | { readonly do: 'add'; readonly at: number; readonly key: string; readonly value: Json }
  | { readonly do: 'drop'; readonly at: number }
  | { readonly do: 'fill'; readonly size: number }
  | { readonly do: 'repeat'; readonly key: string; readonly value: Json }
  | { readonly do: 'cut'; readonly at: number }
  | { readonly do: 'replace'; readonly value: Json };

const at = fc.nat(200);
const key = fc.oneof(
  fc.constantFrom(
    'contract',
    'kind',
    'items',
    'change',
    'fields',
    'events',
    'price',
    'quantity',
    'amount',
    '__proto__',
  ),
  hostileText,
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('set'), at, value: hostileValue }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add'), at, key, value: hostileValue }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill'), size: fc.constantFrom(1_000, 60_000, 70_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat'), key, value: hostileValue }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace'), value: hostileValue }) },
);

/** A body: good in half of all cases, spoiled in one to three places else. */
export const spoiled = (good: fc.Arbitrary<Json>): fc.Arbitrary<string> =>
  fc
    .tuple(
      good,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) },
      ),
    )
    .map(([body, mutations]) => mutations.reduce(spoil, toText(body)));

function spoil(text: string, mutation: Mutation): string {
  switch (mutation.do) {
    case 'set':
    case 'add':
    case 'drop':
      return change(text, mutation);
    case 'fill':
      return text.replace('{', `{${' '.repeat(mutation.size)}`);
    case 'repeat':
      return text.replace('{', `{${JSON.stringify(mutation.key)}:${toText(mutation.value)},`);
    case 'cut':
      return text.slice(0, mutation.at);
    case 'replace':
      return toText(mutation.value);
  }
}

/** Text that is no JSON any more stays as it is. */
function change(text: string, mutation: Extract<Mutation, { do: 'set' | 'add' | 'drop' }>): string {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  const places = placesOf(body, 0);
  const place = places[mutation.at % Math.max(places.length, 1)];
  if (place === undefined) return text;
  return toText(write(body, place, mutation));
}

type Path = readonly (string | number)[];

/** Every place in a value, itself excepted; a few levels deep. */
function placesOf(value: Json, depth: number): Path[] {
  if (typeof value !== 'object' || value === null || depth > 5) return [];
  const entries: (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.slice(0, 50).map((item: Json, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([step, item]) => [[step], ...placesOf(item, depth + 1).map((rest) => [step, ...rest])]);
}

function write(value: Json, path: Path, mutation: Extract<Mutation, { do: 'set' | 'add' | 'drop' }>): Json {
  const [step, ...rest] = path;
  if (step === undefined) return mutation.do === 'set' ? mutation.value : value;
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    if (rest.length > 0) return items.map((item, index) => (index === step ? write(item, rest, mutation) : item));
    if (mutation.do === 'drop') return items.filter((_, index) => index !== step);
    if (mutation.do === 'add') return [...items, mutation.value];
    return items.map((item, index) => (index === step ? mutation.value : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (rest.length > 0)
    return Object.fromEntries(
      entries.map(([name, item]) => [name, name === step ? write(item, rest, mutation) : item]),
    );
  if (mutation.do === 'drop') return Object.fromEntries(entries.filter(([name]) => name !== step));
  if (mutation.do === 'add') return Object.fromEntries([...entries, [mutation.key, mutation.value]]);
  return Object.fromEntries(entries.map(([name, item]) => [name, name === step ? mutation.value : item]));
}
