/** The local Stripe in a process of its own, with one price to be sold. */
import { serveSimulator } from '../../dist/simulator/index.js';
import { answerCalls } from './far-process.mjs';
import { seedPrice, toStripe } from './sell.mjs';

await answerCalls(async () => {
  const { url } = await serveSimulator({ port: 0 });
  await seedPrice(toStripe(url));
  return { told: { url }, functions: {} };
});
