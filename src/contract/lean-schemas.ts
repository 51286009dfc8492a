/**
 * What the schemas of the contract use of `zod/mini`, in a third of a kilobyte: in the file for pages without a build it stands in for the
 * library. What zod takes it takes, what zod refuses it refuses, at the same place; it knows no messages.
 */
import { regexes } from 'zod/v4/core';

export { regexes };

/** Where a value does not fit. */
interface Issue {
  readonly path: readonly PropertyKey[];
}

/** What a check is given; it adds what it does not like. */
interface Payload {
  readonly value: unknown;
  readonly issues: Partial<Issue>[];
}

type Answer =
  | { readonly success: true; readonly data: unknown; readonly error?: undefined }
  | { readonly success: false; readonly data?: undefined; readonly error: { readonly issues: readonly Issue[] } };

/** Reads a value, and notes what does not fit. */
type Read = (value: unknown, note: (...path: readonly PropertyKey[]) => void) => unknown;

/** A schema, as far as it is needed. */
interface Schema {
  readonly read: Read;
  readonly shape: Readonly<Record<string, Schema>>;
  readonly check: (test: (payload: Payload) => void) => Schema;
  readonly safeParse: (value: unknown) => Answer;
}

const make = (read: Read, shape: Schema['shape'] = {}): Schema => ({
  read,
  shape,
  check: (test) =>
    make((value, note) => {
      const issues: Partial<Issue>[] = [];
      const found = read(value, (...path) => issues.push({ path }));
      if (issues.length === 0) test({ value: found, issues });
      for (const { path = [] } of issues) note(...path);
      return found;
    }),
  safeParse: (value) => {
    const issues: Issue[] = [];
    const data = read(value, (...path) => issues.push({ path }));
    return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
  },
});

const must = (fits: (value: unknown) => boolean): Schema =>
  make((value, note) => {
    if (!fits(value)) note();
    return value;
  });

/** Nothing here makes code at run time. */
export const config = (): void => undefined;

/** A text. */
export const string = (): Schema => must((value) => typeof value === 'string');

/** A finite number. */
export const number = (): Schema => must(Number.isFinite);

/** Yes or no. */
export const boolean = (): Schema => must((value) => typeof value === 'boolean');

/** One of these values. */
export const literal = (values: unknown): Schema => must((value) => [values].flat().includes(value));

/** Nothing, or what the schema says. */
export const optional = ({ read }: Schema): Schema =>
  make((value, note) => (value === undefined ? value : read(value, note)));

/** `null`, or what the schema says. */
export const nullable = ({ read }: Schema): Schema =>
  make((value, note) => (value === null ? value : read(value, note)));

/** A list. */
export const array = ({ read }: Schema): Schema =>
  make((list, note) => {
    if (Array.isArray(list))
      return list.map((value: unknown, index) =>
        read(value, (...path) => {
          note(index, ...path);
        }),
      );
    note();
    return list;
  });

/** An object; of what it has beside its shape nothing is kept. */
export const object = (shape: Schema['shape']): Schema =>
  make((value, note) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      note();
      return value;
    }
    const given = new Map<string, unknown>(Object.entries(value));
    return Object.fromEntries(
      Object.entries(shape).flatMap(([key, { read }]) => {
        const found = read(given.get(key), (...path) => {
          note(key, ...path);
        });
        return given.has(key) ? [[key, found]] : [];
      }),
    );
  }, shape);
