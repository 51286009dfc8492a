/**
 * Chinese (Simplified), whole: import it where it should not be fetched, and set it as `messages`.
 *
 * @module locales/zh-CN
 */
import type { ExtraMessages } from '../core/extra-messages.js';
import type { Messages } from '../core/messages.js';
import { extra } from '../element/locales/extra/zh-CN.js';
import { form } from '../element/locales/form/zh-CN.js';
import { later } from '../element/locales/later/zh-CN.js';

/** Everything a customer can read, in Chinese (Simplified). */
export const messages: Messages & ExtraMessages = { ...form, ...later, ...extra };
