/** Pages that are not the shop's: where a redirect is authorized, and where a bank account is proven. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { ApiError } from './http/api-error.js';
import { amountFormatter } from './page/format-amount.js';
import type { Departure, Proof } from './payments/awaited.js';
import { giveProof } from './payments/proof.js';
import { arriveFromBank, isWaiting } from './payments/redirect-intent.js';
import type { Account } from './state/account.js';
import type { World } from './state/world.js';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
type Visit<T> = { readonly account: Account; readonly found: T } | undefined;

export function bankRoutes(world: World): Hono {
  const app = new Hono();
  const departure = (token: string): Visit<Departure> => find(world, (account) => account.departures.get(token));
  const proof = (token: string): Visit<Proof> =>
    find(world, (account) => [...account.proofs.values()].find((candidate) => candidate.token === token));

  app.get('/authorize/:token', ({ req, html: send }) => {
    const token = req.param('token');
    const visit = departure(token);
    if (!visit) return send(overPage, 404);
    return send(isWaiting(visit.account, token, visit.found) ? authorizePage(visit.found) : overPage);
  });
  app.post('/authorize/:token', async ({ req, html: send, redirect }) => {
    const token = req.param('token');
    const visit = departure(token);
    const { choice } = await req.parseBody();
    if (!visit || !isWaiting(visit.account, token, visit.found)) return send(overPage, 404);
    if (choice !== 'authorize' && choice !== 'fail') return send(authorizePage(visit.found), 400);
    act(visit.account, req.url, () => {
      arriveFromBank(visit.account, visit.found, choice);
    });
    return redirect(toReturnUrl(visit.found), 303);
  });
  app.get('/microdeposit/:token', ({ req, html: send }) => {
    const visit = proof(req.param('token'));
    return visit ? send(proofPage(visit.found)) : send(overPage, 404);
  });
  app.post('/microdeposit/:token', async ({ req, html: send }) => {
    const visit = proof(req.param('token'));
    if (!visit) return send(overPage, 404);
    const told = readTold(visit.found, await req.parseBody());
    try {
      act(visit.account, req.url, () => {
        giveProof(visit.account, visit.found.intent, told);
      });
      return await send(provenPage);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const open = proof(req.param('token')) !== undefined;
      return send(open ? proofPage(visit.found, error.message) : refusedPage(error.message), 400);
    }
  });
  return app;
}

/** The address is the key: it cannot be guessed, and it names no account. */
function find<T>(world: World, pick: (account: Account) => T | undefined): Visit<T> {
  for (const { account } of world.states()) {
    const found = pick(account);
    if (found) return { account, found };
  }
  return undefined;
}

/** What a page of the bank's does is told like what a request does. */
function act(account: Account, url: string, work: () => void): void {
  account.request = { id: null, idempotency_key: null };
  account.origin = new URL(url).origin;
  try {
    work();
  } finally {
    account.flush();
  }
}

/** Checkout leads back as it was asked to; an intent's way back names the intent. */
function toReturnUrl({ intent, returnUrl, withIntent }: Departure): string {
  if (!withIntent) return returnUrl;
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
  return url.href;
}

function readTold({ type }: Proof, body: Readonly<Record<string, unknown>>): Parameters<typeof giveProof>[2] {
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return type === 'amounts'
    ? { amounts: [Number(text('first')), Number(text('second'))] }
    : { descriptor_code: text('code') };
}

const page = (title: string, body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          body {
            max-width: 34rem;
            margin: 10vh auto;
            padding: 0 1.25rem;
            font:
              1rem/1.5 system-ui,
              sans-serif;
            color: #30313d;
          }
          form,
          p {
            margin: 1rem 0;
          }
          label {
            display: block;
            margin: 0.75rem 0 0.25rem;
          }
          input {
            width: 12rem;
            padding: 0.6rem;
            font: inherit;
          }
          button {
            min-height: 2.75rem;
            margin: 1rem 0.75rem 0 0;
            padding: 0 1.25rem;
            font: inherit;
            cursor: pointer;
          }
          [role='alert'] {
            color: #b3093c;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
          <p><small>A page of a Stripe simulator: no money moves.</small></p>
        </main>
      </body>
    </html>`;

const authorizePage = ({ intent, method }: Departure): Markup =>
  page(
    `${method.method.type === 'ideal' ? 'iDEAL' : 'Your bank'} test payment page`,
    html`<p>You are paying ${amountFormatter(intent.currency, null)(intent.amount).amount}.</p>
      <form method="post">
        <button name="choice" value="authorize">Authorize test payment</button>
        <button name="choice" value="fail">Fail test payment</button>
      </form>`,
  );

const proofPage = ({ type, method }: Proof, problem?: string): Markup =>
  page(
    'Verify your bank account',
    html`<p>
        We sent ${type === 'amounts' ? 'two small deposits' : 'a small deposit'} to the account ending in
        ${method.debit.number.slice(-4)}. You find ${type === 'amounts' ? 'them' : 'it'} on your statement in one or two
        business days.
      </p>
      ${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
      <form method="post">
        ${
          type === 'amounts'
            ? html`<label for="first">First amount, in cents</label>
                <input id="first" name="first" inputmode="numeric" required />
                <label for="second">Second amount, in cents</label>
                <input id="second" name="second" inputmode="numeric" required />`
            : html`<label for="code">Six-character code that starts with SM</label>
                <input id="code" name="code" autocomplete="off" required />`
        }
        <div><button>Verify</button></div>
      </form>`,
  );

const provenPage = page(
  'Your bank account is verified',
  html`<p>Thank you. The payment goes on by itself; you can close this page.</p>`,
);
const refusedPage = (problem: string): Markup =>
  page('Your bank account could not be verified', html`<p role="alert">${problem}</p>`);
const overPage = page('Nothing is waiting here', html`<p>This link has been used, or is no longer valid.</p>`);
