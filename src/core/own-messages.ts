/** Words of a host's own: any of the catalog's, also single ones of a group. */
import type { ExtraMessages } from './extra-messages.js';
import type { Messages } from './messages.js';

/** Other words than the catalog's. */
export type OwnMessages = {
  readonly [Key in keyof (Messages & ExtraMessages)]?: (Messages & ExtraMessages)[Key] extends
    string | ((...parts: never[]) => string)
    ? (Messages & ExtraMessages)[Key]
    : Partial<(Messages & ExtraMessages)[Key]>;
};
