/** Idempotency keys: the first result is kept for a day and given again. */
import { ApiError } from './api-error.js';

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
}

interface Entry {
  /** Method, path and parameters of the first request. */
  readonly fingerprint: string;
  readonly madeAt: number;
  answer: StoredAnswer | null;
}

const day = 24 * 60 * 60 * 1000;

export interface IdempotencyKeys {
  /** The stored answer, or null when the request is to run: then `store` or `release` must follow. */
  readonly begin: (key: string, fingerprint: string) => StoredAnswer | null;
  readonly store: (key: string, answer: StoredAnswer) => void;
  /** Nothing was executed: the key is free again. */
  readonly release: (key: string) => void;
}

export function createIdempotencyKeys(now: () => number): IdempotencyKeys {
  const entries = new Map<string, Entry>();
  return {
    begin: (key, fingerprint) => {
      // The oldest come first.
      for (const [old, { madeAt }] of entries) {
        if (now() - madeAt < day) break;
        entries.delete(old);
      }
      const entry = entries.get(key);
      if (!entry || now() - entry.madeAt >= day) {
        entries.delete(key);
        entries.set(key, { fingerprint, madeAt: now(), answer: null });
        return null;
      }
      if (entry.fingerprint !== fingerprint) throw mismatch(key);
      if (!entry.answer) throw inFlight(key);
      return entry.answer;
    },
    store: (key, answer) => {
      const entry = entries.get(key);
      if (entry) entry.answer = answer;
    },
    release: (key) => entries.delete(key),
  };
}

const mismatch = (key: string): ApiError =>
  new ApiError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });

const inFlight = (key: string): ApiError =>
  new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`,
  });
