/** The version of the backend contract, carried by every body and every answer. */
export const CONTRACT_VERSION = 1;
