/** Days for eyes, as the customer's locale writes them. */

/** @param seconds - Since the Unix epoch. */
export const formatDate = (seconds: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(seconds * 1000);
