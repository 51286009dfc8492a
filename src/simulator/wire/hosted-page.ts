/** What the page of a hosted Checkout Session is told by the route that serves it, and what the two call its parts. */

/** Written into the page as JSON. */
export interface HostedPageFacts {
  /** A publishable key of the session's account. */
  readonly key: string;
  readonly clientSecret: string;
  readonly locale: string;
}

/** The page's element with {@link HostedPageFacts} in it. */
export const FACTS_ID = 'facts';

/** Where the page's own script is. */
export const HOSTED_SCRIPT = '/pages/hosted.js';
