/** What holds of every answer, whatever was asked. */
import { problemSchema, PROBLEMS } from '../../../src/contract/index.js';
import type { Failure } from '../../../src/server/index.js';
import { ORIGIN, SECRETS } from './fuzz-shop.js';

/** Milliseconds: longer than any answer takes, on a busy machine as well. */
export const HANG = 3_000;

/** Characters that begin another line, or another color, in a log. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** What is wrong with an answer; null when nothing is. */
export async function findFault(
  request: Request,
  response: Response,
  took: number,
  failures: readonly Failure[],
): Promise<string | null> {
  const text = await response.text();
  const said = `${text} ${JSON.stringify([...response.headers])}`;
  if (took > HANG) return `It took ${took.toFixed(0)} ms.`;
  if (SECRETS.some((secret) => said.includes(secret))) return 'It told a secret.';
  if (Object.keys(Object.prototype).length > 0) return 'It polluted the prototype of objects.';
  if ('polluted' in {}) return 'It polluted the prototype of objects.';
  if (response.headers.get('cache-control') !== 'no-store') return 'It may be kept.';
  if (response.headers.get('x-content-type-options') !== 'nosniff') return 'Its type may be guessed.';
  const allowed = response.headers.get('access-control-allow-origin');
  if (allowed !== null && (allowed !== ORIGIN || request.headers.get('origin') !== ORIGIN))
    return 'A stranger may read it.';
  const written = failures.flatMap(({ route, detail, requestId }) => [route, detail ?? '', requestId ?? '']);
  if (written.some((line) => CONTROL.test(line))) return 'It writes another line into the log.';
  if (response.status < 400) return null;
  return findProblemFault(response, text, failures);
}

function findProblemFault(response: Response, text: string, failures: readonly Failure[]): string | null {
  const { status, headers } = response;
  if (text === '') return status >= 500 ? `It answered ${String(status)}.` : null;
  if (headers.get('content-type') !== 'application/problem+json') return 'It answered with what is no problem.';
  const { data } = problemSchema.safeParse(JSON.parse(text));
  if (data === undefined || !(data.code in PROBLEMS) || data.status !== status)
    return 'It answered with a wrong problem.';
  if (data.code === 'server.busy' && headers.has('retry-after')) return null;
  if (status < 500) return null;
  return `It answered ${String(status)}: ${text} ${failures.map(({ cause }) => (cause instanceof Error ? cause.stack : '')).join('\n')}`;
}
