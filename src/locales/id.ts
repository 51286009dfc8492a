/**
 * Indonesian, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/id
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/id.js';
import { form } from '../element/locales/form/id.js';
import { later } from '../element/locales/later/id.js';

/** Everything a customer can read, in Indonesian. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
