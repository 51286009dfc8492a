/** Tells whether a variant is a flow of the form. */

/** The flow a variant stands for; null for variants that mean something of the host's own. */
export const toFlow = (variant: string): 'one-page' | 'two-page' | null =>
  variant === 'one-page' || variant === 'two-page' ? variant : null;
