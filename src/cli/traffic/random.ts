/** Chance that can be repeated: the same seed gives the same numbers, on every machine. */
import { createHash } from 'node:crypto';

/** Draws numbers. Each draw moves it on. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly share: () => number;
  /** True with this chance, 0 to 1. */
  readonly chance: (chance: number) => boolean;
  /** Exponential with this mean: gaps between things that happen on their own. */
  readonly exponential: (mean: number) => number;
  /** Log-normal with this median; `spread` is the standard deviation of its logarithm. */
  readonly around: (median: number, spread: number) => number;
  /** One of the choices, each by its weight. */
  readonly pick: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T;
  /** Hexadecimal digits. */
  readonly hex: (digits: number) => string;
}

/** Four bytes at a time out of SHA-256 over the seed and a count. */
export function createRandom(seed: string): Random {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  const share = (): number => {
    if (at >= block.length) {
      block = createHash('sha256')
        .update(`${seed}/${String(blocks)}`)
        .digest();
      blocks += 1;
      at = 0;
    }
    at += 4;
    return block.readUInt32BE(at - 4) / 2 ** 32;
  };
  const exponential = (mean: number): number => -Math.log(1 - share()) * mean;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    chance: (chance) => share() < chance,
    exponential,
    around: (median, spread) => median * Math.exp(spread * normal()),
    pick: (choices) => {
      let left = share() * choices.reduce((sum, [weight]) => sum + weight, 0);
      const found = choices.find(([weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (!found) throw new RangeError('Nothing to pick from.');
      return found[1];
    },
    hex: (digits) => {
      let text = '';
      while (text.length < digits)
        text += Math.floor(share() * 2 ** 32)
          .toString(16)
          .padStart(8, '0');
      return text.slice(0, digits);
    },
  };
}
