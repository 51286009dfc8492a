/** The two ways out of a case that is not passed. */

/** The backend does not keep the promise. The message says what was seen. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** The contract leaves it open, and this backend does not have it; or it cannot be seen with the flags given. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

/** Ends the case unless the promise is kept. */
export function check(kept: boolean, seen: string): asserts kept {
  if (!kept) throw new Broken(seen);
}
