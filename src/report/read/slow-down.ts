/** Asks again, later and later, while Stripe says that it is asked too often. The official SDK does not do that by itself. */

/** Seconds between tries. */
const PAUSES = [1, 2, 4, 8, 16, 32];

/** Rejects with what Stripe said last, or as soon as it said something else. Cut short by `signal`. */
export async function slowDown<T>(ask: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (const seconds of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!isRateLimit(error) || signal?.aborted === true) throw error;
      await pause(seconds * 1000, signal);
    }
  }
  return ask();
}

const isRateLimit = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 429;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
