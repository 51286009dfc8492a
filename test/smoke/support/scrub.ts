/** Takes out of a line what differs from run to run or is nobody's business: ids, keys, secrets, addresses. */

const IDS =
  /\b(acct|cs|cus|pi|seti|ch|py|pm|sub|si|in|il|ii|inpay|evt|we|price|prod|promo|req|di|li|txn|mandate|setatt|ctoken|cuss|clock|txi|src|re|itax)_(?:test_)?(?:(?=[A-Za-z]*\d)[A-Za-z0-9]{6,}|[A-Za-z0-9]{14,})(?:_secret_\w+)?/g;

/** Safe to print, and comparable. */
export function scrub(text: string): string {
  return text
    .replaceAll(/\b(?:[spr]k_(?:test|live)|whsec)_[\w*]+/g, '…key…')
    .replaceAll(/\b(?:pm_card|pm_usBankAccount)_\w+/g, (id) => id.replace('_', '-'))
    .replaceAll(IDS, '$1_…')
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.]+/g, '…@…')
    .replaceAll(/https?:\/\/[^\s'"]+/g, (url) => new URL(url).host.replace(/^(localhost|127\.0\.0\.1):\d+$/, '…'));
}
