/** Real Stripe sends the first ten lines of an invoice along. The local one sends all: here its answers are cut as Stripe's are. */
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { createCheckoutServer } from '../../src/server/create-checkout-server.js';
import { createSimulator } from '../../src/simulator/index.js';

const SENT_ALONG = 10;
const ORIGIN = 'https://shop.example';

const invoiceSchema = z.looseObject({ lines: z.looseObject({ data: z.array(z.unknown()) }) });

async function openShop() {
  const simulator = createSimulator();
  const asked: string[] = [];
  const stripe = new Stripe('sk_test_lines', {
    httpClient: Stripe.createFetchHttpClient(async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      const answer = await simulator.fetch(request);
      if (request.method !== 'GET' || !/^\/v1\/invoices\/\w+$/.test(pathname)) return answer;
      const invoice = invoiceSchema.parse(await answer.json());
      const { data } = invoice.lines;
      const lines = { ...invoice.lines, data: data.slice(0, SENT_ALONG), has_more: data.length > SENT_ALONG };
      return Response.json({ ...invoice, lines }, { headers: { 'request-id': 'req_cut' } });
    }),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com' });
  const { fetch } = createCheckoutServer({
    stripe,
    origins: [ORIGIN],
    prices: { pro_monthly: {} },
    customer: () => ({ id: customer }),
  });

  const openInvoice = async (lines: number) => {
    for (let line = 1; line <= lines; line += 1) {
      await stripe.invoiceItems.create({ customer, amount: 100, currency: 'usd', description: `Line ${line}` });
    }
    const { id: invoice } = await stripe.invoices.create({
      customer,
      collection_method: 'send_invoice',
      days_until_due: 30,
      pending_invoice_items_behavior: 'include',
    });
    await stripe.invoices.finalizeInvoice(invoice);
    asked.length = 0;
    const answer = await fetch(
      new Request(`${ORIGIN}/billing/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN, 'idempotency-key': 'purchase-of-lines' },
        body: JSON.stringify({ contract: 1, kind: 'invoice', invoice }),
      }),
    );
    const { summary } = z
      .object({ summary: z.object({ total: z.number(), lines: z.array(z.object({ name: z.string() })) }) })
      .parse(await answer.json());
    return { summary, listed: asked.filter((path) => path.endsWith('/lines')).length };
  };
  return openInvoice;
}

it('shows every line of a long invoice, a hundred at a time', async () => {
  const { summary, listed } = await (await openShop())(150);
  expect(summary.lines).toHaveLength(150);
  expect(new Set(summary.lines.map(({ name }) => name)).size).toBe(150);
  expect(summary.total).toBe(150_00);
  expect(listed).toBe(2);
});

it('asks for no more where all lines were sent along', async () => {
  const { summary, listed } = await (await openShop())(3);
  expect(summary.lines).toHaveLength(3);
  expect(listed).toBe(0);
});
