/** The page of a hosted Checkout Session, on Stripe's own origin: it pays, and leads back to the shop. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { FACTS_ID, HOSTED_SCRIPT, type HostedPageFacts } from '../wire/hosted-page.js';
import { RETURNED } from './checkout/hosted-page-url.js';
import type { SessionRecord } from './checkout/session-record.js';
import { hostedStyle } from './hosted-style.js';
import type { World } from './state/world.js';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'unsafe-inline'; font-src data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function hostedRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/c/pay/:id', ({ req, html: send, redirect, header }) => {
    header('content-security-policy', policy);
    header('cache-control', 'no-store');
    const found = find(world, req.param('id'));
    if (!found) return send(toPage('Something went wrong', html`<p>This page could not be found.</p>`), 404);
    const { session } = found.record;
    if (session.status === 'open') return send(payPage(found));
    if (session.status === 'complete') {
      const back = session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? '/';
      if (req.query(RETURNED) !== undefined) return redirect(back, 303);
      return send(toPage('This page has been paid', html`<p>Nothing more is due here.</p>`));
    }
    const back = session.cancel_url;
    return send(
      toPage(
        'This page has expired',
        html`<p>Nothing can be paid here any more.</p>
          ${back === null ? '' : html`<p><a href="${back}">Back to the shop</a></p>`}`,
      ),
    );
  });
  return app;
}

interface Found {
  readonly account: string;
  readonly record: SessionRecord;
}

/** The id is the key: it cannot be guessed, and it names no account. Sessions for Elements have no page. */
function find(world: World, id: string): Found | undefined {
  for (const { account } of world.states()) {
    const record = account.sessions.get(id);
    if (record?.session.ui_mode === 'hosted_page') return { account: account.name, record };
  }
  return undefined;
}

function payPage({ account, record: { session, secret } }: Found): Markup {
  const facts: HostedPageFacts = {
    key: `pk_test_${account}`,
    clientSecret: secret,
    locale: session.locale === null || session.locale === 'auto' ? 'en' : session.locale,
  };
  return toPage(
    'Pay Simulator',
    html`${session.cancel_url === null ? '' : html`<p><a id="back" href="${session.cancel_url}">Back to the shop</a></p>`}
      <form id="form" novalidate>
        <section aria-label="Order">
          <ul id="lines"></ul>
          <p class="total"><span>Total</span> <strong id="total"></strong></p>
          <div id="promotion" hidden>
            <label for="code">Promotion code</label>
            <div class="row">
              <input id="code" autocomplete="off" />
              <button id="apply" type="button">Apply</button>
            </div>
          </div>
        </section>
        <p id="problem" role="alert" tabindex="-1"></p>
        <label for="email">Email</label>
        <input id="email" type="email" autocomplete="email" />
        <div id="address" hidden></div>
        <div id="payment"></div>
        <button id="pay" disabled>Pay</button>
      </form>
      <script type="application/json" id="${FACTS_ID}">
        ${raw(JSON.stringify(facts).replaceAll('<', '\\u003c'))}
      </script>
      <script src="${HOSTED_SCRIPT}"></script>`,
  );
}

const toPage = (title: string, body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${raw(hostedStyle)}
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
