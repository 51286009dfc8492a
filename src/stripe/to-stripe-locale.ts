/** The customer's language, as Stripe.js names it. */
import type { StripeElementLocale } from '@stripe/stripe-js';
import { findLocale } from '../core/find-locale.js';

/** Every locale that Stripe.js has; a test holds them against its types. */
export const STRIPE_LOCALES =
  'ar bg cs da de el en en-AU en-CA en-NZ en-GB es es-ES es-419 et fi fil fr fr-CA fr-FR he hu hr id it it-IT ja ko lt lv ms mt nb nl no pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  );

/** The nearest locale of Stripe's; `auto`, the browser's, where it has none. */
export const toStripeLocale = (locale: string): StripeElementLocale =>
  (findLocale(locale, STRIPE_LOCALES) ?? 'auto') as StripeElementLocale;
