/** A shop in memory: what a server and Stripe know of its sessions, and the contract's routes on top. */
import { http, HttpResponse, type HttpHandler } from 'msw';
import type { OpenRequest } from '../../../src/contract/open-request.js';
import type { AddressRules } from '../../../src/contract/sessions.js';
import type { Truth } from '../../../src/contract/truth.js';
import { session as sample, truth } from '../../core/support/samples.js';

export const ENDPOINT = 'https://shop.example.com/billing';

/** Price of one seat, in cents. */
export const SEAT = 900;

export interface ShopSession {
  readonly id: string;
  readonly clientSecret: string;
  /** The purchase key it was opened with. */
  readonly key: string;
  status: Truth['status'];
  /** What a promotion code takes off. */
  off: number;
  items: Extract<OpenRequest, { kind: 'purchase' }>['items'];
  /** On a page of Stripe's. */
  readonly hosted: boolean;
}

export const totalOf = ({ items, off }: ShopSession): number =>
  items.reduce((sum, { quantity }) => sum + quantity * SEAT, 0) - off;

export class Shop {
  readonly sessions: ShopSession[] = [];
  /** Sessions that were paid, once for each payment. */
  readonly charges: string[] = [];
  readonly requests: string[] = [];
  /** What it asks of addresses. */
  address: AddressRules | null = null;
  /** What stands between the browser and the server: a broken answer instead of the true one. */
  readonly faults: ((method: string) => Response | Promise<Response | undefined> | undefined)[] = [];

  find(id: string): ShopSession | undefined {
    return this.sessions.find((session) => session.id === id);
  }

  bySecret(clientSecret: string): ShopSession | undefined {
    return this.sessions.find((session) => session.clientSecret === clientSecret);
  }

  /** Moves money. A session completes once; for a second time there is no way. */
  pay(session: ShopSession, status: 'complete' | 'processing' = 'complete'): void {
    if (session.status !== 'open') throw new Error(`${session.id} is ${session.status}.`);
    session.status = status;
    this.charges.push(session.id);
  }

  handlers(): HttpHandler[] {
    const fault = async (method: string): Promise<Response | undefined> => {
      this.requests.push(method);
      for (const each of this.faults) {
        const response = await each(method);
        if (response) return response;
      }
      return undefined;
    };
    return [
      http.post(`${ENDPOINT}/sessions`, async ({ request }) => {
        const key = request.headers.get('idempotency-key') ?? '';
        const body = (await request.json()) as Extract<OpenRequest, { kind: 'purchase' }>;
        const found = this.#open(key, body);
        return (await fault('POST')) ?? HttpResponse.json(found, { status: 201 });
      }),
      http.get(`${ENDPOINT}/sessions/:id`, async ({ params }) => {
        const session = this.find(String(params['id']));
        return (await fault('GET')) ?? (session ? HttpResponse.json(this.#truth(session)) : notFound());
      }),
      http.patch(`${ENDPOINT}/sessions/:id`, async ({ params, request }) => {
        const { items } = (await request.json()) as Partial<Pick<ShopSession, 'items'>>;
        const broken = await fault('PATCH');
        const session = this.find(String(params['id']));
        if (broken || !session) return broken ?? notFound();
        if (session.status !== 'open') return problem('session.closed', 409);
        if (items) session.items = items;
        return HttpResponse.json(this.#truth(session));
      }),
    ];
  }

  #open(key: string, { items, resume, ui }: Extract<OpenRequest, { kind: 'purchase' }>): object {
    const known = resume ? this.find(resume) : undefined;
    const same = known && JSON.stringify(known.items) === JSON.stringify(items);
    const hosted = ui === 'hosted';
    if (known && (known.status !== 'open' || (same && known.hosted === hosted))) return this.#answer(known);
    if (known) known.status = 'expired';
    const id = `cs_${String(this.sessions.length + 1)}`;
    const session: ShopSession = { id, clientSecret: `${id}_secret_hush`, key, status: 'open', off: 0, items, hosted };
    this.sessions.push(session);
    return this.#answer(session);
  }

  #answer(session: ShopSession): object {
    return toAnswer(session, this.address);
  }

  #truth(session: ShopSession): Truth {
    return truth(session.status, { id: session.id, amount: totalOf(session) });
  }
}

const toAnswer = ({ id, status, clientSecret, hosted }: ShopSession, address: AddressRules | null): object => ({
  contract: 1,
  ...(hosted && status === 'open'
    ? { gateway: 'hosted', url: `https://checkout.stripe.com/c/pay/${id}#hush` }
    : { gateway: 'checkout_session', clientSecret: status === 'open' ? clientSecret : null }),
  ...sample,
  features: { ...sample.features, hosted: true, ...(address && { address }) },
  id,
  status,
});

export const problem = (
  code: 'session.not_found' | 'session.closed' | 'request.invalid',
  status: number,
  field?: string,
): Response =>
  HttpResponse.json(
    { contract: 1, type: `urn:billing-checkout:problem:${code}`, title: 'It cannot be done.', status, code, field },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const notFound = (): Response => problem('session.not_found', 404);

/** What a proxy says when it has lost the server's answer. */
export const lostAnswer = (): Response => HttpResponse.html('<h1>Internal error</h1>', { status: 500 });
