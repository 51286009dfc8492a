/** Tells whether a variant is a flow of the form. */

/**
 * The flow a variant stands for; null for variants that mean something of the host's own.
 *
 * @example
 * ```ts
 * import { toFlow } from 'billing-checkout/experiment';
 *
 * console.log(toFlow('one-page')); // 'one-page'
 * console.log(toFlow('short-words')); // null
 * ```
 */
export const toFlow = (variant: string): 'one-page' | 'two-page' | null =>
  variant === 'one-page' || variant === 'two-page' ? variant : null;
