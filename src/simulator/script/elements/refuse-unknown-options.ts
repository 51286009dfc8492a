/** Refuses options that are not in Stripe's types. */
import { IntegrationError } from '../integration-error.js';

export function refuseUnknownOptions(call: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null) {
    throw new IntegrationError(`Invalid value for ${call}: options should be an object.`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new IntegrationError(`Invalid ${call} parameter: ${name} is not an accepted parameter.`);
    }
  }
}
