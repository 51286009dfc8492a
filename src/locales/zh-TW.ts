/**
 * Chinese (Traditional), whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/zh-TW
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/zh-TW.js';
import { form } from '../element/locales/form/zh-TW.js';
import { later } from '../element/locales/later/zh-TW.js';

/** Everything a customer can read, in Chinese (Traditional). */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
