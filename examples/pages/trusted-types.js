/** Trusted Types: Stripe's loader names its script with a plain string. It may, and nobody else may name another. */
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) =>
    new URL(address, document.baseURI).origin === 'https://js.stripe.com' ? address : null,
});
