/** Three wires on which requests can go wrong, and a count of those that are under way. */
import type { Fault, Wire } from './actions.js';

type Send = (request: Request) => Promise<Response>;

/** The wires of one run. */
export class Wires {
  readonly #faults: Record<Wire, Fault[]> = { shop: [], api: [], page: [] };
  /** Requests that are under way. */
  busy = 0;
  /** Requests that have ended, and what they were worth a look for. */
  ended = 0;
  /** Requests that nobody will ever hear of. */
  silent = 0;
  /** Faults that have happened. */
  faults = 0;

  /** The next request on a wire goes wrong. */
  break(wire: Wire, fault: Fault): void {
    this.#faults[wire].push(fault);
  }

  /** From now on nothing goes wrong. */
  mend(): void {
    for (const faults of Object.values(this.#faults)) faults.length = 0;
  }

  /** A way to send on a wire. */
  on(wire: Wire, send: Send): Send {
    return async (request) => {
      this.busy += 1;
      try {
        const fault = this.#faults[wire].shift();
        if (fault !== undefined) this.faults += 1;
        return await this.#send(send, request, fault);
      } finally {
        this.busy -= 1;
        this.ended += 1;
      }
    };
  }

  async #send(send: Send, request: Request, fault: Fault | undefined): Promise<Response> {
    switch (fault) {
      case undefined:
        return send(request);
      case 'refused':
        throw new TypeError('fetch failed');
      case 'lost':
        await send(request);
        throw new TypeError('terminated');
      case 'silent':
        await send(request);
        this.silent += 1;
        return this.#never(request.signal);
      case 'failed':
        return new Response('{"error":{"type":"api_error","message":"An unknown error occurred."}}', {
          status: 500,
          headers: { 'content-type': 'application/json' },
        });
      case 'cut': {
        const answer = await send(request);
        return new Response((await answer.text()).slice(0, 40), { status: answer.status, headers: answer.headers });
      }
      case 'twice':
        await send(request.clone());
        return send(request);
    }
  }

  /** Waits for whoever asks to lose patience; that is rest, not work. */
  async #never(signal: AbortSignal): Promise<never> {
    this.busy -= 1;
    try {
      return await new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('This operation was aborted', 'AbortError'));
        });
      });
    } finally {
      this.busy += 1;
    }
  }
}
