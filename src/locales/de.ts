/**
 * German, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/de
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/de.js';
import { form } from '../element/locales/form/de.js';
import { later } from '../element/locales/later/de.js';

/** Everything a customer can read, in German. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
