/** Makes a customer, by request or because a guest's session completed. */
import { applyMetadata } from '../http/apply-metadata.js';
import { missingResource } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import type { Address, Customer, TestClock } from '../stripe-types.js';

type PartialAddress = { readonly [K in keyof Address]?: string | undefined };

export interface NewCustomer {
  readonly email?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly address?: PartialAddress | null | undefined;
  readonly metadata?: Record<string, string> | null | undefined;
  readonly preferred_locales?: readonly string[] | undefined;
  readonly tax_exempt?: 'exempt' | 'none' | 'reverse' | null | undefined;
}

export function createCustomer(account: Account, input: NewCustomer, clock: TestClock | null = null): Customer {
  const customer: Customer = {
    id: makeId('cus'),
    object: 'customer',
    address: input.address ? toAddress(input.address) : null,
    balance: 0,
    created: clock?.frozen_time ?? account.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: input.description ?? null,
    discount: null,
    email: input.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: applyMetadata(null, input.metadata),
    name: input.name ?? null,
    next_invoice_sequence: 1,
    phone: input.phone ?? null,
    preferred_locales: [...(input.preferred_locales ?? [])],
    shipping: null,
    tax_exempt: input.tax_exempt ?? 'none',
    test_clock: clock?.id ?? null,
  };
  account.customers.set(customer.id, customer);
  return customer;
}

export function toAddress(input: PartialAddress): Address {
  return {
    city: input.city || null,
    country: input.country || null,
    line1: input.line1 || null,
    line2: input.line2 || null,
    postal_code: input.postal_code || null,
    state: input.state || null,
  };
}

export function findCustomer(account: Account, id: string, param?: string): Customer {
  const customer = account.customers.get(id);
  if (!customer) throw missingResource('customer', id, param, param ? 400 : 404);
  return customer;
}
