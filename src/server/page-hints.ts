/** Writes what tells a browser to fetch a checkout's files before the page's scripts ask for them. */

/** Stripe.js as the official loader asks for it. */
const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

/** Where Stripe.js asks for the session. */
const STRIPE_API = 'https://api.stripe.com';

/** What a page loads. */
export interface PageHintOptions {
  /**
   * Scripts of the checkout, as the page's tags name them: paths, or addresses of a host of your own. Default: `['/billing-checkout.js']`. With
   * a bundler: none, since it writes hints of its own.
   */
  readonly modules?: readonly string[];
  /** The nonce of your content security policy, where `script-src` asks for one. */
  readonly nonce?: string;
}

/** The same hints in two forms: use one of them. */
export interface PageHints {
  /** Tags for the page's `<head>`, before its scripts. */
  readonly html: string;
  /** Value of a `Link` header of the page, or of a `103 Early Hints` answer before it. Has no nonce. */
  readonly link: string;
}

/**
 * Hints for a page with a checkout: the browser fetches Stripe.js while it still reads the page, which saves one round trip
 * before the form, and more where the connection to Stripe is not there yet. Pure: write them once when your server starts.
 *
 * @throws TypeError when a module is empty or holds white space, quotes or angle brackets, which no address does.
 *
 * @example
 * ```ts
 * import { toPageHints } from 'billing-checkout/server';
 *
 * const { html, link } = toPageHints({ modules: ['/assets/billing-checkout.js'] });
 * export const page = `<!doctype html><head>${html}</head>`;
 * export const headers = { Link: link };
 * ```
 */
export function toPageHints({ modules = ['/billing-checkout.js'], nonce }: PageHintOptions = {}): PageHints {
  for (const module of modules) {
    if (!/^[^\s"'<>]+$/.test(module))
      throw new TypeError(`modules: ${JSON.stringify(module)} is no address of a script.`);
  }
  const hints: Hint[] = [
    { href: STRIPE_JS, rel: 'preload', as: 'script' },
    ...modules.map((href) => ({ href, rel: 'modulepreload' }) as const),
    { href: STRIPE_API, rel: 'preconnect', crossorigin: true },
  ];
  return { html: hints.map((hint) => toTag(hint, nonce)).join('\n'), link: hints.map(toLink).join(', ') };
}

interface Hint {
  readonly href: string;
  readonly rel: 'preload' | 'modulepreload' | 'preconnect';
  readonly as?: 'script';
  readonly crossorigin?: true;
}

const toTag = ({ href, rel, as, crossorigin }: Hint, nonce: string | undefined): string =>
  [
    `<link rel="${rel}" href="${escape(href)}"`,
    ...(as ? [`as="${as}"`] : []),
    ...(crossorigin ? ['crossorigin'] : []),
    ...(nonce && rel !== 'preconnect' ? [`nonce="${escape(nonce)}"`] : []),
  ].join(' ') + ' />';

const toLink = ({ href, rel, as, crossorigin }: Hint): string =>
  [`<${href}>`, `rel=${rel}`, ...(as ? [`as=${as}`] : []), ...(crossorigin ? ['crossorigin'] : [])].join('; ');

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
