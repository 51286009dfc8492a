/** Checks parameters against an endpoint's shape and says no in Stripe's words. */
import type { z } from 'zod';
import { ApiError } from './api-error.js';

/** Reads the parameters, or throws the first refusal: unknown ones first, then missing, then malformed. */
export function parseParams<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const issues = [...result.error.issues].sort((a, b) => rank(a) - rank(b));
  const [first] = issues;
  if (!first) throw result.error;
  throw toApiError(first);
}

const isMissing = (issue: z.core.$ZodIssue): boolean => issue.input === undefined && issue.code !== 'custom';

function rank(issue: z.core.$ZodIssue): number {
  if (issue.code === 'unrecognized_keys') return 0;
  return isMissing(issue) ? 1 : 2;
}

/** `['line_items', 0, 'price']` as Stripe spells it: `line_items[0][price]`. */
function toParam(path: readonly PropertyKey[]): string {
  return path.map((segment, index) => (index === 0 ? String(segment) : `[${String(segment)}]`)).join('');
}

function refuse(code: string, message: string, param: string): ApiError {
  const codePage = `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`;
  return new ApiError(400, { type: 'invalid_request_error', code, message, param, doc_url: codePage }, 'validation');
}

/** Refusals for which Stripe sends no code. */
function refuseValue(message: string, param: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, param }, 'validation');
}

function toApiError(issue: z.core.$ZodIssue): ApiError {
  if (issue.code === 'unrecognized_keys') {
    const param = toParam([...issue.path, issue.keys[0] ?? '']);
    return refuse('parameter_unknown', `Received unknown parameter: ${param}`, param);
  }
  const param = toParam(issue.path);
  if (isMissing(issue)) return refuse('parameter_missing', `Missing required param: ${param}.`, param);
  if (issue.code === 'invalid_value' && issue.message !== 'invalid_boolean') {
    return refuseValue(`Invalid ${param}: must be one of ${toChoices(issue.values.map(String))}`, param);
  }
  return toValueError(issue.message, param, String(issue.input));
}

function toChoices(values: readonly string[]): string {
  if (values.length < 3) return values.join(' or ');
  return `${values.slice(0, -1).join(', ')}, or ${values.at(-1) ?? ''}`;
}

/** Words of the checks in params.ts, which name themselves by code. */
function toValueError(check: string, param: string, value: string): ApiError {
  switch (check) {
    case 'parameter_invalid_empty':
      return refuse(check, emptyText(param), param);
    case 'parameter_invalid_integer':
      return refuse(check, `Invalid integer: ${value}`, param);
    case 'email_invalid':
      return refuse(check, `Invalid email address: ${value}`, param);
    case 'invalid_boolean':
      return refuseValue(`Invalid boolean: ${value}`, param);
    case 'invalid_currency':
      return refuseValue(`Invalid currency: ${value}.`, param);
    case 'parameter_invalid_string_too_long':
      return refuseValue(`Invalid string: ${value.slice(0, 12)}...; too long`, param);
    case 'metadata_too_many_keys':
      return refuseValue('Metadata can have up to 50 keys.', param);
    case 'metadata_key_too_long':
      return refuseValue('Metadata keys can have up to 40 characters, but you passed in one that is longer.', param);
    case 'metadata_value_too_long':
      return refuseValue('Metadata values can have up to 500 characters, but you passed in one that is longer.', param);
    default:
      return refuseValue(`Invalid ${param}`, param);
  }
}

const emptyText = (param: string): string =>
  `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however ` +
  `'${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
