/** Whatever a page of the shop lets out, sorted by where: for a search after what must stay inside. */
import type { Page, Request } from 'playwright-core';

/** Where something may leak to. */
export type Place =
  | 'attributes'
  | 'document'
  | 'events'
  | 'console'
  | 'storage'
  | 'addresses'
  | 'trace'
  | 'merchant'
  /** Addresses that Stripe's script asks: it names its own secrets there. */
  | 'asked of Stripe';

/** What the browser has sent to the merchant. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly body: string;
}

/** Listens to a page from its first moment on. */
export class Overheard {
  readonly sent: Sent[] = [];
  /** Secrets that the merchant's server has given to the page. */
  readonly secrets: string[] = [];
  readonly #texts = new Map<Place, string[]>();
  readonly #page: Page;
  readonly #origin: string;
  readonly #reading: Promise<void>[] = [];

  private constructor(page: Page, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  static async of(page: Page, shopUrl: string): Promise<Overheard> {
    const overheard = new Overheard(page, new URL(shopUrl).origin);
    await page.exposeBinding('tellOverheard', (_source, text: string) => {
      overheard.#hear('events', text);
    });
    await page.addInitScript(hearEvents);
    page.on('console', (message) => {
      overheard.#hear('console', message.text());
    });
    page.on('pageerror', (error) => {
      overheard.#hear('console', String(error.stack));
    });
    page.on('request', (request) => {
      overheard.#reading.push(overheard.#read(request));
    });
    return overheard;
  }

  /** Looks at what is there now; once more before each page is left. */
  async look(): Promise<void> {
    this.#hear('addresses', this.#page.url());
    const seen = await this.#page.evaluate(lookAround);
    this.#hear('attributes', seen.attributes);
    this.#hear('document', seen.document);
    this.#hear('storage', seen.storage);
    this.#hear('trace', seen.trace);
    const cookies = await this.#page.context().cookies(this.#origin);
    this.#hear('storage', JSON.stringify(cookies.map(({ name, value }) => [name, value])));
  }

  /** All that was heard in a place. */
  async in(place: Place): Promise<string> {
    await Promise.all(this.#reading);
    if (place === 'merchant') return JSON.stringify(this.sent);
    return (this.#texts.get(place) ?? []).join('\n');
  }

  #hear(place: Place, text: string): void {
    const texts = this.#texts.get(place) ?? [];
    this.#texts.set(place, [...texts, text]);
  }

  async #read(request: Request): Promise<void> {
    const { origin, pathname, search } = new URL(request.url());
    const own = origin === this.#origin;
    this.#hear(own ? 'addresses' : 'asked of Stripe', request.url());
    if (!own) return;
    const headers = JSON.stringify(await request.allHeaders().catch(() => request.headers()));
    this.sent.push({ method: request.method(), path: pathname + search, headers, body: request.postData() ?? '' });
    if (!pathname.endsWith('/sessions')) return;
    const answer = await request
      .response()
      .then((response) => response?.text())
      .catch(() => '');
    for (const [, secret] of (answer ?? '').matchAll(/"(\w+_secret_\w+)"/g)) if (secret) this.secrets.push(secret);
  }
}

/** Runs in the page before anything else: each event, as text, at the moment it is heard. */
function hearEvents(): void {
  const tell = (window as unknown as { tellOverheard: (this: void, text: string) => void }).tellOverheard;
  const names = 'ready change step invalid submit decline action processing unresolved complete error exposure';
  for (const name of names.split(' ')) {
    window.addEventListener(`billing-${name}`, (event) => {
      tell(`${event.type} ${JSON.stringify((event as CustomEvent<unknown>).detail)}`);
    });
  }
}

/** Runs in the page. */
async function lookAround() {
  const attributes: string[] = [];
  const texts: string[] = [];
  const roots: ParentNode[] = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const node of root.querySelectorAll('*')) {
      for (const { name, value } of node.attributes) attributes.push(`${node.localName} ${name}=${value}`);
      if ('value' in node) texts.push(String(node.value));
      if (node.shadowRoot) {
        texts.push(node.shadowRoot.innerHTML);
        roots.push(node.shadowRoot);
      }
    }
  }
  texts.push(document.documentElement.outerHTML);
  const kept: unknown[] = [
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    history.state,
    window.name,
  ];
  for (const { name = '' } of await indexedDB.databases()) kept.push(name);
  kept.push(await caches.keys());
  const tag = document.querySelector('billing-checkout') as unknown as { trace: unknown; session: unknown } | null;
  return {
    attributes: attributes.join('\n'),
    document: texts.join('\n'),
    storage: JSON.stringify(kept),
    trace: JSON.stringify([tag?.trace, tag?.session]),
  };
}
