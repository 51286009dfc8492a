/** Faults on demand: what goes wrong next, for whom and on which route. */
import { z } from 'zod';

export const faultInput = z.strictObject({
  /** Account the fault belongs to; tests of other accounts never see it. */
  account: z.string().min(1),
  /** HTTP method of the route. Default: any. */
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** Path of the route; `*` stands for any run of characters. */
  path: z.string().min(1),
  /** How many requests it meets. Default 1. */
  times: z.number().int().min(1).default(1),
  /** What goes wrong: another answer, a broken connection, no answer at all, or a late one. */
  kind: z.enum(['status', 'reset', 'hang', 'delay']),
  /** HTTP status of a `status` fault. Default 500. */
  status: z.number().int().min(400).max(599).default(500),
  /** Milliseconds that a `delay` fault holds the request. Default 1000. */
  delay_ms: z.number().int().min(0).default(1000),
  /** The work is done and only its answer is lost. Default false. */
  after: z.boolean().default(false),
});
/** A fault to come, with defaults left out. */
export type FaultInput = z.input<typeof faultInput>;
/** A fault to come. */
export type Fault = z.output<typeof faultInput> & {
  /** Its own. */
  readonly id: string;
  /** How many requests it will still meet. */
  readonly left: number;
};

/** The connection broke: in process a rejected promise, on Node a closed socket. */
export class ConnectionReset extends Error {
  constructor() {
    super('The simulator was asked to break this connection.');
    this.name = 'ConnectionReset';
  }
}

export interface Faults {
  readonly add: (input: unknown) => Fault;
  readonly list: (account?: string) => Fault[];
  readonly clear: (account?: string) => void;
  /** Takes the first fault that fits and uses up one of its times. */
  readonly take: (request: { account: string; method: string; path: string }) => Fault | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let made = 0;
  return {
    add: (input) => {
      const parsed = faultInput.parse(input);
      made += 1;
      const fault = { ...parsed, id: `fault_${String(made)}`, left: parsed.times };
      faults.push(fault);
      return fault;
    },
    list: (account) => faults.filter((fault) => account === undefined || fault.account === account),
    clear: (account) => {
      faults = account === undefined ? [] : faults.filter((fault) => fault.account !== account);
    },
    take: (request) => {
      const index = faults.findIndex((fault) => fits(fault, request));
      const fault = faults[index];
      if (!fault) return undefined;
      const used = { ...fault, left: fault.left - 1 };
      if (used.left > 0) faults[index] = used;
      else faults.splice(index, 1);
      return used;
    },
  };
}

function fits(fault: Fault, request: { account: string; method: string; path: string }): boolean {
  if (fault.account !== request.account) return false;
  if (fault.method && fault.method !== request.method) return false;
  const parts = fault.path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(request.path);
}
