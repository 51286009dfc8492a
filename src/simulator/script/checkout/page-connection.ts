/** One checkout's line to the API: opens the page once, sends updates one after another, counts what is pending. */
import type { StripeError } from '@stripe/stripe-js';
import { postPaymentPage } from '../../wire/post-payment-page.js';
import type { PaymentPageCredentials, PaymentPageReply } from '../../wire/post-payment-page.js';
import type {
  PaymentPage,
  PaymentPageAuthenticate,
  PaymentPageConfirm,
  PaymentPageUpdate,
} from '../../wire/payment-page.js';
import { parseClientSecret } from './parse-client-secret.js';
import { connectionMessage } from './to-error.js';

export interface Opened {
  readonly page: PaymentPage;
  readonly credentials: PaymentPageCredentials;
}

export type OpenResult = Opened | { readonly failure: StripeError };

export class PageConnection {
  /** Settles once; never rejects. */
  readonly opened: Promise<OpenResult>;
  readonly #origin: string;
  readonly #changed: () => void;
  #page: PaymentPage | null = null;
  #credentials: PaymentPageCredentials | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #pending = 0;

  constructor(origin: string, key: string, clientSecret: Promise<string> | string, changed: () => void) {
    this.#origin = origin;
    this.#changed = changed;
    this.opened = this.#open(key, clientSecret);
  }

  get page(): PaymentPage | null {
    return this.#page;
  }

  get pending(): boolean {
    return this.#pending > 0;
  }

  /** Counts as a pending update until the returned function is called. */
  hold(): () => void {
    this.#pending += 1;
    if (this.#pending === 1) this.#changed();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#pending -= 1;
      if (this.#pending === 0) this.#changed();
    };
  }

  update(body: PaymentPageUpdate): Promise<PaymentPageReply> {
    return this.#enqueue(() => this.#send('', body));
  }

  /** Reads the session again after a server may have changed it; `before` runs first, in its turn. */
  reopen(before: () => Promise<unknown> = () => Promise.resolve()): Promise<PaymentPageReply> {
    return this.#enqueue(async () => {
      await before();
      return this.#send('/init', {});
    });
  }

  confirm(body: PaymentPageConfirm): Promise<PaymentPageReply> {
    return this.#send('/confirm', body);
  }

  authenticate(body: PaymentPageAuthenticate): Promise<PaymentPageReply> {
    return this.#send('/authenticate', body);
  }

  /** Takes over what a frame has heard from the API. */
  take(page: PaymentPage): void {
    this.#page = page;
    this.#changed();
  }

  async #open(key: string, secret: Promise<string> | string): Promise<OpenResult> {
    const parsed = await Promise.resolve(secret).then(parseClientSecret, (error: unknown) => ({
      problem: toMessage(error),
    }));
    if (parsed.problem !== undefined) return { failure: { type: 'invalid_request_error', message: parsed.problem } };
    this.#credentials = { key, clientSecret: parsed.clientSecret, sessionId: parsed.sessionId };
    const reply = await this.#send('/init', {});
    if (reply.outcome === 'lost') return { failure: { type: 'api_connection_error', message: connectionMessage } };
    if (reply.outcome === 'refused')
      return { failure: { type: 'invalid_request_error', message: reply.error.message } };
    if (reply.page.session.status.type !== 'open') {
      return { failure: { type: 'invalid_request_error', message: 'This Checkout Session is no longer active.' } };
    }
    return { page: reply.page, credentials: this.#credentials };
  }

  async #send(route: '' | '/init' | '/confirm' | '/authenticate', body: object): Promise<PaymentPageReply> {
    if (this.#credentials === null) return { outcome: 'lost' };
    const reply = await postPaymentPage(this.#origin, this.#credentials, route, body);
    if (reply.outcome === 'page') this.take(reply.page);
    return reply;
  }

  #enqueue(task: () => Promise<PaymentPageReply>): Promise<PaymentPageReply> {
    const release = this.hold();
    const turn = this.#queue.then(task);
    this.#queue = turn.then(release, release);
    return turn;
  }
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : 'The clientSecret promise was rejected.';
}
