/** Sends one HTTP request on a connection of its own: what one answer leaves behind must not reach the next. */
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What is sent. */
export interface Sending {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array | undefined;
  /** Longest wait for the whole answer, in milliseconds. */
  readonly most: number;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The answer never came in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Rejects when there is no answer; one that comes before all was sent is an answer. */
export function sendRequest({ url, method, headers, body, most }: Sending): Promise<Received> {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? null : Buffer.from(body);
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const sending = send(url, {
      method,
      agent: false,
      headers: { ...Object.fromEntries(headers), ...(bytes !== null && { 'content-length': bytes.byteLength }) },
    });
    const timer = setTimeout(() => {
      sending.destroy(new TimedOut('no answer in time'));
    }, most);
    let answered = false;
    sending.once('response', (incoming) => {
      answered = true;
      receive(incoming)
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          sending.destroy();
        });
    });
    sending.on('error', (error) => {
      // Whoever has answered may hang up on what is still being sent.
      if (answered) return;
      clearTimeout(timer);
      reject(error);
    });
    sending.end(bytes ?? undefined);
  });
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
  }
  incoming.setEncoding('utf8');
  let text = '';
  for await (const part of incoming) text += String(part);
  return { status: incoming.statusCode ?? 0, headers, text };
}
