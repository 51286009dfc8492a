/** Receipts and invoices behind the links the API hands out, so that a demo has something to open. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { amountFormatter } from './page/format-amount.js';
import type { World } from './state/world.js';

interface Document {
  readonly title: string;
  readonly amount: string;
  readonly date: string;
}

export function documentRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/receipts/:id', ({ req, html: send, notFound }) => {
    const charge = find(world, (account) => account.charges.get(req.param('id')));
    if (!charge?.paid) return notFound();
    return send(toPage({ title: 'Receipt', ...toFacts(charge.amount, charge.currency, charge.created) }));
  });
  app.on('GET', ['/invoices/:id', '/invoices/:id/pdf'], ({ req, html: send, notFound }) => {
    const invoice = find(world, (account) => account.invoices.get(req.param('id') ?? ''));
    if (!invoice) return notFound();
    const facts = toFacts(invoice.total, invoice.currency, invoice.created);
    return send(toPage({ title: `Invoice ${invoice.number ?? ''}`, ...facts }));
  });
  return app;
}

/** The id is the key: it cannot be guessed, and it names no account. */
function find<T>(
  world: World,
  pick: (account: ReturnType<World['stateOf']>['account']) => T | undefined,
): T | undefined {
  for (const { account } of world.states()) {
    const found = pick(account);
    if (found) return found;
  }
  return undefined;
}

function toFacts(amount: number, currency: string, created: number): Omit<Document, 'title'> {
  const date = new Date(created * 1000).toISOString().slice(0, 10);
  return { amount: amountFormatter(currency, null)(amount).amount, date };
}

const toPage = ({ title, amount, date }: Document) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>${title}</title>
      <h1>${title}</h1>
      <p>${amount} paid on ${date}. Made by a Stripe simulator: no money has moved.</p>
    </html>`;
