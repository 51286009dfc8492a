/**
 * Danish, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/da
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/da.js';
import { form } from '../element/locales/form/da.js';
import { later } from '../element/locales/later/da.js';

/** Everything a customer can read, in Danish. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
