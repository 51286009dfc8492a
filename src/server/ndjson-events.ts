/** Keeps funnel events in files on Node: newline-delimited JSON, one file per process and day. */
import type { FileHandle } from 'node:fs/promises';
import type { StoredFunnelEvent } from '../contract/funnel-events.js';
import type { EventStore } from './event-store.js';

/** Options of {@link createNdjsonEvents}. */
export interface NdjsonEventsOptions {
  /** Milliseconds since the Unix epoch; the day is UTC's. Default: the system's clock. */
  readonly now?: () => number;
  /** Name of this process among all that write to the folder. Default: host name and process id. */
  readonly writer?: string;
}

/** A store of events in files. */
export interface NdjsonEvents extends EventStore {
  /** Appends a batch in one write. Rejects when the disk does not take it, and once the store is closed. */
  readonly append: (events: readonly StoredFunnelEvent[]) => Promise<void>;
  /** Resolves when everything has been written. Call it before the process ends. */
  readonly close: () => Promise<void>;
}

/** A day's file, open for appending. */
interface DayFile {
  readonly day: string;
  readonly handle: FileHandle;
  /** A write broke off in the middle of a line. */
  torn: boolean;
}

/**
 * Makes a store that appends to `<folder>/events-<YYYY-MM-DD>-<writer>.ndjson`, one line per event. A batch is one
 * write, so that processes never mix their lines. The folder is made when it is missing. Node only.
 *
 * @example
 * ```ts
 * import { createCheckoutServer, createNdjsonEvents } from 'billing-checkout/server';
 * import Stripe from 'stripe';
 *
 * const events = createNdjsonEvents('funnel');
 * export const server = createCheckoutServer({
 *   stripe: new Stripe(process.env.STRIPE_SECRET_KEY ?? ''),
 *   origins: ['https://example.com'],
 *   prices: { pro_monthly: {} },
 *   events,
 * });
 * process.once('SIGTERM', () => void events.close());
 * ```
 */
export function createNdjsonEvents(folder: string, options: NdjsonEventsOptions = {}): NdjsonEvents {
  const { now = Date.now } = options;
  let file: DayFile | null = null;
  let closed = false;
  /** Writes wait for each other; one that fails is its caller's matter. */
  let last: Promise<void> = Promise.resolve();

  const open = async (day: string): Promise<DayFile> => {
    if (file?.day === day) return file;
    await file?.handle.close();
    file = null;
    file = await openDay(folder, day, options.writer);
    return file;
  };

  const write = async (text: string): Promise<void> => {
    const today = await open(new Date(now()).toISOString().slice(0, 10));
    const bytes = Buffer.from(today.torn ? `\n${text}` : text);
    today.torn = true;
    await writeWhole(today.handle, bytes);
    today.torn = false;
  };

  const next = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  return {
    append(events) {
      if (closed) return Promise.reject(new Error('The event store is closed.'));
      if (events.length === 0) return Promise.resolve();
      const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');
      return next(() => write(text));
    },
    close() {
      closed = true;
      return next(async () => {
        await file?.handle.close();
        file = null;
      });
    },
  };
}

/** The modules are loaded with the first event, so that other platforms never meet them. */
async function openDay(folder: string, day: string, name: string | undefined): Promise<DayFile> {
  const [{ mkdir, open }, path, { hostname }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('node:os'),
  ]);
  await mkdir(folder, { recursive: true });
  const writer = (name ?? `${hostname()}-${process.pid}`).replaceAll(/[^\w.-]/g, '_');
  const handle = await open(path.join(folder, `events-${day}-${writer}.ndjson`), 'a+');
  const { size } = await handle.stat();
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
  // An earlier process of this name may have died in the middle of a line.
  return { day, handle, torn: size > 0 && buffer[0] !== 0x0a };
}

/** Appends in one write; a disk that takes less than it is given has failed. */
async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  const { bytesWritten } = await handle.write(bytes);
  if (bytesWritten < bytes.length) throw new Error('The disk did not take the whole batch.');
}
