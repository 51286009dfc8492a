/** Tells what Stripe's API answered, in one line. */
import Stripe from 'stripe';

/** `accepted`, or status, code and words of the refusal. Anything but an answer of the API is thrown on. */
export async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError) || error.statusCode === undefined) throw error;
    return `${error.statusCode} ${error.code ?? 'no code'}: ${error.message}`;
  }
}

/** The same without the words, for what is known to be worded otherwise. */
export const kindOf = (outcome: string): string => outcome.split(':')[0] ?? '';

/** Reads a path of names in an answer; `not there` where it ends. */
export function at(value: unknown, path: string): string {
  let here = value;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !(name in here)) return 'not there';
    here = (here as Record<string, unknown>)[name];
  }
  return typeof here === 'string' ? here : JSON.stringify(here);
}
