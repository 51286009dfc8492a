/** The language of the frames: what the page asked for, or the browser's. */
export function toLocale(asked: string | undefined): string {
  const wanted = asked === undefined || asked === 'auto' ? navigator.language : asked;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
