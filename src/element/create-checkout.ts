/** Gives a tag's checkout its ports: the browser's own, and what the tag names. */
import { createHttpBackend, type HeadersSource } from '../backend/http-backend.js';
import { toHint } from '../core/config.js';
import type { Backend } from '../core/ports.js';
import { createAssignment, type Assigned } from '../headless/assignment.js';
import { Checkout } from '../headless/checkout.js';
import type { FunnelSink } from '../headless/funnel.js';
import type { CheckoutHost } from '../headless/host.js';
import { createPageFunnel } from '../headless/page-funnel.js';
import { createPurchaseLedger } from '../headless/purchase-ledger.js';
import type { Ports } from '../headless/runtime.js';
import { systemClock } from '../headless/timers.js';
import { CheckoutSessionsGateway } from '../stripe/checkout-sessions-gateway.js';
import { loadStripeJs } from '../stripe/load-stripe.js';
import { DEFAULT_ENDPOINT } from './read-config.js';
import type { Speech } from './extras/extra-speaker.js';
import { loadExtras } from './load-extras.js';
import { loadFile } from './load-file.js';
import { warnOnce } from './warn.js';

/** What of the tag is read at each use. */
interface Tag {
  readonly endpoint: string | null;
  readonly headers: HeadersSource | undefined;
  readonly backend: Backend | null;
  readonly analytics: FunnelSink | null;
  readonly sendEvents: boolean;
  readonly renderRoot: Node;
  /** Replaces ports, all or some. The door `testing` does; read when a checkout is made. */
  readonly ports?: (own: Ports) => Ports;
}

/** Makes the checkout of a tag. */
export function createCheckout(tag: Tag, host: CheckoutHost, speech: () => Speech): Checkout {
  const http = { endpoint: () => tag.endpoint ?? DEFAULT_ENDPOINT, headers: () => tag.headers };
  const backend = createHttpBackend(http);
  const clock = systemClock;
  const own: Ports = {
    host,
    backend: () => tag.backend ?? backend,
    ledger: createPurchaseLedger(clock.now),
    clock,
    createGateway: () => new CheckoutSessionsGateway(),
    loadIntentsGateway: async () => {
      const { IntentsGateway } = await loadFile(() => import('../stripe/intents-gateway.js'));
      return new IntentsGateway(loadStripeJs);
    },
    loadExtraFields: async () => {
      const extras = await loadExtras();
      await extras.fetchWords(speech().lang, warnOnce);
      extras.dress(tag.renderRoot);
      return (runtime) => extras.createExtra(runtime, speech, warnOnce);
    },
    loadHosted: async () => (await loadFile(() => import('../headless/open-hosted.js'))).openHosted,
    loadAddressRules: async () => (await import('../contract/address-rules.js')).findPlaceFault,
    loadSuggestEmail: async () => (await import('../headless/suggest-email.js')).suggestEmail,
    assignment: createAssignment({
      clock,
      page: globalThis,
      report: (problem) => {
        warnOnce(toHint([problem]));
      },
    }),
    funnel: createPageFunnel({
      context: () => ({ flow: host.flow(), experiment: toCounted(checkout) }),
      analytics: () => tag.analytics,
      sends: () => tag.sendEvents,
      http,
      clock,
    }),
  };
  const checkout: Checkout = new Checkout(tag.ports ? tag.ports(own) : own);
  return checkout;
}

/** The variant shown, where it counts: one that the page's address forces does not. */
export const toCounted = ({ assigned }: Checkout): Assigned | null => (assigned?.unit == null ? null : assigned);
