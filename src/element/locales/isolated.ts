/** Keeps names, codes and amounts in one piece where they stand in a sentence that runs from right to left. */

const FIRST_STRONG = '\u2068';
const POP = '\u2069';

/** A sentence that chooses by what it is given, and has none of it. */
const CHOOSES = 'discountLasts';

type Sentence = (...parts: never[]) => string;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** The same catalog; what is put into its sentences is isolated (Unicode, UAX #9). An empty part stays empty. */
export const isolated = <T extends object>(messages: T): T =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]: [string, unknown]) => [
      key,
      isSentence(value) && key !== CHOOSES ? (...parts: never[]) => value(...parts.map(isolate)) : value,
    ]),
  ) as T;

const isolate = (part: never): never =>
  (typeof part === 'string' && part !== '' ? `${FIRST_STRONG}${String(part)}${POP}` : part) as never;
