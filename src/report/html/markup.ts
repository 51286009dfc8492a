/** HTML and SVG from templates, in which every value is escaped. */

/** Markup that needs no escaping any more. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** A template of markup. Texts and numbers are escaped, markup is taken as it is. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup => ({
  markup: parts.map((part, index) => part + write(values[index] ?? '')).join(''),
});

function write(value: Value): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (typeof value === 'string') return escape(value);
  return 'markup' in value ? value.markup : value.map((each) => each.markup).join('');
}
