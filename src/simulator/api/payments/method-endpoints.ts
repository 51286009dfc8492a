/** Routes of payment methods, and the steps others take with them. */
import { z } from 'zod';
import { methodTypes } from '../../wire/method-data.js';
import { findCustomer, toAddress } from '../customers/create-customer.js';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { paginate } from '../http/paginate.js';
import { address, email, emptyable, integer, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { ownedBy } from '../state/owned.js';
import type { PaymentMethod } from '../stripe-types.js';
import { attachMethod } from './attach-method.js';
import { cardError } from './card-error.js';
import { createTestMethod } from './create-method.js';
import type { MethodRecord } from './method-record.js';

/** A stored method, or a fresh one where the id is a published test id. */
export function findMethod(account: Account, id: string, param?: string): MethodRecord {
  const record = account.paymentMethods.get(id) ?? createTestMethod(account, id);
  if (!record) throw missingResource('payment_method', id, param, param ? 400 : 404);
  return record;
}

export const methodsOf = (account: Account, customer: string): PaymentMethod[] =>
  ownedBy(account, customer, account.paymentMethods)
    .map(({ method }) => method)
    .filter((method) => method.customer === customer);

/** Attaching checks the card with its bank, so a declining one is refused here. */
export function attachById(account: Account, id: string, customer: string): PaymentMethod {
  const record = findMethod(account, id);
  const { method } = record;
  if (method.customer !== null) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.');
  }
  if (record.kind === 'card' && record.card.decline && !record.card.attachable) throw cardError(record.card.decline);
  if (record.kind === 'redirect') throw invalidRequest('This PaymentMethod cannot be attached: it pays once.');
  return attachMethod(account, method, customer);
}

export function detach(account: Account, method: PaymentMethod): PaymentMethod {
  const previous = method.customer;
  if (typeof previous !== 'string') {
    throw invalidRequest('The payment method you provided is not attached to a customer so detachment is impossible.');
  }
  method.customer = null;
  const settings = account.customers.get(previous)?.invoice_settings;
  if (settings?.default_payment_method === method.id) settings.default_payment_method = null;
  account.emit('payment_method.detached', method, { customer: previous });
  return method;
}

export function detachAll(account: Account, customer: string): void {
  for (const method of methodsOf(account, customer)) detach(account, method);
}

export const methodEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/payment_methods', {
    params: { ...pagination, customer: text.optional(), type: z.enum(methodTypes).optional() },
    run: ({ account, params, path }) => {
      // Without a customer Stripe lists none of those that belong to one.
      const customer = params.customer === undefined ? null : findCustomer(account, params.customer, 'customer').id;
      const all = customer === null ? [] : methodsOf(account, customer);
      return paginate(
        all.filter(({ type }) => params.type === undefined || type === params.type),
        params,
        path,
      );
    },
  }),
  endpoint('GET /v1/payment_methods/:id', { run: ({ account, id }) => findMethod(account, id).method }),
  endpoint('POST /v1/payment_methods/:id', {
    params: {
      allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
      billing_details: z
        .strictObject({
          address: emptyable(address).optional(),
          email: emptyable(email).optional(),
          name: emptyable(text).optional(),
          phone: emptyable(text).optional(),
        })
        .optional(),
      card: z.strictObject({ exp_month: integer.optional(), exp_year: integer.optional() }).optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params, id }) => {
      const { method } = findMethod(account, id);
      if (method.customer === null) {
        throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.');
      }
      const { allow_redisplay: redisplay, billing_details: details, card } = params;
      if (redisplay !== undefined) method.allow_redisplay = redisplay;
      if (details?.address !== undefined)
        method.billing_details.address = details.address && toAddress(details.address);
      if (details?.email !== undefined) method.billing_details.email = details.email;
      if (details?.name !== undefined) method.billing_details.name = details.name;
      if (details?.phone !== undefined) method.billing_details.phone = details.phone;
      if (method.card && card?.exp_month !== undefined) method.card.exp_month = card.exp_month;
      if (method.card && card?.exp_year !== undefined) method.card.exp_year = card.exp_year;
      method.metadata = applyMetadata(method.metadata, params.metadata);
      account.emit('payment_method.updated', method);
      return method;
    },
  }),
  endpoint('POST /v1/payment_methods/:id/attach', {
    params: { customer: text },
    run: ({ account, params, id }) => attachById(account, id, findCustomer(account, params.customer, 'customer').id),
  }),
  endpoint('POST /v1/payment_methods/:id/detach', {
    run: ({ account, id }) => detach(account, findMethod(account, id).method),
  }),
];
