/** Replaces how a tag's checkout reaches the world: no network, no storage, no events, and a clock that stands. */
import type { CheckoutConfig, DefaultValues } from '../core/config.js';
import { findPlaceFault } from '../contract/address-rules.js';
import { NO_WISHES } from '../core/extra-fields.js';
import { NO_FACTS, type Facts } from '../core/facts.js';
import { INITIAL_STATE, type CheckoutState } from '../core/state.js';
import type { Ports } from '../headless/runtime.js';
import type { FrozenClock } from './frozen-clock.js';
import type { Scenario } from './scenario.js';
import { SHOWN_SESSION } from './shown-content.js';
import { ShownGateway } from './shown-gateway.js';

/** What is seen of a checkout that is being led to its state. */
export interface Stage {
  /** The tag asks for wallets; it may be shown without all that a real one needs. */
  readonly express: boolean;
  state: CheckoutState;
  facts: Facts;
  /** Quantity of what is sold. */
  quantity: number;
  /** The state is reached: from now on the keyboard moves as it always does. */
  settled: boolean;
  /** Hears each change of the state, and of what is known beside it. */
  onChange: () => void;
}

/** Before anything has happened. */
export const createStage = (express: boolean): Stage => ({
  express,
  state: INITIAL_STATE,
  facts: NO_FACTS,
  quantity: 1,
  settled: false,
  onChange: () => {},
});

/** What is known of the customer on page two. */
const KNOWN: DefaultValues = {
  email: 'ada@example.com',
  company: 'Analytical Engines',
  purchaseOrder: 'PO 42',
  billingAddress: {
    name: 'Ada Lovelace',
    address: { country: 'US', line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001' },
  },
};

/** The ports of a shown state, over those that the tag would have. */
export function toPorts(
  own: Ports,
  { form, finished, onPayment, backend, gateway }: Scenario,
  stage: Stage,
  clock: FrozenClock,
): Ports {
  const { host, loadExtraFields } = own;
  const config = (): CheckoutConfig => {
    const said = host.config();
    const wishes = 'wishes' in said ? said.wishes : NO_WISHES;
    return {
      publishableKey: 'pk_test_shown',
      endpoint: '/shown',
      pays: { kind: 'purchase', items: [{ price: 'shown', quantity: stage.quantity }] },
      returnUrl: location.href,
      express: stage.express,
      wishes: { ...wishes, quantity: true, payByInvoice: true, ...(form.fields && { fields: form.fields }) },
    };
  };
  return {
    host: {
      config,
      flow: () => host.flow(),
      defaultValues: () => (onPayment && host.flow() === 'two-page' ? KNOWN : {}),
      locale: () => host.locale(),
      look: () => host.look(),
      node: (frame) => host.node(frame),
      beforeSubmit: () => Promise.resolve({ go: true }),
      emit: () => {},
      setQuantity(quantity) {
        stage.quantity = quantity;
      },
      focus(target) {
        if (stage.settled) host.focus(target);
      },
      changed: () => {
        host.changed();
      },
    },
    backend: () => backend,
    ledger: {
      current: () => ({ key: SHOWN_SESSION, sessionId: SHOWN_SESSION }),
      opened: () => {},
      rename: () => {},
      done: () => (finished ? SHOWN_SESSION : null),
      finish: () => {},
      forget: () => {},
      pays: () => {},
      left: () => {},
      back: () => null,
    },
    clock,
    createGateway: () => new ShownGateway({ ...gateway, mayFocus: () => stage.settled }),
    ...(loadExtraFields && { loadExtraFields }),
    loadAddressRules: () => Promise.resolve(findPlaceFault),
    loadSuggestEmail: () => Promise.resolve(() => form.emailSuggestion ?? null),
    funnel: {
      onChange({ to }) {
        stage.state = to;
        stage.onChange();
      },
      onFacts(facts) {
        stage.facts = facts;
        stage.onChange();
      },
      end: () => {},
      listen: () => {},
    },
  };
}
