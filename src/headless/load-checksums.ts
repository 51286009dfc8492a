/** The check digits of tax ids, as they are loaded: for checkouts that ask for one. */

/** What is known of check digits. */
export interface Checksums {
  /** Whether those of a normalized tax id fit; true where no rule is known. `type` is Stripe's word, as `eu_vat`. */
  readonly fits: (type: string, value: string) => boolean;
}

/** Fetches them. Null where they cannot be loaded: then the form of a tax id is all that is looked at. */
export type LoadChecksums = () => Promise<Checksums | null>;
