/** Makes pseudo-locales of English: what is not from a catalog, too narrow, or laid out the wrong way is seen at once. */

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const ACCENTED = 'ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž';
/** Stand for what is put into a sentence, while its own words are changed. Private use: no catalog has them. */
const FIRST_MARK = 0xe000;

type Sentence = (...parts: unknown[]) => unknown;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** Names of forms, not texts: sentences choose by them. */
const CHOICES: readonly unknown[] = ['once', 'forever', ''];

/** Accented, and a third longer: `[Šåṽé ····]`. Numbers stay. */
export function accented(text: string): string {
  const words = text.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  return `[${words} ${'·'.repeat(Math.ceil(text.length / 3))}]`;
}

/** Written from right to left, letter by letter. */
export const mirrored = (text: string): string => `\u202e${text}\u202c`;

/** The same messages, their own words changed; what is put into them is not. */
export const pseudo = <T extends object>(messages: T, change: (text: string) => string): T =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]: [string, unknown]) => [key, changeWord(value, change)]),
  ) as T;

function changeWord(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'object' && value !== null) return pseudo(value, change);
  if (!isSentence(value)) return value;
  return (...parts: unknown[]) => {
    const marked = parts.map((part, index) =>
      typeof part === 'string' && !CHOICES.includes(part) ? String.fromCharCode(FIRST_MARK + index) : part,
    );
    return change(String(value(...marked))).replace(/[\ue000-\ue00f]/g, (mark) =>
      String(parts[mark.charCodeAt(0) - FIRST_MARK]),
    );
  };
}
