/** The version of this package, for what is handed to support. A test holds it against package.json. */
export const PACKAGE_VERSION = '0.0.0';
