/** Sorts an email into usable, unfinished and wrong, as `updateEmail` answers. */
export function checkEmail(email: string): 'valid' | 'incompleteEmail' | 'invalidEmail' {
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) return 'valid';
  return /^[^\s@]*(@[^\s@]*)?$/.test(email) && !email.includes('..') ? 'incompleteEmail' : 'invalidEmail';
}

export const emailMessages = {
  incompleteEmail: 'Your email is incomplete.',
  invalidEmail: 'Your email is invalid.',
} as const;
