/** Reads answers by the contract's own schemas, and says in words what is wrong with one. */
import type * as z from 'zod/mini';
import { isProblemCode, type ProblemCode } from '../../contract/problems.js';
import { shorten, type Answer } from './backend-client.js';
import { Broken, check, NotOffered } from './verdict.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of the answer's object; null where there is none. */
export function textOf({ json }: Answer, name: string): string | null {
  const value = isRecord(json) ? json[name] : null;
  return typeof value === 'string' ? value : null;
}

/** The problem's code, as it was sent; null where there is none. */
export const codeOf = (answer: Answer): string | null => textOf(answer, 'code');

const toAsked = ({ method, path }: Answer): string => `${method} ${shorten(path)}`;

/** The answer in a few words, without what is secret in it. */
export function describe(answer: Answer): string {
  const code = codeOf(answer);
  const where = textOf(answer, 'field');
  const detail = textOf(answer, 'detail');
  if (code !== null) {
    return `${toAsked(answer)} answered ${answer.status} ${code}${where === null ? '' : ` at ${where}`}${detail === null ? '' : ` (${shorten(detail, 120)})`}`;
  }
  const text = answer.text.replaceAll(/\s+/g, ' ').replaceAll(/_secret_\w+/g, '_secret_…');
  return `${toAsked(answer)} answered ${answer.status}${text === '' ? ' with nothing' : ` with ${shorten(text, 160)}`}`;
}

/** The answer as the schema's type. Refusals and other shapes break the promise. */
export function read<T>(schema: z.ZodMiniType<T>, answer: Answer, statuses: readonly number[] = [200]): T {
  check(statuses.includes(answer.status), `${describe(answer)}, where ${statuses.join(' or ')} was due.`);
  const { data, error } = schema.safeParse(answer.json);
  if (data !== undefined) return data;
  const issue = error?.issues[0];
  const path = issue?.path.map(String).join('.');
  throw new Broken(
    `${toAsked(answer)} answered ${answer.status} with a body that does not fit the contract at ${path === undefined || path === '' ? 'its root' : `"${path}"`}.`,
  );
}

/** Whether the backend says that it does not do this. */
export const lacks = (answer: Answer, ...codes: readonly ProblemCode[]): boolean => {
  const code = codeOf(answer);
  return code !== null && isProblemCode(code) && codes.includes(code);
};

/** Ends the case where the backend says that it does not do this. */
export function unlessOffered(answer: Answer, code: ProblemCode, what: string): void {
  if (lacks(answer, code)) throw new NotOffered(`${what} (${code}).`);
}

/** The answer must be a no with this code. Status and shape of problems are looked at by cases of their own. */
export function refused(answer: Answer, ...codes: readonly [ProblemCode, ...ProblemCode[]]): void {
  check(lacks(answer, ...codes), `${describe(answer)}, where ${codes.join(' or ')} was due.`);
}
