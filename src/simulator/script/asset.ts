/** A built file of Stripe.js and its frames, however it is kept. */

/** One built file. */
export interface Asset {
  /** Text, or bytes for what is none. */
  readonly body: string | Uint8Array;
  /** For the header `content-type`. */
  readonly type: string;
}

/** Gives a built file by its path under `simulator/assets`. */
export type AssetReader = (name: string) => Promise<Asset | undefined>;
