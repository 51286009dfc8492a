/**
 * Dutch, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/nl
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/nl.js';
import { form } from '../element/locales/form/nl.js';
import { later } from '../element/locales/later/nl.js';

/** Everything a customer can read, in Dutch. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
