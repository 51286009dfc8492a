/**
 * Greek, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/el
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/el.js';
import { form } from '../element/locales/form/el.js';
import { later } from '../element/locales/later/el.js';

/** Everything a customer can read, in Greek. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
