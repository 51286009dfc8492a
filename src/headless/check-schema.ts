/** Asks a host's own check about a text. A check that fails by itself stops nobody from buying. */
import { toReason } from '../core/result.js';
import type { StandardSchema } from '../core/extra-fields.js';

/** How long a check may take, in milliseconds. */
const CHECK_MS = 5_000;

/** The first thing that is wrong, in the host's words; null when nothing is, or when the check itself fails. */
export async function checkSchema(
  name: string,
  schema: StandardSchema,
  value: string,
  warn: (hint: string) => void,
): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in five seconds'));
    }, CHECK_MS);
  });
  try {
    const { issues } = await Promise.race([schema['~standard'].validate(value), tooLong]);
    return issues?.[0]?.message ?? null;
  } catch (cause) {
    warn(`fields: the schema of "${name}" failed: ${toReason(cause)}. What is typed was taken unchecked.`);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
