// @ts-check
/** The backend as a part of an Express app. */
import express from 'express';
import { toNodeListener } from 'billing-checkout/server';
import { createBilling } from '../shop.mjs';

const { PORT = '3001' } = process.env;

const app = express();
// Before any body parser: Stripe signs the raw text of its events.
app.all('/billing/*rest', toNodeListener(createBilling(process.env)));
app.use(express.json());
app.get('/health', (_, response) => {
  response.json({ ok: true });
});
app.listen(Number(PORT), () => {
  console.log(`http://localhost:${PORT}/billing`);
});
