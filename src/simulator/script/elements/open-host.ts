/** How fields are put on this page. There is one Stripe.js to a page, so there is one way. */
import type { OpenHost } from './field-host.js';
import { openIframe } from './open-iframe.js';

let open: OpenHost = openIframe;

/** Makes the place for one element, or for a dialog. */
export const openHost: OpenHost = (origin, kind) => open(origin, kind);

/** From now on places are made so. */
export function setHosts(own: OpenHost): void {
  open = own;
}
