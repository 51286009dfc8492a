/** Reads the guesses out of a README: the bullets under its heading "Guesses", by their subheading. */
export interface Guess {
  readonly heading: string;
  /** Word for word, on one line. */
  readonly text: string;
}

export function readGuesses(readme: string): readonly Guess[] {
  const [, after = ''] = readme.split(/^## Guesses$/m);
  const [section = ''] = after.split(/^## /m);
  const guesses: { heading: string; text: string }[] = [];
  let heading = '';
  let open = false;
  for (const line of section.split('\n')) {
    const [, bullet] = /^- (.*)$/.exec(line) ?? [];
    const [, more] = /^ {2}(\S.*)$/.exec(line) ?? [];
    const last = guesses.at(-1);
    if (bullet !== undefined) {
      guesses.push({ heading, text: bullet });
      open = true;
    } else if (more !== undefined && open && last) {
      last.text += ` ${more}`;
    } else {
      open = false;
      if (/^\S/.test(line) && !line.startsWith('|')) heading = line.replaceAll('*', '');
    }
  }
  return guesses;
}
