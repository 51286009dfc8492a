/** Where frames and API are: given to the bundle by the route that serves it, as tests serve it at Stripe's own URL. */
declare const simulatorOrigin: string | undefined;

export function readSimulatorOrigin(): string {
  if (typeof simulatorOrigin !== 'string')
    throw new Error('Serve stripe.js through scriptRoutes(): it adds the origin.');
  return simulatorOrigin;
}
