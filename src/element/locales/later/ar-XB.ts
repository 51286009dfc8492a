/** Mirrored English, for developers: all of it is in the file of the form. */

/** Nothing more. */
export const later = {};
