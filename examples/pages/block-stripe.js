/** Keeps Stripe.js out of the page, as a content blocker does: the request for it fails. */
const { get, set } = Object.getOwnPropertyDescriptor(globalThis.HTMLScriptElement.prototype, 'src');

Object.defineProperty(globalThis.HTMLScriptElement.prototype, 'src', {
  configurable: true,
  get,
  set(url) {
    if (String(url).startsWith('https://js.stripe.com/'))
      globalThis.setTimeout(() => this.dispatchEvent(new globalThis.Event('error')));
    else set.call(this, url);
  },
});
