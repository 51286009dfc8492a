/** The simulator's own routes for programs: faults on demand, the log, webhooks held, let go and sent again. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { declineNext } from './billing/decline-next.js';
import { AFTER_RETRIES, isRenewalDecline, RENEWAL_DECLINES } from './billing/dunning.js';
import { updateCard } from './payments/update-card.js';
import type { World } from './state/world.js';

export function adminRoutes(world: World): Hono {
  const app = new Hono();
  app.use('/_simulator/*', cors({ origin: '*' }));
  app.get('/_simulator/log', (context) => {
    const account = context.req.query('account');
    return context.json({ data: world.log.filter((entry) => account === undefined || entry.account === account) });
  });
  app.get('/_simulator/faults', (context) => context.json({ data: world.faults.list(context.req.query('account')) }));
  app.post('/_simulator/faults', async (context) => {
    try {
      return context.json(world.faults.add(await context.req.json()), 201);
    } catch (error) {
      if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
      if (error instanceof SyntaxError) return context.json({ error: 'The body must be JSON.' }, 400);
      throw error;
    }
  });
  app.delete('/_simulator/faults', (context) => {
    world.faults.clear(context.req.query('account'));
    return context.body(null, 204);
  });
  app.post('/_simulator/debits/:what{hold|release}', async (context) => {
    const input = webhookAccount.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    if (context.req.param('what') === 'hold') world.later.hold(input.data.account);
    else world.later.release(input.data.account);
    return context.body(null, 204);
  });
  app.post('/_simulator/cards/update', async (context) => {
    const input = cardUpdate.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    const { account, payment_method: id, ...card } = input.data;
    const method = updateCard(world.stateOf(account).account, id, card);
    return method
      ? context.json(method)
      : context.json({ error: 'There is no such saved card, or no such test card.' }, 404);
  });
  app.post('/_simulator/cards/retry_next', async (context) => {
    const input = cardRetry.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    world.stateOf(input.data.account).account.retries = input.data.times;
    return context.body(null, 204);
  });
  app.post('/_simulator/billing/settings', async (context) => {
    const input = billingSettings.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    world.stateOf(input.data.account).account.dunning.afterRetries = input.data.after_retries;
    return context.body(null, 204);
  });
  app.post('/_simulator/billing/decline_next', async (context) => {
    const input = nextDecline.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    const { account, customer, decline } = input.data;
    return declineNext(world.stateOf(account).account, customer, decline)
      ? context.body(null, 204)
      : context.json({ error: 'There is no such customer.' }, 404);
  });
  app.post('/_simulator/webhooks/hold', async (context) => {
    const input = webhookAccount.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    world.deliveries.hold(input.data.account);
    return context.body(null, 204);
  });
  app.post('/_simulator/webhooks/release', async (context) => {
    const input = webhookRelease.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    world.deliveries.release(input.data.account, input.data);
    return context.body(null, 204);
  });
  app.post('/_simulator/webhooks/resend', async (context) => {
    const input = webhookResend.safeParse(await context.req.json().catch(() => null));
    if (!input.success) return context.json({ error: z.prettifyError(input.error) }, 400);
    const { account } = world.stateOf(input.data.account);
    const event = account.events.get(input.data.event);
    if (!event) return context.json({ error: 'There is no such event.' }, 404);
    return context.json({ endpoints: world.deliveries.resend(account, event) });
  });
  return app;
}

const webhookAccount = z.strictObject({ account: z.string().min(1) });
const webhookRelease = webhookAccount.extend({
  order: z.enum(['made', 'reversed']).optional(),
  copies: z.number().int().min(1).max(10).optional(),
});
const cardUpdate = webhookAccount.extend({
  payment_method: z.string().min(1),
  number: z.string().regex(/^\d{12,19}$/),
  exp_month: z.number().int().min(1).max(12),
  exp_year: z.number().int().min(2000).max(2100),
});
const cardRetry = webhookAccount.extend({ times: z.number().int().min(0).max(5).default(1) });
const billingSettings = webhookAccount.extend({ after_retries: z.enum(AFTER_RETRIES) });
const nextDecline = webhookAccount.extend({
  customer: z.string().min(1),
  decline: z.string().refine(isRenewalDecline, `One of ${Object.keys(RENEWAL_DECLINES).join(', ')}.`),
});
const webhookResend = webhookAccount.extend({ event: z.string().min(1) });
