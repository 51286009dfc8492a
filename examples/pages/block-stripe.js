/** Keeps Stripe.js out of the page, as a content blocker does: the request for it fails. */
const { get, set } = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');

Object.defineProperty(HTMLScriptElement.prototype, 'src', {
  configurable: true,
  get,
  set(url) {
    if (String(url).startsWith('https://js.stripe.com/')) setTimeout(() => this.dispatchEvent(new Event('error')));
    else set.call(this, url);
  },
});
