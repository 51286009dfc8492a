/** Values that must stay where they were put, and the search for them. */

/** What is planted, by what it is. */
export type Planted = Readonly<Record<string, string>>;

/** Words that stand in a planted value and anywhere else. */
const COMMON = new Set(['billing', 'example', 'street', 'secret']);

/** Names of planted values that a text holds: whole, in parts, in another case, encoded, or without what is between the digits. */
export function findPlanted(text: string, planted: Planted): string[] {
  const there = text.toLowerCase();
  return Object.entries(planted).flatMap(([what, value]) => {
    const digits = value.replaceAll(/\D/g, '');
    const forms = [
      value,
      encodeURIComponent(value),
      btoa(value).replace(/=+$/, ''),
      ...value.split(/[^A-Za-z]+/).filter((word) => word.length > 5 && !COMMON.has(word)),
      ...(digits.length > 7 ? [digits, digits.slice(-8)] : []),
    ];
    return forms.some((form) => there.includes(form.toLowerCase())) ? [what] : [];
  });
}
