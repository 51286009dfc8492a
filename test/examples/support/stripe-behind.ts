/** The official SDK on the local Stripe that a started example has brought along. */
import Stripe from 'stripe';

/** Its page has the local Stripe.js, which tells where its Stripe is. */
export async function stripeBehind(url: string): Promise<Stripe> {
  const html = await (await fetch(url)).text();
  const [script] = /http:\/\/[^"]+\/endive\/stripe\.js/.exec(html) ?? [];
  if (script === undefined) throw new Error(`${url} has no Stripe.js of a local Stripe: ${html}`);
  const { hostname, port } = new URL(script);
  return new Stripe('sk_test_shop', { host: hostname, port, protocol: 'http', telemetry: false });
}
