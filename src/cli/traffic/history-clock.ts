/** The clock of a simulator in which one account has a past to be filled in. */

/** Milliseconds since the Unix epoch; `Date.now` for everybody but an account whose past is being filled in. */
export interface HistoryClock {
  readonly now: (account: string | null) => number;
  /** Sets the account's clock; null lets it run again. */
  readonly set: (account: string, ms: number | null) => void;
}

/** Makes the clock for `createSimulator`. */
export function createHistoryClock(): HistoryClock {
  const past = new Map<string, number>();
  return {
    now: (account) => (account === null ? undefined : past.get(account)) ?? Date.now(),
    set: (account, ms) => {
      if (ms === null) past.delete(account);
      else past.set(account, ms);
    },
  };
}
