// @ts-check
/** Runs each hook once per fact: a row in Postgres, written in the transaction of the hook's own work. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** @type {AsyncLocalStorage<import('pg').PoolClient>} */
const open = new AsyncLocalStorage();

/** For hooks: the transaction of the fact. What is written with it is kept exactly when the fact is. */
export function transaction() {
  const client = open.getStore();
  if (client === undefined) throw new Error('There is a transaction in hooks only.');
  return client;
}

/**
 * The option `once`. Needs `create table billing_facts (fact text primary key, told_at timestamptz not null default now())`.
 *
 * @param {import('pg').Pool} pool
 * @returns {import('billing-checkout/server').Once}
 */
export function createOnce(pool) {
  return async (fact, run) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      // Another process that has begun the same fact is waited for: it keeps the row, or leaves it to us.
      const insert = 'insert into billing_facts (fact) values ($1) on conflict do nothing';
      const { rowCount } = await client.query(insert, [fact]);
      if (rowCount === 1) await open.run(client, run);
      await client.query('commit');
      client.release();
    } catch (error) {
      // What was written is taken back: by name, or with the connection.
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  };
}
