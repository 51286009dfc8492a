/** What a customer gives to support: which session, which error, what led to it. Nothing that was typed. */
import { PACKAGE_VERSION } from '../../core/package-version.js';
import { stripeVersion } from '../../stripe/stripe-version.js';
import type { View } from '../view.js';

/** As JSON, for `billing-checkout replay` as well as for eyes. */
export function toDetails({ state, trace, locale, flow }: View): string {
  const led = trace();
  const error = 'error' in state ? state.error : undefined;
  return JSON.stringify({
    // Whatever is kept as an id in a trace is a session's; the last one was at hand.
    sessionId: [...JSON.stringify(led).matchAll(/"id":"(\w+)"/g)].at(-1)?.[1] ?? null,
    state: state.name,
    code: error?.code ?? null,
    requestId: error?.requestId ?? null,
    flow,
    locale,
    packageVersion: PACKAGE_VERSION,
    stripeJs: stripeVersion(),
    trace: led,
  });
}
