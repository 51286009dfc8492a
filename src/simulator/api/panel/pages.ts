/** The control panel's pages: all accounts, one account, a kind of objects, one object. */
import { html } from 'hono/html';
import { newestFirst } from '../http/paginate.js';
import type { Account } from '../state/account.js';
import type { World } from '../state/world.js';
import { toObjectActions } from './object-actions.js';
import { KINDS, toShownJson, type Kind, type PanelObject } from './kinds.js';
import { panelPath, toActionForm, toOptions, toPanelPage, toTime, type Html } from './layout.js';
import { toEventTable, toObjectTable, toRequestTable, toSubject } from './tables.js';

/** How many rows a list shows at once, and how many of the latest an account's page. */
const ROWS = 50;
const LATEST = 20;

/** Most events of one object that its page shows. */
const MOST_ABOUT = 50;

/** The root: accounts, and the routes that programs use. */
export function toIndexPage(world: World): Html {
  const accounts = [...world.states()].map(({ account }) => account);
  return toPanelPage(
    'Accounts',
    [],
    html`<p>
        A local Stripe. Any <code>sk_test_&lt;name&gt;</code> and <code>pk_test_&lt;name&gt;</code> is a key; the name
        is the account.
      </p>
      ${
        accounts.length === 0
          ? html`<p>There is none yet: an account comes into being when it is first asked for something.</p>`
          : html`<ul>
              ${accounts.map(
                ({ name, events }) =>
                  html`<li>
                    <a href="${panelPath(name)}">${name}</a> <span class="quiet">${events.size} events</span>
                  </li>`,
              )}
            </ul>`
      }
      <h2>For programs</h2>
      <ul>
        <li><code>/v1/…</code> the API, for the official SDK and for Stripe.js</li>
        <li><code>/endive/stripe.js</code> Stripe.js</li>
        <li>
          <a href="/_simulator/log">GET /_simulator/log</a> what was asked, <code>?account=</code> for one account
        </li>
        <li><a href="/_simulator/faults">GET, POST, DELETE /_simulator/faults</a> what shall go wrong next</li>
        <li>
          <code>POST /_simulator/webhooks/hold</code>, <code>…/release</code>, <code>…/resend</code> late, doubled,
          reversed, again
        </li>
      </ul>`,
  );
}

/** One account: its objects by kind, what happened last, and what can be done to it. */
export function toAccountPage(world: World, account: Account, done?: string): Html {
  const here = panelPath(account.name);
  return toPanelPage(
    account.name,
    [],
    html`<p class="quiet">It is ${toTime(account.now())} (UTC) for this account.</p>
      <ul class="kinds">
        ${KINDS.map(
          (kind) =>
            html`<li>
              <a href="${panelPath(account.name, kind.slug)}">${kind.title}</a>
              <span class="quiet">${kind.count(account)}</span>
            </li>`,
        )}
      </ul>
      <h2>Webhooks</h2>
      ${toWebhooks(world, account.name, here)}
      <h2>Bank debits</h2>
      ${toDebits(world, account.name, here)}
      <h2>What shall go wrong next</h2>
      ${toFaults(world, account.name, here)}
      <h2>Latest events</h2>
      ${toEventTable(account.name, newestFirst(account.events).slice(0, LATEST), here)}
      <h2>Latest requests</h2>
      ${toRequestTable(
        world.log
          .filter((entry) => entry.account === account.name)
          .slice(-LATEST)
          .reverse(),
      )}`,
    done,
  );
}

/** Objects of a kind, newest first, those older than `after`. */
export function toKindPage(account: Account, kind: Kind, after: string | undefined): Html {
  const objects = kind.list(account).reverse();
  const from = after === undefined ? 0 : objects.findIndex(({ id }) => id === after) + 1;
  const page = objects.slice(from, from + ROWS);
  const last = page.at(-1);
  const more = last !== undefined && from + ROWS < objects.length;
  return toPanelPage(
    kind.title,
    [{ label: account.name, path: panelPath(account.name) }],
    html`${page.length === 0 ? html`<p>There are none.</p>` : toObjectTable(account.name, kind, page)}
    ${more ? html`<p><a href="${panelPath(account.name, kind.slug)}?after=${last.id}">Older</a></p>` : ''}`,
  );
}

/** One object as the API gives it, and what happened to it. */
export function toObjectPage(account: Account, kind: Kind, { id, line, object }: PanelObject, done?: string): Html {
  const here = panelPath(account.name, kind.slug, id);
  const about = newestFirst(account.events).filter((event) => toSubject(event) === id || event.id === id);
  return toPanelPage(
    id,
    [
      { label: account.name, path: panelPath(account.name) },
      { label: kind.title, path: panelPath(account.name, kind.slug) },
    ],
    html`<p>${line}</p>
      ${toObjectActions(account, kind, id, here)}
      ${
        about.length > 0
          ? html`<h2>Events</h2>
              ${toEventTable(account.name, about.slice(0, MOST_ABOUT), here)}`
          : ''
      }
      <h2>Object</h2>
      <pre tabindex="0">${toShownJson(object)}</pre>`,
    done,
  );
}

function toWebhooks({ deliveries }: World, account: string, back: string): Html {
  const held = deliveries.held(account);
  const action = (name: string): string => panelPath(account, 'actions', name);
  if (held === null) return toActionForm(action('hold'), { back }, 'Hold them back');
  const order = html`<label
      >Order
      <select name="order">
        ${toOptions([
          ['made', 'as made'],
          ['reversed', 'reversed'],
        ])}
      </select></label
    >
    <label>Copies <input name="copies" type="number" min="1" max="10" value="1" /></label>`;
  return html`<p>Held back: ${held}.</p>
    ${toActionForm(action('release'), { back }, 'Let them go', order)}`;
}

function toDebits({ later }: World, account: string, back: string): Html {
  const held = later.held(account);
  const action = (name: string): string => panelPath(account, 'actions', name);
  if (held === null) return toActionForm(action('hold-debits'), { back }, 'Keep them under way');
  return html`<p>Under way: ${held}.</p>
    ${toActionForm(action('release-debits'), { back }, 'Let them arrive or come back')}`;
}

function toFaults({ faults }: World, account: string, back: string): Html {
  const list = faults.list(account);
  const fields = html`<label>Path <input name="path" required value="/v1/*" /></label>
    <label
      >What
      <select name="kind">
        ${toOptions([
          ['status', 'answers with a status'],
          ['reset', 'breaks the connection'],
          ['hang', 'never answers'],
          ['delay', 'answers a second late'],
        ])}
      </select></label
    >
    <label>Status <input name="status" type="number" min="400" max="599" value="500" /></label>
    <label>Times <input name="times" type="number" min="1" value="1" /></label>
    <label
      >When
      <select name="after">
        ${toOptions([
          ['false', 'before the work'],
          ['true', 'after the work'],
        ])}
      </select></label
    >`;
  const action = (name: string): string => panelPath(account, 'actions', name);
  return html`${
    list.length === 0
      ? ''
      : html`<ul>
            ${list.map(({ kind, path, left, after }) => html`<li><code>${path}</code> ${kind}${after ? ', after the work' : ''}, ${left} more</li>`)}
          </ul>
          ${toActionForm(action('clear-faults'), { back }, 'Clear all')}`
  }
  ${toActionForm(action('fault'), { back }, 'Add', fields)}`;
}
