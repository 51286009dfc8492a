/** An answer as a relay passes it on. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** Sends an answer. Resolves to its status once it has gone; to "broken" where nobody waits for it. */
export function reply(outgoing: ServerResponse, { status, headers, body }: Answer): Promise<string> {
  return new Promise((resolve) => {
    const said = String(status);
    // Whoever asked has gone.
    if (outgoing.destroyed) {
      resolve('broken');
      return;
    }
    outgoing.on('close', () => {
      resolve(said);
    });
    const bodiless = status === 204 || status === 304;
    outgoing.writeHead(status, {
      ...headers,
      ...(!bodiless && { 'content-length': String(body.length) }),
      connection: 'close',
    });
    outgoing.end(bodiless ? undefined : body);
  });
}

/** The whole body. */
export async function readAll(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
