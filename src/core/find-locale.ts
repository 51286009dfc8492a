/** Looks a locale up among those that somebody speaks. */

/** Languages that go by another name where their own is not known. */
const OTHERWISE: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', zh: 'zh-CN', pt: 'pt-PT' };

/**
 * BCP 47 lookup, with the likely script and region: `pt` is `pt-BR`, `zh-HK` is `zh-TW`, `no` is `nb`. Undefined for a language
 * that is not among them.
 *
 * @param locale - BCP 47 tag.
 * @param known - The tags that are spoken.
 */
export function findLocale(locale: string, known: readonly string[]): string | undefined {
  // What most pages say; `Intl` reads a table of all languages first.
  if (/^en(-us)?$/i.test(locale)) return known.find((name) => name === 'en');
  const { language, script, region } = new Intl.Locale(locale).maximize();
  const names = [
    script === 'Hans' ? language : `${language}-${String(region)}`,
    script === 'Hant' ? 'zh-TW' : language,
    OTHERWISE[language],
  ];
  return names.find((name) => known.includes(String(name)));
}
