/** The control panel at the simulator's root: objects, events, faults and webhooks of each account, for people. */
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { ApiError } from '../http/api-error.js';
import type { AccountState, World } from '../state/world.js';
import { ActionError, ACTIONS } from './actions.js';
import { findKind } from './kinds.js';
import { PANEL, PANEL_CSS, PANEL_STYLES, type Html } from './layout.js';
import { toAccountPage, toIndexPage, toKindPage, toObjectPage } from './pages.js';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export function panelRoutes(world: World): Hono {
  const app = new Hono();
  const send = async (context: Context, page: Html): Promise<Response> => context.html(await page, 200, HEADERS);

  app.get('/', (context) => send(context, toIndexPage(world)));
  app.get(PANEL_CSS, ({ body }) => body(PANEL_STYLES, 200, { ...HEADERS, 'content-type': 'text/css; charset=utf-8' }));
  app.get(`${PANEL}/:account`, (context) => {
    const state = findState(world, context.req.param('account'));
    return state ? send(context, toAccountPage(world, state.account, context.req.query('done'))) : context.notFound();
  });
  app.get(`${PANEL}/:account/:kind`, (context) => {
    const state = findState(world, context.req.param('account'));
    const kind = findKind(context.req.param('kind'));
    return state && kind
      ? send(context, toKindPage(state.account, kind, context.req.query('after')))
      : context.notFound();
  });
  app.get(`${PANEL}/:account/:kind/:id`, (context) => {
    const state = findState(world, context.req.param('account'));
    const kind = findKind(context.req.param('kind'));
    const object = state && kind?.find(state.account, context.req.param('id'));
    return object && kind
      ? send(context, toObjectPage(state.account, kind, object, context.req.query('done')))
      : context.notFound();
  });
  app.post(`${PANEL}/:account/actions/:action`, async (context) => {
    const { req } = context;
    // A page from elsewhere must not work the panel of whoever has it running.
    if (req.header('origin') !== new URL(req.url).origin)
      return context.text('Only the panel itself may do this.\n', 403);
    const state = findState(world, req.param('account'));
    const name = req.param('action');
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!state || !action) return context.notFound();
    const fields = toFields(await req.parseBody());
    state.account.request = { id: null, idempotency_key: null };
    const done = run(() => action(world, state, fields));
    state.account.flush();
    const back = fields['back'] ?? '';
    return context.redirect(`${back.startsWith(`${PANEL}/`) ? back : '/'}?done=${encodeURIComponent(done)}`, 303);
  });
  return app;
}

/** Looking at an account does not bring it into being. */
function findState(world: World, name: string): AccountState | undefined {
  for (const state of world.states()) if (state.account.name === name) return state;
  return undefined;
}

function run(action: () => string): string {
  try {
    return action();
  } catch (error) {
    if (error instanceof z.ZodError) return `Not done. ${z.prettifyError(error)}`;
    if (error instanceof ActionError || error instanceof ApiError) return `Not done. ${error.message}`;
    throw error;
  }
}

const toFields = (body: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
