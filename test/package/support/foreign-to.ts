/** Rooms whose modules a door for pages must not bring along. */

/** Tests bring the simulated Stripe.js; its API comes with the door for msw alone. */
const OF_TESTS: Readonly<Record<string, RegExp>> = {
  './testing': /[\\/]dist[\\/](?:server|report|cli|simulator[\\/]api)[\\/]/,
  './testing/msw': /[\\/]dist[\\/](?:server|report|cli)[\\/]/,
};

/** What matches the path of a module that does not belong behind `door`. */
export const foreignTo = (door: string): RegExp =>
  OF_TESTS[door] ?? /[\\/]dist[\\/](?:server|report|simulator|cli)[\\/]/;
