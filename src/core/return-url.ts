/** Where a bank sends the customer back to, and what the address says then: which session, and no secret. */

/** Names the session in the address of a page the customer comes back to. */
export const RETURN_PARAMETER = 'billing_session';

/** The return address of a session. */
export function toReturnUrl(url: string, sessionId: string): string {
  const back = new URL(url);
  back.searchParams.set(RETURN_PARAMETER, sessionId);
  return back.href;
}
