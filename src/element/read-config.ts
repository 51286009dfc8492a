/** Reads what the tag says. */
import { parseConfig, type CheckoutConfig, type ConfigProblem, type RawConfig } from '../core/config.js';

export { DEFAULT_ENDPOINT } from '../core/config.js';

/** The attributes that decide what is opened. */
export type ConfigSource = RawConfig;

/** Checks the attributes; the problems when they cannot be used. */
export const readConfig = (tag: ConfigSource): CheckoutConfig | readonly ConfigProblem[] =>
  parseConfig(tag, location.href);
