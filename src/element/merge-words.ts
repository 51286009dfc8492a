/** Puts words over English, and keeps English where they cannot be used. */
import { warnOnce } from './warn.js';

type Sentence = (...parts: unknown[]) => unknown;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * English with other words over it. A word that is missing or of another kind stays English, and so does a sentence that throws
 * or gives no text; developers are told once per source.
 *
 * @param whole - Whether a word that is not given is missing: it is in a catalog, it is not in a host's own words.
 * @param source - Where the words are from, for the warning.
 */
export function overlay<T extends object>(english: T, given: unknown, whole: boolean, source: string): T {
  const wrong: string[] = [];
  const warn = (keys: string): void => {
    warnOnce(`${source}: ${keys} cannot be used. English is shown instead.`);
  };
  const merge = (own: unknown, other: unknown, name: string): unknown => {
    if (isGroup(own) && isGroup(other))
      return Object.fromEntries(
        Object.entries(own).map(([key, word]) => [
          key,
          merge(word, Reflect.get(other, key), name ? `${name}.${key}` : key),
        ]),
      );
    if (other === undefined ? whole : typeof own !== typeof other || isGroup(own)) wrong.push(name);
    else if (isSentence(own) && isSentence(other))
      return (...parts: unknown[]) => {
        try {
          const text = other(...parts);
          if (typeof text === 'string') return text;
        } catch {
          // Told below, like any other word that is none.
        }
        warn(name);
        return own(...parts);
      };
    else if (other !== undefined) return other;
    return own;
  };
  const words = merge(english, isGroup(given) ? given : {}, '') as T;
  if (wrong.length > 0) warn(wrong.join(', '));
  return words;
}
