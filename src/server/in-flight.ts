/** Bounds what is under way at once: past its limit a server says so, instead of growing slower for everybody. */
import { Refusal } from './refusal.js';

/** Seconds until a refused request may come again: not all of them in the same moment. */
const SOONEST = 1;
const LATEST = 4;

/** Counts the requests that are worked on. One whose body is still on its way is none: slow senders keep nobody out. */
export interface InFlight {
  /** Counts the request; refuses it with `server.busy` when the limit is reached. */
  readonly enter: (request: Request) => void;
  /** It has been answered. */
  readonly leave: (request: Request) => void;
}

/** A limit of so many at once. Of refusals in a row the first is worth a line in the log. */
export function createInFlight(most: number): InFlight {
  const underWay = new Set<Request>();
  let told = false;
  return {
    enter(request) {
      if (underWay.size >= most) {
        const silent = told;
        told = true;
        throw toBusy(most, silent);
      }
      told = false;
      underWay.add(request);
    },
    leave(request) {
      underWay.delete(request);
    },
  };
}

const toBusy = (most: number, silent: boolean): Refusal =>
  new Refusal('server.busy', {
    detail: `${most} requests are under way in this process: \`inFlightLimit\` of createCheckoutServer.`,
    retryAfter: SOONEST + Math.floor(Math.random() * (LATEST - SOONEST + 1)),
    silent,
  });
