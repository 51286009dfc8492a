/** Test cards, by what banks do with them. */

/** Pays. */
export const PAYS = '4242424242424242';

/** Its bank asks. */
export const ASKS = '4000002760003184';

/** Pays, and is another than the one a subscriber has. */
export const ANOTHER = '5555555555554444';
