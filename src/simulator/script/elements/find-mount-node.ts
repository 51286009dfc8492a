/** Finds where an element shall be mounted; refuses with Stripe's words. */
import { IntegrationError } from '../integration-error.js';

export function findMountNode(target: unknown): HTMLElement {
  if (typeof target === 'string') {
    const found = document.querySelector<HTMLElement>(target);
    if (found === null) {
      throw new IntegrationError(
        `The selector you specified (${target}) applies to no DOM elements that are currently on the page. ` +
          'Make sure the element exists on the page before calling mount().',
      );
    }
    return found;
  }
  if (!(target instanceof HTMLElement)) {
    throw new IntegrationError('Invalid DOM element. Make sure to call mount() with a valid DOM element or selector.');
  }
  // A detached node has another root than the document, so Stripe says the same of it.
  if (target.getRootNode() !== document) {
    throw new IntegrationError('Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.');
  }
  return target;
}
