/** A mistake of the page's developer: thrown, never returned as a result. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}
