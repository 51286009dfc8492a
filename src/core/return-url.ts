/** Where a bank sends the customer back to, and what the address says then: which session, and no secret. */

import { RETURN_PARAMETER } from '../contract/routes.js';

/** The return address of a session. */
export function toReturnUrl(url: string, sessionId: string): string {
  const back = new URL(url);
  back.searchParams.set(RETURN_PARAMETER, sessionId);
  return back.href;
}
