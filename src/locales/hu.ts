/**
 * Hungarian, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/hu
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/hu.js';
import { form } from '../element/locales/form/hu.js';
import { later } from '../element/locales/later/hu.js';

/** Everything a customer can read, in Hungarian. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
