/**
 * Spanish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/es
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/es.js';
import { form } from '../element/locales/form/es.js';
import { later } from '../element/locales/later/es.js';

/** Everything a customer can read, in Spanish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
