/** One route of the API: who may call it, what it reads, what it answers. */
import { z } from 'zod';
import type { Account } from '../state/account.js';

export interface Call<P> {
  readonly account: Account;
  readonly params: P;
  /** First id in the path. */
  readonly id: string;
  /** Second id in the path, where there is one. */
  readonly subId: string;
  /** Path of the request, which lists repeat in `url`. */
  readonly path: string;
  /** Whose key it was. */
  readonly caller: 'server' | 'browser';
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path with `:id` and `:subId`. */
  readonly path: string;
  /** Browser endpoints take a publishable key, those for `any` both kinds; all others a secret one. */
  readonly caller: 'server' | 'browser' | 'any';
  /** Only one request at a time may hold the object in the path. */
  readonly exclusive: boolean;
  /** What a refused request has made stays: a declined payment leaves its intent and charge. */
  readonly keepsRefused: boolean;
  readonly schema: z.ZodType;
  /** Answers at once, so that one request is one step for everybody else. */
  readonly run: (call: Call<unknown>) => object;
}

interface EndpointOptions<S extends z.ZodRawShape> {
  readonly params?: S;
  readonly caller?: Endpoint['caller'];
  readonly exclusive?: boolean;
  readonly keepsRefused?: boolean;
  readonly run: (call: Call<z.output<z.ZodObject<S>>>) => object;
}

/** Declares a route, e.g. `endpoint('GET /v1/prices/:id', { run: … })`. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- a route may have no parameters
export function endpoint<S extends z.ZodRawShape = Record<never, never>>(
  route: `${Endpoint['method']} /${string}`,
  options: EndpointOptions<S>,
): Endpoint {
  const [method, path] = route.split(' ') as [Endpoint['method'], string];
  const schema = z.strictObject({ ...options.params, expand: z.array(z.string()).optional() });
  const run = (call: Call<unknown>): object =>
    options.run({ ...call, params: call.params as z.output<z.ZodObject<S>> });
  const { caller = 'server', exclusive = false, keepsRefused = caller !== 'server' } = options;
  return { method, path, caller, exclusive, keepsRefused, schema, run };
}
