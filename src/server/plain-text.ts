/** What no text of a request may hold. */

/** Half of a character, which no system can store or send on, and the character that ends texts elsewhere. */
const UNUSABLE = /[\0\p{Surrogate}]/u;

/** Whether a text can be kept and sent on as it is. */
export const isPlainText = (text: string): boolean => !UNUSABLE.test(text);
