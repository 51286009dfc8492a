/**
 * Romanian, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/ro
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/ro.js';
import { form } from '../element/locales/form/ro.js';
import { later } from '../element/locales/later/ro.js';

/** Everything a customer can read, in Romanian. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
