/** Refuses what Stripe.js has and this simulator has not, so that nobody believes it was tried. */
import { IntegrationError } from './integration-error.js';

/** Makes a function that always throws; as it never returns it fits every signature. */
export function notSimulated(name: string): () => never {
  return () => {
    throw new IntegrationError(`${name} is not simulated. It may work on Stripe; here it can't be tried.`);
  };
}

/** Makes a function that says what a function of an older train is called now. */
export function renamed(name: string, successor: string): () => never {
  return () => {
    throw new IntegrationError(`stripe.${name}() has been removed. Use stripe.${successor}() instead.`);
  };
}
