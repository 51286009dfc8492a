/** Writes what a customer says as metadata: of a session, an invoice or a SetupIntent. */
import { MAX_FIELDS } from '../contract/field-rules.js';
import { isFieldKey, METADATA, toFieldKey } from '../contract/metadata.js';
import type { SessionChange } from '../contract/session-change.js';
import { Refusal } from './refusal.js';

/** An empty text takes a value back. One change after the other must not fill what Stripe has room for. */
export function toDetails(
  change: Extract<SessionChange, { change: 'details' }>,
  before: Readonly<Record<string, string>> | null,
): Record<string, string> {
  const fields = Object.entries(change.fields ?? {}).map(([name, value]) => [toFieldKey(name), value] as const);
  const said = {
    ...Object.fromEntries(fields),
    ...(change.purchaseOrder !== undefined && { [METADATA.purchaseOrder]: change.purchaseOrder }),
    ...(change.company !== undefined && { [METADATA.company]: change.company }),
    ...(change.terms === true && { [METADATA.terms]: new Date().toISOString() }),
  };
  const kept = Object.entries({ ...before, ...said }).filter(([key, value]) => isFieldKey(key) && value !== '');
  if (kept.length <= MAX_FIELDS) return said;
  throw new Refusal('request.invalid', { field: 'fields', detail: `At most ${MAX_FIELDS} in one session.` });
}
