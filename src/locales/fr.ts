/**
 * French, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/fr
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/fr.js';
import { form } from '../element/locales/form/fr.js';
import { later } from '../element/locales/later/fr.js';

/** Everything a customer can read, in French. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
