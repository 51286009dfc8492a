/** What was asked of the simulator, for people and tests to read. Holds no secrets and no card data. */

/** One request and how it was answered. */
export interface LogEntry {
  /** When it was answered, in milliseconds. */
  readonly time: number;
  /** In capitals, such as `POST`. */
  readonly method: string;
  /** Without its query, where secrets may be. */
  readonly path: string;
  /** Null when the key was refused. */
  readonly account: string | null;
  /** Null when the connection broke before an answer. */
  readonly status: number | null;
  /** As in the header `request-id` of the answer: `req_…`. */
  readonly request_id: string;
  /** As the header said. Null where there was none. */
  readonly idempotency_key: string | null;
}

const mostEntries = 10_000;

/** Old entries go in batches: taking the first of many out moves all the others. */
const batch = 1000;

/** Keeps the latest entries: a demo may run for days. */
export function writeLog(log: LogEntry[], entry: LogEntry): void {
  log.push(entry);
  if (log.length >= mostEntries + batch) log.splice(0, batch);
}
