/** Time that passes when a run says so, and rest: nothing under way that does not wait for time. */
import { install } from '@sinonjs/fake-timers';
import type { Wires } from './wires.js';

/** How many turns of the event loop without a request coming or going are rest. */
const QUIET = 12;

const turn = (setImmediate: typeof globalThis.setImmediate): Promise<void> =>
  new Promise((resolve) => setImmediate(resolve));

/** Time of all runs. */
export class FakeTimers {
  readonly #immediate = globalThis.setImmediate;
  readonly #clock = install({
    now: 1_800_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    ignoreMissingTimers: true,
  });

  readonly #digest = crypto.subtle.digest.bind(crypto.subtle);
  readonly #sign = crypto.subtle.sign.bind(crypto.subtle);
  readonly #importKey: typeof crypto.subtle.importKey = crypto.subtle.importKey.bind(crypto.subtle);
  #hashing = 0;
  #hashed = 0;

  constructor() {
    crypto.subtle.digest = (...given) => this.#counted(this.#digest(...given));
    crypto.subtle.sign = (...given: Parameters<SubtleCrypto['sign']>) => this.#counted(this.#sign(...given));
    Object.assign(crypto.subtle, {
      importKey: (...given: Parameters<SubtleCrypto['importKey']>) => this.#counted(this.#importKey(...given)),
    });
  }

  /** Resolves once nothing moves any more before time does. */
  async settle(wires: Wires): Promise<void> {
    let quiet = 0;
    let seen = '';
    while (quiet < QUIET) {
      await turn(this.#immediate);
      const now = `${String(wires.busy)} ${String(wires.ended)} ${String(this.#hashed)}`;
      // What is computed in another thread comes back in its own time.
      quiet = now === seen && this.#hashing === 0 ? quiet + 1 : 0;
      seen = now;
    }
  }

  /** Resolves after so many turns of the event loop, at rest or not. */
  async turns(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) await turn(this.#immediate);
  }

  /** Lets time pass in steps, each to its rest. */
  async pass(ms: number, wires: Wires): Promise<void> {
    for (let left = ms; left > 0; left -= 500) {
      this.#clock.tick(Math.min(500, left));
      await this.settle(wires);
    }
  }

  /** Lets much time pass at once. */
  async leap(ms: number, wires: Wires): Promise<void> {
    this.#clock.tick(ms);
    await this.settle(wires);
  }

  /** Timers of a run that is over go off for nobody. */
  forget(): void {
    this.#clock.reset();
    this.#clock.setSystemTime(1_800_000_000_000);
  }

  end(): void {
    crypto.subtle.digest = this.#digest;
    crypto.subtle.sign = this.#sign;
    crypto.subtle.importKey = this.#importKey;
    this.#clock.uninstall();
  }

  async #counted<T>(work: Promise<T>): Promise<T> {
    this.#hashing += 1;
    try {
      return await work;
    } finally {
      this.#hashing -= 1;
      this.#hashed += 1;
    }
  }
}
