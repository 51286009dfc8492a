/** Replaces ids by the objects they name, where a request asks for it. */
import type { Account } from '../state/account.js';
import { expandables } from '../expandables.js';
import { ApiError, invalidRequest } from './api-error.js';

type Node = Record<string, unknown>;

const mostLevels = 4;

/** Refused before anything is done. */
export function checkExpand(paths: readonly string[]): void {
  const deep = paths.find((path) => path.split('.').length > mostLevels);
  if (deep === undefined) return;
  const message = `You cannot expand more than ${String(mostLevels)} levels of a property. Property: ${deep}`;
  const code = 'property_expansion_max_depth';
  throw new ApiError(400, { type: 'invalid_request_error', code, message }, 'validation');
}

/** `body` is changed in place, so it must be a copy. */
export function expandAll(account: Account, body: object, paths: readonly string[]): void {
  for (const path of paths) expandAt(account, body, path.split('.'), path);
}

function expandAt(account: Account, value: unknown, segments: readonly string[], path: string): void {
  if (segments.length === 0 || !isNode(value)) return;
  if (Array.isArray(value)) {
    for (const item of value) expandAt(account, item, segments, path);
    return;
  }
  if (value['object'] === 'list') {
    const [first, ...rest] = segments;
    if (first !== 'data' || rest.length === 0) throw notExpandable(path);
    for (const item of value['data'] as unknown[]) expandAt(account, item, rest, path);
    return;
  }
  const step = findStep(account, value, segments);
  if (!step) throw notExpandable(path);
  expandAt(account, step.value, segments.slice(step.length), path);
}

/** The longest way to go from here that is known: one expandable field, or a nested object that is always there. */
function findStep(
  account: Account,
  node: Node,
  segments: readonly string[],
): { value: unknown; length: number } | undefined {
  const fields = expandables[String(node['object'])] ?? {};
  let holder: unknown = node;
  for (const [index, segment] of segments.entries()) {
    if (!isNode(holder)) return holder === null ? { value: null, length: segments.length } : undefined;
    const length = index + 1;
    const load = fields[segments.slice(0, length).join('.')];
    if (load) {
      const current = holder[segment];
      if (Array.isArray(current)) {
        holder[segment] = current.map((id: unknown) => (isNode(id) ? id : (copy(load(account, id, node)) ?? id)));
        return { value: holder[segment], length };
      }
      if (!isNode(current)) holder[segment] = copy(load(account, current, node)) ?? current ?? null;
      return { value: holder[segment], length };
    }
    const inner: unknown = holder[segment];
    if (isNode(inner) && 'object' in inner && length < segments.length) return { value: inner, length };
    holder = inner;
  }
  return undefined;
}

const copy = (value: object | null | undefined): object | null | undefined => (value ? structuredClone(value) : value);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const notExpandable = (path: string): Error =>
  invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
