/**
 * Italian, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/it
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/it.js';
import { form } from '../element/locales/form/it.js';
import { later } from '../element/locales/later/it.js';

/** Everything a customer can read, in Italian. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
