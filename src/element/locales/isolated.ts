/** Keeps names, codes and amounts in one piece where they stand in a sentence that runs from right to left. */

const FIRST_STRONG = '\u2068';
const POP = '\u2069';

/** A sentence that chooses by what it is given, and has none of it. */
const CHOOSES = 'discountLasts';

type Sentence = (...parts: unknown[]) => unknown;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/**
 * The same catalog; what is put into its sentences is isolated (Unicode, UAX #9). An empty part stays empty, and one that is a
 * sentence of the catalog stays as it is.
 */
export const isolated = <T extends object>(messages: T): T =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]: [string, unknown]) => [
      key,
      isSentence(value) && key !== CHOOSES ? (...parts: unknown[]) => value(...parts.map(isolate)) : value,
    ]),
  ) as T;

const isolate = (part: unknown): unknown =>
  typeof part === 'string' && part !== '' && !part.includes(FIRST_STRONG) ? FIRST_STRONG + part + POP : part;
