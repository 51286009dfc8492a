/**
 * Polish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/pl
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/pl.js';
import { form } from '../element/locales/form/pl.js';
import { later } from '../element/locales/later/pl.js';

/** Everything a customer can read, in Polish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
