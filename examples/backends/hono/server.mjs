// @ts-check
/** The backend as a part of a Hono app. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createBilling } from '../shop.mjs';

const { PORT = '3001' } = process.env;

const billing = createBilling(process.env);
const app = new Hono();
app.all('/billing/*', (context) => billing.fetch(context.req.raw));
app.get('/health', (context) => context.json({ ok: true }));
serve({ fetch: app.fetch, port: Number(PORT) }, () => {
  console.log(`http://localhost:${PORT}/billing`);
});
