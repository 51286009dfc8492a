/** Routes of events and webhook endpoints. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { apiVersion } from '../api-version.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, flag, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { WebhookEndpoint } from '../stripe-types.js';

/** The secret is shown only when the endpoint is made. */
function withoutSecret(endpointObject: WebhookEndpoint): WebhookEndpoint {
  const { secret: _, ...rest } = endpointObject;
  return rest;
}

function findEndpoint(account: Account, id: string): WebhookEndpoint {
  const found = account.webhookEndpoints.get(id);
  if (!found) throw missingResource('webhook_endpoint', id);
  return found;
}

function checkUrl(url: string): string {
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw invalidRequest('Invalid URL: An explicit scheme (such as https) must be provided.', {
      code: 'url_invalid',
      param: 'url',
    });
  }
  return url;
}

const eventName = text.regex(/^(\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$/);
const events = z.array(eventName).min(1);

export const eventEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/events', {
    params: {
      ...pagination,
      created,
      type: text.optional(),
      types: z.array(text).max(20).optional(),
      delivery_success: flag.optional(),
    },
    run: ({ account, params, path }) => {
      const { type, types, delivery_success: delivered } = params;
      const wanted = type === undefined ? null : new RegExp(`^${type.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
      const items = newestFirst(account.events)
        .filter(createdWithin(params.created))
        .filter((event) => !wanted || wanted.test(event.type))
        .filter((event) => !types || types.includes(event.type))
        .filter((event) => delivered === undefined || (event.pending_webhooks === 0) === delivered);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/events/:id', {
    run: ({ account, id }) => {
      const event = account.events.get(id);
      if (!event) throw missingResource('event', id);
      return event;
    },
  }),
  endpoint('POST /v1/webhook_endpoints', {
    params: {
      url: text,
      enabled_events: events,
      api_version: text.optional(),
      description: emptyable(text).optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params }) => {
      if (params.api_version !== undefined && params.api_version !== apiVersion) {
        throw notSimulated('api_version', `api_version ${params.api_version}`);
      }
      const made: WebhookEndpoint = {
        id: makeId('we'),
        object: 'webhook_endpoint',
        api_version: params.api_version ?? null,
        application: null,
        created: account.now(),
        description: params.description ?? null,
        enabled_events: params.enabled_events,
        livemode: false,
        metadata: applyMetadata(null, params.metadata),
        secret: makeId('whsec'),
        status: 'enabled',
        url: checkUrl(params.url),
      };
      account.webhookEndpoints.set(made.id, made);
      return made;
    },
  }),
  endpoint('GET /v1/webhook_endpoints', {
    params: pagination,
    run: ({ account, params, path }) =>
      paginate(newestFirst(account.webhookEndpoints).map(withoutSecret), params, path),
  }),
  endpoint('GET /v1/webhook_endpoints/:id', { run: ({ account, id }) => withoutSecret(findEndpoint(account, id)) }),
  endpoint('POST /v1/webhook_endpoints/:id', {
    params: {
      url: text.optional(),
      enabled_events: events.optional(),
      disabled: flag.optional(),
      description: emptyable(text).optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params, id }) => {
      const found = findEndpoint(account, id);
      const { url, enabled_events: enabled, disabled, description } = params;
      if (url !== undefined) found.url = checkUrl(url);
      if (enabled !== undefined) found.enabled_events = enabled;
      if (disabled !== undefined) found.status = disabled ? 'disabled' : 'enabled';
      if (description !== undefined) found.description = description;
      found.metadata = applyMetadata(found.metadata, params.metadata);
      return withoutSecret(found);
    },
  }),
  endpoint('DELETE /v1/webhook_endpoints/:id', {
    run: ({ account, id }) => {
      const { id: found } = findEndpoint(account, id);
      account.webhookEndpoints.delete(found);
      return { id: found, object: 'webhook_endpoint', deleted: true };
    },
  }),
];
