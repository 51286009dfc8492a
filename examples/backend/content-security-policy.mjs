/** The policy of the demo's pages, the one of docs/content-security-policy.md; a local Stripe stands beside the real one. */

/** What the header says. `simulatorUrl` is the origin of a local Stripe, or null. */
export function contentSecurityPolicy(simulatorUrl) {
  const local = simulatorUrl ? [simulatorUrl] : [];
  const directives = {
    'default-src': ["'none'"],
    'script-src': [
      "'self'",
      'https://js.stripe.com',
      'https://*.js.stripe.com',
      'https://maps.googleapis.com',
      ...local,
    ],
    'frame-src': ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com', ...local],
    'connect-src': ["'self'", 'https://api.stripe.com', 'https://maps.googleapis.com', ...local],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['lit-html', 'default'],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
