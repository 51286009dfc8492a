/** Values of the wire that are more than their type. Plain functions: zod's own checks weigh half a kilobyte in every browser. */
import * as z from 'zod/mini';

const must =
  <T>(hold: (value: T) => boolean) =>
  ({ value, issues }: z.core.ParsePayload<T>): void => {
    if (!hold(value)) issues.push({ code: 'custom', input: value });
  };

/** A whole number that JSON carries exactly. */
export const int = z.number().check(must(Number.isSafeInteger));

/** An object of Stripe's, by its id. */
export const objectId = z.string().check(must((id) => id !== ''));

/** What {@link webUrl} begins with. */
export const WEB_URL = /^https?:\/\//;

/** A page that may become a link: `javascript:` and its like may not. */
export const webUrl = z.string().check(must((url) => WEB_URL.test(url)));
