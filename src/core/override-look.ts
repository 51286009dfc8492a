/** Puts what a page says about Stripe's fields over what the tokens say. */
import type { Font, Look } from './ports.js';

/** What a page says; nobody has checked it. */
export interface OwnLook {
  readonly appearance: unknown;
  readonly fonts: unknown;
}

/** What may be chosen beside variables and rules. */
const CHOICES: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>(
  Object.entries({
    theme: ['stripe', 'night', 'flat'],
    labels: ['auto', 'above', 'floating'],
    inputs: ['spaced', 'condensed'],
    disableAnimations: [true, false],
  }),
);

/**
 * A look with the page's own Appearance over it, name by name. What is no Appearance is left out, and told to `warn` in one
 * sentence.
 */
export function overrideLook(look: Look, { appearance, fonts }: OwnLook, warn: (hint: string) => void): Look {
  const wrong: string[] = [];
  const entries = (value: unknown, path: string): [string, unknown][] => {
    if (isRecord(value)) return Object.entries(value).filter(([, each]) => each !== undefined);
    wrong.push(path);
    return [];
  };
  const strings = (value: unknown, path: string): Record<string, string> =>
    Object.fromEntries(
      entries(value, path).filter((entry): entry is [string, string] => {
        if (typeof entry[1] === 'string') return true;
        wrong.push(`${path}.${entry[0]}`);
        return false;
      }),
    );
  const own: Record<string, unknown> = {};
  for (const [name, value] of entries(appearance ?? {}, 'appearance')) {
    if (name === 'variables') own[name] = { ...look.variables, ...strings(value, name) };
    else if (name === 'rules')
      own[name] = {
        ...look.rules,
        ...Object.fromEntries(
          entries(value, name).map(([selector, rule]) => [
            selector,
            { ...look.rules[selector], ...strings(rule, `${name} ${selector}`) },
          ]),
        ),
      };
    else if (CHOICES.get(name)?.includes(value)) own[name] = value;
    else wrong.push(name);
  }
  if (isFonts(fonts)) own['fonts'] = fonts;
  else if (fonts != null) wrong.push('fonts');
  if (wrong.length > 0) warn(`Stripe's Appearance does not take this, it is left out: ${wrong.join(', ')}.`);
  return { ...look, ...own };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stripe.js refuses the whole checkout for one font that is none. */
const isFonts = (fonts: unknown): fonts is readonly Font[] =>
  Array.isArray(fonts) &&
  fonts.every(
    (font) => isRecord(font) && ['family', 'src'].every((name) => typeof (font['cssSrc'] ?? font[name]) === 'string'),
  );
