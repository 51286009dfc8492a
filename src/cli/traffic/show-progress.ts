/** Tells on stderr how far a long piece of work has come. */

/** Where lines go, as far as it is needed. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

const WIDTH = 30;

/** Returns a function to call with the share done, 0 to 1. A terminal gets a bar, a file a line per quarter. */
export function showProgress(label: string, out: Terminal = process.stderr): (share: number) => void {
  let shown = -1;
  const steps = out.isTTY ? 100 : 4;
  return (share) => {
    const step = Math.floor(share * steps);
    if (step === shown) return;
    shown = step;
    const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
    if (!out.isTTY) {
      out.write(`${label} ${percent}\n`);
      return;
    }
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    out.write(`\r${label} ${bar} ${percent}${share >= 1 ? '\n' : ''}`);
  };
}
