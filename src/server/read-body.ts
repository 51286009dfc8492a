/** Reads a request's body up to a limit, streamed or not. */
import { Refusal } from './refusal.js';

/** How much of a body is read, and how long that may take. */
export interface BodyLimits {
  /** Bytes. */
  readonly most: number;
  /** Milliseconds from the first look to the last byte. */
  readonly within: number;
}

/** The body as text; refuses what is larger or slower than its limits, what breaks off, and what is not UTF-8. */
export async function readBody(request: Request, { most, within }: BodyLimits): Promise<string> {
  const tooLarge = (): Refusal => new Refusal('request.too_large', { detail: `At most ${most} bytes.` });
  if (Number(request.headers.get('content-length')) > most) throw tooLarge();
  if (request.body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body.getReader();
  const late = startTimer(within);
  let text = '';
  try {
    for (let size = 0; ;) {
      const { done, value } = await Promise.race([readNext(reader), late.promise]);
      if (done) return text + decode(decoder);
      size += value.byteLength;
      if (size > most) throw tooLarge();
      text += decode(decoder, value);
    }
  } catch (error) {
    // Whoever sends on is not listened to; that they hang up meanwhile is no news.
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    late.end();
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function readNext(reader: Reader): ReturnType<Reader['read']> {
  try {
    return await reader.read();
  } catch {
    throw new Refusal('request.malformed', { detail: 'The body broke off.' });
  }
}

function startTimer(ms: number): { readonly promise: Promise<never>; readonly end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(new Refusal('request.too_slow', { detail: `Within ${ms} milliseconds.` }));
    }, ms);
    end = () => {
      clearTimeout(timer);
    };
  });
  return { promise, end };
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new Refusal('request.malformed', { detail: 'The body is not UTF-8.' });
  }
}
