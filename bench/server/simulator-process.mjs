/** The local Stripe in a process of its own, with one price to be sold. */
import { serveSimulator } from '../../dist/simulator/index.js';
import { answerCalls } from './far-process.mjs';
import { ACCOUNT, seedPrice, toStripe } from './sell.mjs';

await answerCalls(async () => {
  const { url } = await serveSimulator({ port: 0 });
  await seedPrice(toStripe(url));
  return {
    told: { url },
    functions: {
      /** From now on each answer of Stripe's comes so many milliseconds late. */
      answerAfter: async (ms) => {
        const fault = { account: ACCOUNT, path: '/v1/*', kind: 'delay', delay_ms: ms, times: 1_000_000 };
        const { status } = await fetch(`${url}/_simulator/faults`, { method: 'POST', body: JSON.stringify(fault) });
        if (status !== 201) throw new Error(`The local Stripe answered ${status} to a fault.`);
      },
    },
  };
});
