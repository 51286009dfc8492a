/** Counts as a language counts. Bundled into each catalog: catalogs share no module with the entry. */

/** The forms of a sentence by what a number asks for; `1` is for exactly one. `#` stands for the number. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule | '1', string>>>;

/**
 * Makes the function that picks a form.
 *
 * @param locale - BCP 47 tag of the catalog.
 */
export function plurals(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms) =>
    ((count === 1 ? forms[1] : undefined) ?? forms[rules.select(count)] ?? forms.other).replace(
      '#',
      numbers.format(count),
    );
}
