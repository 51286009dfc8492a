/** Takes the client secret of a test Checkout Session and nothing else. */
export type ParsedClientSecret =
  | { readonly sessionId: string; readonly clientSecret: string; readonly problem?: undefined }
  | { readonly problem: string };

export function parseClientSecret(secret: unknown): ParsedClientSecret {
  if (typeof secret !== 'string') {
    return {
      problem: `Invalid value for initCheckoutElementsSdk(): clientSecret should be a string. You specified: ${String(secret)}.`,
    };
  }
  if (/^(pi|seti)_/.test(secret)) {
    return {
      problem:
        'The client secret of an intent can not be used with initCheckoutElementsSdk(). Use stripe.elements() for intents.',
    };
  }
  if (secret.startsWith('cs_live_')) {
    return { problem: 'The client secret is from live mode, but this is a simulator: it knows test mode only.' };
  }
  const sessionId = /^(cs_test_\w+?)_secret_.+$/.exec(secret)?.[1];
  if (sessionId === undefined) {
    return {
      problem:
        'Invalid value for initCheckoutElementsSdk(): clientSecret should be a client secret of the form cs_test_xxx_secret_yyy.',
    };
  }
  return { sessionId, clientSecret: secret };
}
