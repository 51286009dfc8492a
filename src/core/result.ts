/** Answers of ports, written short. */
import type { ErrorCode } from './errors.js';
import type { Result } from './ports.js';

/** Success with nothing to tell. */
export const DONE: Result<null> = { ok: true, value: null };

/** A failure, with its hint for developers. */
export const refused = (code: ErrorCode, hint: string): Result<never> => ({ ok: false, error: { code, hint } });

/** What was thrown, in words. */
export const toReason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Runs what may throw; an exception is a failure like another. */
export async function attempt<T>(code: ErrorCode, action: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await action();
  } catch (cause) {
    return refused(code, toReason(cause));
  }
}
