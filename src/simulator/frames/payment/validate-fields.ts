/** Lets every field complain, focuses the first that does and gives its complaint. */
import type { Field } from '../form/field.js';

export function validateFields(fields: readonly Field[]): string | null {
  const first = fields.map((field) => ({ field, problem: field.validate() })).find(({ problem }) => problem !== null);
  first?.field.control.focus();
  return first?.problem ?? null;
}
