/** Writes the funnel events of traffic as a server's process would have: NDJSON, one file per day. */
import { mkdirSync, readdirSync } from 'node:fs';
import type { StoredFunnelEvent } from '../../contract/funnel-events.js';
import { createNdjsonEvents } from '../../server/ndjson-events.js';

/** Name of the process in the files' names. */
const WRITER = 'traffic';

/** Takes events in passing and writes them when there is time. */
export interface EventFiles {
  readonly take: (event: StoredFunnelEvent) => void;
  /** Writes what has been taken. */
  readonly flush: () => Promise<void>;
  /** Writes the rest, and ends. */
  readonly close: () => Promise<void>;
}

/** Says in one line why events cannot be written into this folder, or null. Makes the folder. */
export function findFolderProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    const earlier = readdirSync(folder).some((name) => name.endsWith(`-${WRITER}.ndjson`));
    return earlier ? `--events ${folder} holds events of earlier traffic: name another folder, or empty it.` : null;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return `--events ${folder} cannot be written to (${reason}): name a folder, such as --events ./events.`;
  }
}

/** Opens the files of a folder. */
export function openEventFiles(folder: string): EventFiles {
  let now = 0;
  const waiting: StoredFunnelEvent[] = [];
  const store = createNdjsonEvents(folder, { now: () => now, writer: WRITER });
  const flush = async (): Promise<void> => {
    const days = new Map<string, StoredFunnelEvent[]>();
    for (const event of waiting.splice(0)) {
      const day = new Date(event.receivedAt).toISOString().slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), event]);
    }
    for (const [day, events] of days) {
      now = Date.parse(day);
      await store.append(events);
    }
  };
  return {
    take: (event) => {
      waiting.push(event);
    },
    flush,
    close: async () => {
      await flush();
      await store.close();
    },
  };
}
