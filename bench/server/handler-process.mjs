/** One way to answer `POST /billing/sessions`, on Node's own server, in a process whose time is counted. */
import { createServer } from 'node:http';
import { createCheckoutServer, toNodeListener } from '../../dist/server/index.js';
import { answerCalls } from './far-process.mjs';
import { openSession, PRICE, toStripe } from './sell.mjs';

const ORIGIN = 'https://shop.test';

const WAYS = {
  ours: (stripe) =>
    toNodeListener(
      createCheckoutServer({ stripe, origins: [ORIGIN], prices: { [PRICE]: { quantity: { min: 1, max: 500 } } } }),
    ),
  /** What a team writes that finds the price and opens the session, and nothing more. */
  bare: (stripe) => async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    JSON.parse(body);
    const session = await openSession(stripe);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ clientSecret: session.client_secret }));
  },
};

await answerCalls(async ({ way, simulatorUrl }) => {
  const server = createServer(WAYS[way](toStripe(simulatorUrl)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    told: { url: `http://127.0.0.1:${server.address().port}` },
    /** Milliseconds of processor time so far. */
    functions: {
      busy: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000;
      },
    },
  };
});
