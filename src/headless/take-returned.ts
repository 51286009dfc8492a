/** Reads what the customer was sent back with, once, and takes it out of the address. */
import { RETURN_PARAMETER } from '../contract/routes.js';

/** What Stripe adds to the way back of an intent. Two of them are secrets, and none of them is believed. */
const STRIPE_PARAMETERS = [
  'payment_intent',
  'payment_intent_client_secret',
  'setup_intent',
  'setup_intent_client_secret',
  'redirect_status',
];

/** The session in the page's address, if it is `mine`; another checkout of the page may know it otherwise. */
export function takeReturned(mine: (id: string) => boolean): string | null {
  try {
    const url = new URL(location.href);
    const id = url.searchParams.get(RETURN_PARAMETER);
    const taken = id && /^[a-z]+_\w{1,200}$/.test(id) && mine(id) ? id : null;
    const names = id === null ? [] : [...STRIPE_PARAMETERS, ...(taken ? [RETURN_PARAMETER] : [])];
    for (const name of names) url.searchParams.delete(name);
    if (url.href !== location.href) history.replaceState(history.state, '', url);
    return taken;
  } catch {
    // An address that cannot be changed, as in a frame without an origin. Then nobody was sent back to it either.
    return null;
  }
}
