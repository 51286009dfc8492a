/** Where the contract's operations live, under the endpoint. */

/** `POST` opens or resumes. */
export const SESSIONS = '/sessions';

/**
 * `GET` reads the truth, `PATCH` changes what is sold or said.
 *
 * @example
 * ```ts
 * import { sessionPath } from 'billing-checkout/contract';
 *
 * console.log(`/billing${sessionPath('cs_test_1')}`); // '/billing/sessions/cs_test_1'
 * ```
 */
export const sessionPath = (id: string): string => `${SESSIONS}/${encodeURIComponent(id)}`;

/**
 * `POST` turns an open session into an invoice.
 *
 * @example
 * ```ts
 * import { invoicePath } from 'billing-checkout/contract';
 *
 * console.log(`/billing${invoicePath('cs_test_1')}`); // '/billing/sessions/cs_test_1/invoice'
 * ```
 */
export const invoicePath = (id: string): string => `${sessionPath(id)}/invoice`;

/** `POST` takes funnel events; optional, a server without them answers 404. */
export const EVENTS = '/events';

/** Names the session in the address of a page the customer comes back to. */
export const RETURN_PARAMETER = 'billing_session';

/** Longest address of such a page: the longest value of Stripe's metadata, where it is kept while Stripe's page is made. */
export const MAX_RETURN_URL = 500;

/** `POST` takes Stripe's events. */
export const WEBHOOKS = '/webhooks';
