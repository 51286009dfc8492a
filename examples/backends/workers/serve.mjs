// @ts-check
/** Runs the Worker on Node, as its platform's own tool would: a request in, a response out. */
import { createServer } from 'node:http';
import { toNodeListener } from 'billing-checkout/server';
import worker from './worker.mjs';

const { PORT = '3001' } = process.env;

createServer(toNodeListener({ fetch: async (request) => worker.fetch(request, process.env) })).listen(
  Number(PORT),
  () => {
    console.log(`http://localhost:${PORT}/billing`);
  },
);
