/** Remembers which purchase this browser is in, so that reloads and second tabs find the same session. Never a secret. */
import * as z from 'zod/mini';
import type { CheckoutConfig, Payable } from '../core/config.js';
import { createSafeStorage, type SafeStorage } from './safe-storage.js';

/** How long a purchase is remembered, in milliseconds. A guest's browser may be somebody else's soon. */
const KEPT_MS = { known: 23 * 3_600_000, guest: 30 * 60_000 } as const;

const entrySchema = z.object({
  key: z.string(),
  sessionId: z.optional(z.string()),
  madeAt: z.number(),
  guest: z.boolean(),
});

type Entry = z.infer<typeof entrySchema>;

/** What this tab keeps: that it has paid or was paying (`done`, once the purchase is no more), or that it has gone to a page of Stripe's. */
const doneSchema = z.object({ id: z.string(), done: z.boolean() });

/** The purchase at hand. */
export interface LedgerEntry {
  /** Names the purchase to the server, whatever its quantity, language or page. */
  readonly key: string;
  /** The server's id of the session. Absent before the server has answered. */
  readonly sessionId?: string | undefined;
}

/** Where a browser keeps its purchases. */
export interface PurchaseLedger {
  /** The purchase of these things, begun now if there is none. */
  current(name: string): LedgerEntry;
  /** The session that the server gave for it. */
  opened(name: string, sessionId: string, guest: boolean): void;
  /** The same purchase under another name: another plan in the same session. */
  rename(from: string, to: string, sessionId: string, guest: boolean): void;
  /** The finished purchase of this tab, if it has one; or the one that it was paying, if another tab has ended it since. */
  done(name: string): string | null;
  /** This tab pays it now, and may be left for a bank's page. */
  pays(name: string, sessionId: string): void;
  /** This tab goes to a page of Stripe's for it. */
  left(name: string, sessionId: string): void;
  /** The session of Stripe's page that this tab comes back from, told once. */
  back(name: string): string | null;
  /** The purchase has ended: a reload of this tab shows its outcome. Another one that a tab has begun since goes on. */
  finish(name: string, sessionId: string): void;
  /** The next purchase of these things is another one. One that another tab has gone on with since is left alone. */
  forget(name: string): void;
}

/** Names what is paid: where, and which prices, invoice or subscription; not how many, in what language or on which page. */
export const toPurchaseName = ({ endpoint, pays }: Pick<CheckoutConfig, 'endpoint' | 'pays'>): string =>
  `billing-checkout:${endpoint}:${pays.kind}:${toSubject(pays)}`;

function toSubject(pays: Payable): string {
  switch (pays.kind) {
    case 'purchase':
      return pays.items
        .map((item) => item.price)
        .sort()
        .join(',');
    case 'invoice':
      return pays.invoice;
    case 'subscription':
      return pays.subscription;
    case 'setup':
      return '';
  }
}

/**
 * A ledger in `localStorage` (shared by tabs) and `sessionStorage` (this tab). `now` in milliseconds.
 *
 * @example
 * ```ts
 * import { createPurchaseLedger } from 'billing-checkout/headless';
 *
 * const ledger = createPurchaseLedger(Date.now);
 * const { key, sessionId } = ledger.current('our-plan');
 * // The key goes to the server with the opening, and the session that it gave before, if there was one.
 * console.log(key, sessionId);
 * ```
 */
export function createPurchaseLedger(
  now: () => number,
  shared: SafeStorage = createSafeStorage('localStorage'),
  own: SafeStorage = createSafeStorage('sessionStorage'),
): PurchaseLedger {
  /** What this tab is in, as it saw it last: its answers belong to that, and its next try, whatever another tab has ended meanwhile. */
  const held = new Map<string, Entry>();
  const fresh = (entry: Entry | null | undefined): Entry | null => {
    if (!entry) return null;
    const age = now() - entry.madeAt;
    return age >= 0 && age < KEPT_MS[entry.guest ? 'guest' : 'known'] ? entry : null;
  };
  const read = (name: string): Entry | null => fresh(parse(entrySchema, shared.getItem(name)));
  const write = (name: string, entry: Entry): void => {
    held.set(name, entry);
    shared.setItem(name, JSON.stringify(entry));
  };

  const entryOf = (name: string): Pick<Entry, 'key' | 'madeAt'> =>
    read(name) ?? { key: held.get(name)?.key ?? newKey(), madeAt: now() };

  const keptBy = (name: string) => parse(doneSchema, own.getItem(name));
  const keep = (name: string, id: string, done: boolean): void => {
    own.setItem(name, JSON.stringify({ id, done }));
  };

  return {
    current(name) {
      // Whoever opens next may be known; until the server has said so, a guest's shorter time holds.
      const entry = read(name) ?? fresh(held.get(name)) ?? { key: newKey(), madeAt: now(), guest: true };
      write(name, entry);
      return entry;
    },
    opened(name, sessionId, guest) {
      const { key, madeAt } = entryOf(name);
      write(name, { key, sessionId, madeAt, guest });
      // What this tab was paying before is over.
      own.removeItem(name);
    },
    rename(from, to, sessionId, guest) {
      const { key, madeAt } = entryOf(from);
      shared.removeItem(from);
      write(to, { key, sessionId, madeAt, guest });
    },
    done(name) {
      const kept = keptBy(name);
      return kept?.done && kept.id !== read(name)?.sessionId ? kept.id : null;
    },
    pays(name, id) {
      keep(name, id, true);
    },
    left(name, id) {
      keep(name, id, false);
    },
    back(name) {
      const kept = keptBy(name);
      if (!kept || kept.done) return null;
      own.removeItem(name);
      return kept.id;
    },
    finish(name, id) {
      if (read(name)?.sessionId === id) shared.removeItem(name);
      held.delete(name);
      keep(name, id, true);
    },
    forget(name) {
      const now = read(name)?.sessionId;
      // A tab that was reloaded knows its purchase by what it was paying.
      const mine = held.get(name) ?? keptBy(name);
      if (!now || !mine || ('id' in mine ? mine.id : mine.sessionId) === now) shared.removeItem(name);
      held.delete(name);
      own.removeItem(name);
    },
  };
}

/** A name nobody can guess: 32 hex digits. Not `randomUUID`: a page without TLS, as in a developer's network, has none. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What somebody else wrote there, or an older version of us, counts as nothing. */
function parse<T>(schema: z.ZodMiniType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
