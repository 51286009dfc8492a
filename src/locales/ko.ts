/**
 * Korean, whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/ko
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/ko.js';
import { form } from '../element/locales/form/ko.js';
import { later } from '../element/locales/later/ko.js';

/** Everything a customer can read, in Korean. */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
