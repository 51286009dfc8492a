/** Routes a browser calls with a publishable key, as `wire/payment-page.ts` writes them down. */
import { paymentPagePath } from '../../wire/payment-page.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { invalidRequest, missingResource, type ApiError } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { authenticatePage, authenticateParams } from './authenticate-page.js';
import { confirmPage, confirmParams } from './confirm-page.js';
import { toPage } from './to-page.js';
import { updatePage, updatePageParams } from './update-page.js';

/** The session, if the secret is its own. */
function findPage(account: Account, id: string, secret: string): SessionRecord {
  const record = account.sessions.get(id);
  if (record?.secret !== secret) throw missingResource('payment_page', id);
  return record;
}

/** The session, if it can still be paid. */
function openSession(account: Account, id: string, secret: string): SessionRecord {
  const record = findPage(account, id, secret);
  if (record.session.status === 'complete') {
    throw invalidRequest('This Checkout Session has already been processed.', { code: 'checkout_succeeded_session' });
  }
  if (record.session.status !== 'open') throw notActive();
  return record;
}

const notActive = (): ApiError =>
  invalidRequest('This Checkout Session is no longer active.', { code: 'checkout_not_active_session' });

const base = paymentPagePath(':id') as `/${string}`;
const browser = { caller: 'browser' } as const;

export const pageEndpoints: readonly Endpoint[] = [
  endpoint(`POST ${base}/init`, {
    ...browser,
    params: { client_secret: text },
    run: ({ account, params, id }) => {
      const record = findPage(account, id, params.client_secret);
      if (record.session.status !== 'open') throw notActive();
      return toPage(account, record);
    },
  }),
  endpoint(`POST ${base}`, {
    ...browser,
    params: updatePageParams,
    run: ({ account, params, id }) => {
      const record = openSession(account, id, params.client_secret);
      updatePage(account, record, params);
      return toPage(account, record);
    },
  }),
  endpoint(`POST ${base}/confirm`, {
    ...browser,
    exclusive: true,
    params: confirmParams,
    run: ({ account, params, id }) => {
      const record = openSession(account, id, params.client_secret);
      return toPage(account, record, confirmPage(account, record, params));
    },
  }),
  endpoint(`POST ${base}/authenticate`, {
    ...browser,
    exclusive: true,
    params: authenticateParams,
    run: ({ account, params, id }) => {
      const record = openSession(account, id, params.client_secret);
      authenticatePage(account, record, params);
      return toPage(account, record);
    },
  }),
];
