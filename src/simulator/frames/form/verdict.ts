/** What a field thinks of its value. */
export type Verdict =
  | { readonly state: 'complete' }
  | { readonly state: 'empty' | 'incomplete'; readonly message: string }
  /** Can't become right by typing on, so it is said at once. */
  | { readonly state: 'invalid'; readonly message: string };

export const complete: Verdict = { state: 'complete' };

/** An empty required field complains like an unfinished one, but only when it is asked to. */
export function unfinished(value: string, message: string): Verdict {
  return { state: value === '' ? 'empty' : 'incomplete', message };
}
