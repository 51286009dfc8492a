/** Receipts and invoices behind the links the API hands out, so that a demo has something to open. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { amountFormatter } from './page/format-amount.js';
import type { World } from './state/world.js';
import type { Invoice } from './stripe-types.js';

type Html = ReturnType<typeof html>;

export function documentRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/receipts/:id', ({ req, html: send, notFound }) => {
    const charge = find(world, (account) => account.charges.get(req.param('id')));
    if (!charge?.paid) return notFound();
    const amount = amountFormatter(charge.currency, null)(charge.amount).amount;
    return send(toPage('Receipt', html`<p>${amount} paid on ${toDay(charge.created)}.</p>`));
  });
  app.on('GET', ['/invoices/:id', '/invoices/:id/pdf'], ({ req, html: send, notFound }) => {
    const invoice = find(world, (account) => account.invoices.get(req.param('id') ?? ''));
    if (!invoice) return notFound();
    return send(toPage(`Invoice ${invoice.number ?? ''}`, toInvoiceText(invoice)));
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

const toDay = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

function toInvoiceText(invoice: Invoice): Html {
  const money = (amount: number): string => amountFormatter(invoice.currency, null)(amount).amount;
  return html`<p>${toStanding(invoice, money)}</p>
    <ul>
      ${invoice.lines.data.map(({ description, amount }) => html`<li>${description ?? 'Item'}: ${money(amount)}</li>`)}
    </ul>
    <p>Total: ${money(invoice.total)}</p>`;
}

/** Where the invoice stands, as its customer needs to know. */
function toStanding(invoice: Invoice, money: (amount: number) => string): string {
  const { status, amount_paid: paid, amount_remaining: left, due_date: due, status_transitions: at } = invoice;
  switch (status) {
    case 'paid':
      return at.paid_at === null ? 'Paid.' : `${money(paid)} paid on ${toDay(at.paid_at)}.`;
    case 'open':
      return due === null ? `${money(left)} due.` : `${money(left)} due by ${toDay(due)}.`;
    case 'void':
      return 'This invoice was voided. Nothing is due.';
    case 'uncollectible':
      return `${money(left)} due. It is marked uncollectible.`;
    default:
      // Stripe's type leaves room for words to come; here it is a draft.
      return 'This invoice is a draft.';
  }
}

const toPage = (title: string, text: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>${title}</title>
      <h1>${title}</h1>
      ${text}
      <p>Made by a Stripe simulator: no money has moved.</p>
    </html>`;
