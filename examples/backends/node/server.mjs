// @ts-check
/** The backend on Node's own HTTP server. */
import { createServer } from 'node:http';
import { toNodeListener } from 'billing-checkout/server';
import { createBilling } from '../shop.mjs';
import { stopGracefully } from '../stop-gracefully.mjs';

const { PORT = '3001' } = process.env;

const server = createServer(toNodeListener(createBilling(process.env))).listen(Number(PORT), () => {
  console.log(`http://localhost:${PORT}/billing`);
});
stopGracefully(server);
