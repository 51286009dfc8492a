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
export async function readBody(request: Request, limits: BodyLimits): Promise<string> {
  const told = request.headers.get('content-length');
  if (Number(told) > limits.most) throw tooLarge(limits);
  const late = startTimer(limits.within);
  try {
    // No server lets more come than was told. At once, because a stream costs Node more than all that is done with it.
    return await (isLength(told) ? readWhole(request, limits, late) : readParts(request, limits, late));
  } finally {
    late.end();
  }
}

const isLength = (told: string | null): boolean => told !== null && /^\d+$/.test(told);

const tooLarge = ({ most }: BodyLimits): Refusal =>
  new Refusal('request.too_large', { detail: `At most ${most} bytes.` });

async function readWhole(request: Request, limits: BodyLimits, late: Timer): Promise<string> {
  const bytes = new Uint8Array(await Promise.race([orBrokenOff(request.arrayBuffer()), late.promise]));
  if (bytes.byteLength > limits.most) throw tooLarge(limits);
  const decoder = toDecoder();
  return decode(decoder, bytes) + decode(decoder);
}

async function readParts({ body }: Request, limits: BodyLimits, late: Timer): Promise<string> {
  if (body === null) return '';
  const decoder = toDecoder();
  const reader = body.getReader();
  let text = '';
  try {
    for (let size = 0; ;) {
      const { done, value } = await Promise.race([orBrokenOff(reader.read()), late.promise]);
      if (done) return text + decode(decoder);
      size += value.byteLength;
      if (size > limits.most) throw tooLarge(limits);
      text += decode(decoder, value);
    }
  } catch (error) {
    // Whoever sends on is not listened to; that they hang up meanwhile is no news.
    void reader.cancel().catch(() => undefined);
    throw error;
  }
}

async function orBrokenOff<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch {
    throw new Refusal('request.malformed', { detail: 'The body broke off.' });
  }
}

interface Timer {
  readonly promise: Promise<never>;
  readonly end: () => void;
}

function startTimer(ms: number): Timer {
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

const toDecoder = (): TextDecoder => new TextDecoder('utf-8', { fatal: true });

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new Refusal('request.malformed', { detail: 'The body is not UTF-8.' });
  }
}
