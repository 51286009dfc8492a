/** A relay between two parts: passes HTTP on, and lets it go wrong. */
import {
  Agent,
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { readAll, reply, type Answer } from './relay-answer.js';
import { errorPage, REQUEST_FAULTS, WRONG_JSON, type RequestFault } from './request-faults.js';

/** What is to happen to requests that fit. */
export interface Rule {
  readonly fits: (method: string, path: string) => boolean;
  /** What becomes of them. */
  readonly fault?: RequestFault;
  /** Told of each that fits. */
  readonly met?: () => void;
  /** Runs when the first comes, before anything is done, and holds it meanwhile. */
  readonly before?: () => Promise<void>;
  /** Runs once the first is done, and holds its answer meanwhile. */
  readonly after?: () => Promise<void>;
}

/** How many parts a dripping answer has; one arrives a tick. */
const DRIPS = 30;

/** How many ticks a request waits to be overtaken. */
const OVERTAKEN_TICKS = 4;

/** One relay. Each request has a connection of its own: browsers send again by themselves what was lost on an older one. */
export class Relay {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #target: () => URL;
  readonly #answered: () => void;
  readonly #server: Server;
  readonly #used = new Set<Rule>();
  /** Requests that hang, drip or wait to be overtaken: nothing of them is to be waited for. */
  readonly #stuck = new Set<{ tick(): void; lift(): void }>();
  #rules: Rule[] = [];
  #open = 0;
  #pages = 0;
  /** What came through, and what was answered. */
  readonly log: string[] = [];

  /** `answered` is told when what was asked for has arrived, whatever became of it on the way. */
  constructor(target: () => URL, answered: () => void) {
    this.#target = target;
    this.#answered = answered;
    this.#server = createServer((incoming, outgoing) => {
      void this.#relay(incoming, outgoing);
    });
  }

  async listen(): Promise<URL> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('A relay has no port.');
    return new URL(`http://127.0.0.1:${String(address.port)}/`);
  }

  /** Requests that are on their way and get somewhere. */
  get busy(): number {
    return this.#open - this.#stuck.size;
  }

  /** Requests that get nowhere. */
  get stuck(): number {
    return this.#stuck.size;
  }

  /** Pages that are on their way: until one comes, nothing can be done in the tab that waits for it. */
  get pages(): number {
    return this.#pages;
  }

  add(rule: Rule): void {
    this.#rules.push(rule);
  }

  /** Nothing goes wrong any more; what hangs breaks, what drips is whole. */
  lift(): void {
    this.#rules = [];
    for (const each of [...this.#stuck]) each.lift();
  }

  /** Time has passed. */
  tick(): void {
    for (const each of [...this.#stuck]) each.tick();
  }

  async close(): Promise<void> {
    this.lift();
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const page = incoming.headers['sec-fetch-dest'] === 'document' ? 1 : 0;
    this.#open += 1;
    this.#pages += page;
    let said = 'broken';
    let rule: Rule | undefined;
    outgoing.on('error', () => undefined);
    try {
      const body = await readAll(incoming);
      rule = this.#rules.find(({ fits }) => fits(method, path));
      if (rule) this.#meet(rule);
      await this.#once(rule, 'before');
      said = await this.#answer(rule, () => this.#forward(incoming, body), outgoing);
    } catch {
      // The part behind has broken the connection, or nobody listens: so does this one.
      outgoing.socket?.resetAndDestroy();
    } finally {
      this.#open -= 1;
      this.#pages -= page;
      this.log.push(`${method} ${path} ${said}`);
      if (said !== 'broken' && rule?.fault === undefined) this.#answered();
    }
  }

  /** What does not last happens to the first request. */
  #meet(rule: Rule): void {
    rule.met?.();
    if (rule.fault && !REQUEST_FAULTS[rule.fault].lasts) this.#rules = this.#rules.filter((each) => each !== rule);
  }

  async #once(rule: Rule | undefined, when: 'before' | 'after'): Promise<void> {
    const run = rule?.[when];
    if (!rule || !run || this.#used.has(rule)) return;
    this.#used.add(rule);
    await run();
  }

  async #answer(rule: Rule | undefined, forward: () => Promise<Answer>, outgoing: ServerResponse): Promise<string> {
    const fault = rule?.fault;
    const whole = async (): Promise<string> => {
      const answer = await forward();
      await this.#once(rule, 'after');
      return reply(outgoing, answer);
    };
    switch (fault) {
      case undefined:
        return whole();
      case 'refused':
        outgoing.socket?.resetAndDestroy();
        return fault;
      case 'hang':
        await this.#wait(outgoing, Infinity);
        outgoing.socket?.resetAndDestroy();
        return fault;
      case '4xx':
      case '5xx': {
        const status = fault === '4xx' ? 403 : 502;
        return reply(outgoing, {
          status,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: Buffer.from(errorPage(status)),
        });
      }
      case 'lost':
        await forward();
        outgoing.socket?.resetAndDestroy();
        return fault;
      case 'reset': {
        const { status, headers, body } = await forward();
        outgoing.writeHead(status, { ...headers, 'content-length': String(body.length + 1), connection: 'close' });
        await new Promise((done) => outgoing.write(body.subarray(0, body.length >> 1), done));
        outgoing.socket?.resetAndDestroy();
        return fault;
      }
      case 'cut': {
        const answer = await forward();
        return reply(outgoing, { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) });
      }
      case 'type': {
        const answer = await forward();
        const headers = {
          ...answer.headers,
          'content-type': 'application/octet-stream',
          'x-content-type-options': 'nosniff',
        };
        return reply(outgoing, { ...answer, headers });
      }
      case 'json': {
        const answer = await forward();
        const headers = { ...answer.headers, 'content-type': 'application/json' };
        return reply(outgoing, { status: 200, headers, body: Buffer.from(WRONG_JSON) });
      }
      case 'duplicate':
        await forward();
        return whole();
      case 'reordered':
        await this.#wait(outgoing, OVERTAKEN_TICKS);
        return whole();
      case 'drip':
        return this.#drip(await forward(), outgoing);
    }
  }

  /** Resolves when as many ticks have passed, the fault is lifted, or nobody waits for it any more. */
  #wait(outgoing: ServerResponse, ticks: number): Promise<void> {
    let left = ticks;
    return new Promise((resolve) => {
      const end = (): void => {
        this.#stuck.delete(stuck);
        outgoing.off('close', end);
        resolve();
      };
      const stuck = {
        tick: () => {
          left -= 1;
          if (left <= 0) end();
        },
        lift: end,
      };
      this.#stuck.add(stuck);
      outgoing.on('close', end);
    });
  }

  async #drip({ status, headers, body }: Answer, outgoing: ServerResponse): Promise<string> {
    const size = Math.max(1, Math.ceil(body.length / DRIPS));
    let sent = 0;
    outgoing.writeHead(status, { ...headers, 'content-length': String(body.length), connection: 'close' });
    await new Promise<void>((resolve) => {
      const end = (): void => {
        this.#stuck.delete(stuck);
        resolve();
      };
      const stuck = {
        tick: () => {
          outgoing.write(body.subarray(sent, (sent += size)));
          if (sent >= body.length) end();
        },
        lift: () => {
          outgoing.write(body.subarray(sent));
          end();
        },
      };
      outgoing.on('close', end);
      this.#stuck.add(stuck);
      stuck.tick();
    });
    outgoing.end();
    return 'drip';
  }

  #forward({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { hostname, port } = this.#target();
    return new Promise((resolve, reject) => {
      const outgoing = send({ hostname, port, method, path: url, headers, agent: this.#agent }, (incoming) => {
        readAll(incoming).then((read) => {
          const {
            connection: _,
            'transfer-encoding': __,
            'keep-alive': ___,
            'content-length': ____,
            ...rest
          } = incoming.headers;
          const kept = Object.entries(rest).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value] as const],
          );
          resolve({ status: incoming.statusCode ?? 502, headers: Object.fromEntries(kept), body: read });
        }, reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
