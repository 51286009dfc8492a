/** A proxy that gives each request to the next server, as load balancers do: one that does not take it is passed over. */
import { once } from 'node:events';
import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that listens. */
export interface RoundRobin {
  readonly url: string;
  /** How many requests each port has answered. */
  readonly answered: ReadonlyMap<number, number>;
  readonly close: () => Promise<void>;
}

/** Starts it in front of these ports. */
export async function startRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const answered = new Map(ports.map((port) => [port, 0]));
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  let turn = 0;

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer, first: number, tries = 0): void => {
    const port = ports[(first + tries) % ports.length] ?? 0;
    const { method, url: path, headers } = incoming;
    const asking = ask({ agent, host: '127.0.0.1', port, method, path, headers });
    asking.once('response', (response) => {
      answered.set(port, (answered.get(port) ?? 0) + 1);
      const { connection: _, ...kept } = response.headers;
      outgoing.writeHead(response.statusCode ?? 502, kept);
      response.pipe(outgoing);
    });
    asking.once('error', (error: NodeJS.ErrnoException) => {
      // Refused, or hung up on without an answer: every operation may be sent again, so it is, to the next one.
      const unanswered = error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET';
      if (outgoing.headersSent) outgoing.destroy();
      else if (unanswered && tries < ports.length * 2) pass(incoming, outgoing, body, first, tries + 1);
      else outgoing.writeHead(502, { 'x-reason': error.code ?? error.message }).end();
    });
    asking.end(body);
  };

  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      pass(incoming, outgoing, Buffer.concat(pieces), (turn += 1));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    answered,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
