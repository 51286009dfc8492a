/** Whether a text is one of the catalog's, whatever amounts and dates are in it. */
import { extraWords } from '../../../src/element/extras/extra-words.js';
import { en } from '../../../src/element/locales/en.js';

/** Stripe's own sentences, which are written for customers and shown as they are. */
const STRIPES = [
  'We are experiencing issues connecting to our payments provider.',
  'An error occurred with our connection to Stripe.',
  'A processing error occurred.',
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
];

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Each text of a catalog as what it can look like. */
function toPatterns(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'string') return [escape(word)];
    if (typeof word === 'object' && word !== null) return toPatterns(word);
    if (typeof word !== 'function') return [];
    const made: unknown = attempt(() => (word as (...given: string[]) => unknown)('\u0001', '\u0001', '\u0001'));
    return typeof made === 'string' ? [escape(made).replaceAll('\u0001', '.+')] : [];
  });
}

function attempt(action: () => unknown): unknown {
  try {
    return action();
  } catch {
    return null;
  }
}

const known = new RegExp(
  `^(?:${[...toPatterns(en), ...toPatterns(extraWords), ...STRIPES.map(escape), 'Please check one thing'].join('|')})`,
  's',
);

/** Begins with a sentence of the catalog, or of Stripe's. */
export const isOfCatalog = (text: string): boolean => known.test(text);
