/** Parses a body of the contract: strict in our version, lenient with a newer one. */
import type * as z from 'zod/mini';
import { CONTRACT_VERSION } from '../contract/version.js';
import { describeIssue } from './describe-issue.js';
import { isPlainText } from './plain-text.js';
import { Refusal } from './refusal.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The body as the schema's type.
 * Unknown fields are refused, unless the body names a newer contract: then they are ignored.
 */
export function parseBody<T>(schema: z.ZodMiniType<T>, text: string): T {
  const body = parseJson(text);
  if (!isFields(body)) throw new Refusal('request.invalid', { detail: 'The body must be a JSON object.' });
  const version = body['contract'];
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw new Refusal('request.invalid', { field: 'contract', detail: `Send contract: ${CONTRACT_VERSION}.` });
  }
  if (version < CONTRACT_VERSION) {
    throw new Refusal('contract.unsupported', { field: 'contract', detail: `Send contract: ${CONTRACT_VERSION}.` });
  }
  return version > CONTRACT_VERSION
    ? parseNewer(schema, { ...body, contract: CONTRACT_VERSION })
    : orRefuse(schema.safeParse(body));
}

function parseJson(text: string): unknown {
  try {
    // Only what is written as an escape can be unusable: the rest is UTF-8.
    return text.includes('\\u') ? JSON.parse(text, checkText) : JSON.parse(text);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('request.malformed');
  }
}

function checkText(key: string, value: unknown): unknown {
  if (isPlainText(key) && (typeof value !== 'string' || isPlainText(value))) return value;
  throw new Refusal('request.malformed', { detail: 'A text holds half a character, or U+0000.' });
}

/** Drops the fields this version does not know, where the schema finds them. */
function parseNewer<T>(schema: z.ZodMiniType<T>, body: Fields): T {
  const result = schema.safeParse(body);
  const unknown = result.error?.issues.filter((issue) => issue.code === 'unrecognized_keys') ?? [];
  if (unknown.length === 0) return orRefuse(result);
  const known = unknown.reduce<unknown>((value, { path, keys }) => without(value, path, keys), body);
  return orRefuse(schema.safeParse(known));
}

/** A copy of `value` without `keys` at `path`. Goes no deeper than the path. */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return isFields(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? without(item, rest, keys) : item));
  }
  if (!isFields(value) || typeof step !== 'string') return value;
  return { ...value, [step]: without(value[step], rest, keys) };
}

function orRefuse<T>(result: z.core.util.SafeParseResult<T>): T {
  if (result.success) return result.data;
  throw new Refusal(...describeIssue(result.error.issues[0]));
}
