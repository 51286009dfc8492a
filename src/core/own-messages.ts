/** Words of a host's own: any of the catalog's, also single ones of a group. */
import type { ExtraMessages } from './extra-messages.js';
import type { Messages } from './messages.js';

type All = Messages & ExtraMessages;

/** Other words than the catalog's. */
export type OwnMessages = {
  readonly [Key in keyof All]?: All[Key] extends string | ((...parts: never[]) => string)
    ? All[Key]
    : Partial<All[Key]>;
};
