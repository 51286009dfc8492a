/**
 * Finnish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/fi
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/fi.js';
import { form } from '../element/locales/form/fi.js';
import { later } from '../element/locales/later/fi.js';

/** Everything a customer can read, in Finnish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
