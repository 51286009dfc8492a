/** Products: what is sold. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { ApiError, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, flag, metadata, pagination, text, textUpTo } from '../http/params.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { Product } from '../stripe-types.js';

export interface NewProduct {
  readonly id?: string | undefined;
  readonly name: string;
  readonly active?: boolean | undefined;
  readonly description?: string | undefined;
  readonly images?: readonly string[] | undefined;
  readonly metadata?: Record<string, string> | undefined;
  readonly unit_label?: string | undefined;
  readonly url?: string | undefined;
}

export function createProduct(account: Account, input: NewProduct): Product {
  const id = input.id ?? makeId('prod');
  if (account.products.has(id)) {
    const message = `Product already exists with id: ${id}`;
    throw new ApiError(400, { type: 'invalid_request_error', code: 'resource_already_exists', message, param: 'id' });
  }
  const product: Product = {
    id,
    object: 'product',
    active: input.active ?? true,
    created: account.now(),
    default_price: null,
    description: input.description ?? null,
    images: [...(input.images ?? [])],
    livemode: false,
    marketing_features: [],
    metadata: applyMetadata(null, input.metadata),
    name: input.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: input.unit_label ?? null,
    updated: account.now(),
    url: input.url ?? null,
  };
  account.products.set(id, product);
  account.emit('product.created', product);
  return product;
}

export function findProduct(account: Account, id: string, param?: string): Product {
  const product = account.products.get(id);
  if (!product) throw missingResource('product', id, param, param ? 400 : 404);
  return product;
}

const images = z.array(text).max(8);

export const productEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/products', {
    params: {
      id: text.optional(),
      name: text,
      active: flag.optional(),
      description: text.optional(),
      images: images.optional(),
      metadata: metadata.optional(),
      unit_label: textUpTo(12).optional(),
      url: text.optional(),
    },
    run: ({ account, params }) => createProduct(account, params),
  }),
  endpoint('GET /v1/products', {
    params: { ...pagination, active: flag.optional(), created, ids: z.array(text).optional() },
    run: ({ account, params, path }) => {
      const { active, ids } = params;
      const items = newestFirst(account.products)
        .filter(createdWithin(params.created))
        .filter((item) => active === undefined || item.active === active)
        .filter((item) => !ids || ids.includes(item.id));
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/products/:id', { run: ({ account, id }) => findProduct(account, id) }),
  endpoint('POST /v1/products/:id', {
    params: {
      name: text.optional(),
      active: flag.optional(),
      description: emptyable(text).optional(),
      images: emptyable(images).optional(),
      metadata: emptyable(metadata).optional(),
      unit_label: emptyable(textUpTo(12)).optional(),
      url: emptyable(text).optional(),
    },
    run: ({ account, params, id }) => {
      const product = findProduct(account, id);
      const { name, active, description, unit_label: unitLabel, url } = params;
      if (name !== undefined) product.name = name;
      if (active !== undefined) product.active = active;
      if (description !== undefined) product.description = description;
      if (unitLabel !== undefined) product.unit_label = unitLabel;
      if (url !== undefined) product.url = url;
      if (params.images !== undefined) product.images = params.images ?? [];
      product.metadata = applyMetadata(product.metadata, params.metadata);
      product.updated = account.now();
      account.emit('product.updated', product);
      return product;
    },
  }),
];
