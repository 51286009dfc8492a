/** Reads a request's body up to a limit, streamed or not. */
import { Refusal } from './refusal.js';

/** The body as text; refuses more than `limit` bytes, and what is not UTF-8. */
export async function readBody(request: Request, limit: number): Promise<string> {
  const tooLarge = (): Refusal => new Refusal('request.too_large', { detail: `At most ${limit} bytes.` });
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge();
  if (request.body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body.getReader();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decode(decoder);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decode(decoder, value);
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new Refusal('request.malformed', { detail: 'The body is not UTF-8.' });
  }
}
