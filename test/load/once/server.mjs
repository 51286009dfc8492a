/** A shop in a process of its own, whose hook is run once per fact: by a row of Postgres, shared with other processes. */
import { createServer } from 'node:http';
import pg from 'pg';
import Stripe from 'stripe';
import { createCheckoutServer, toNodeListener } from '../../../dist/server/index.js';
import { createOnce, transaction } from '../../../examples/backends/once-postgres.mjs';

const { PORT, STRIPE_SECRET_KEY, STRIPE_API_BASE, STRIPE_WEBHOOK_SECRET, BILLING_ORIGIN, DATABASE_PORT } = process.env;
const { hostname, port } = new URL(STRIPE_API_BASE);
const pool = new pg.Pool({ host: '127.0.0.1', port: Number(DATABASE_PORT), user: 'postgres', password: 'x', max: 4 });

/** Writes what was bought; fails where the shop's database says that this once it should. */
async function grant({ fact, session }) {
  const client = transaction();
  await client.query('insert into grants (session, fact, process) values ($1, $2, $3)', [
    session.id,
    fact,
    process.pid,
  ]);
  const stuck = await client.query('select 1 from stuck where session = $1 and port = $2', [session.id, Number(PORT)]);
  if (stuck.rowCount > 0) {
    console.log(`Stuck: ${session.id}`);
    await new Promise(() => undefined);
  }
  const { rowCount } = await client.query('select 1 from broken where session = $1', [session.id]);
  if (rowCount > 0) throw new Error('The shop is away.');
}

const server = createCheckoutServer({
  stripe: new Stripe(STRIPE_SECRET_KEY, { host: hostname, port, protocol: 'http', telemetry: false }),
  origins: [BILLING_ORIGIN],
  prices: { pro_monthly: { quantity: { max: 100 } }, team_onboarding: {} },
  webhookSecret: STRIPE_WEBHOOK_SECRET,
  hooks: { completed: grant },
  once: createOnce(pool),
  onError: () => undefined,
});
const listening = createServer(toNodeListener(server)).listen(Number(PORT));
process.once('SIGTERM', () => {
  listening.close(() => pool.end().then(() => process.exit(0)));
  listening.closeIdleConnections();
});
