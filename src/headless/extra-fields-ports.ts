/** Gives extra fields what they need of a checkout: what the tag says, what is known, whom to tell. */
import type { Item } from '../contract/items.js';
import { itemsOf, type CheckoutConfig } from '../core/config.js';
import type { ExtraFieldsPorts } from '../core/extra-fields-port.js';
import { refused } from '../core/result.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { NO_WISHES } from '../core/extra-fields.js';
import type { Runtime } from './runtime.js';

/** Read at each use: tags are live, openings come and go. */
export const toExtraFieldsPorts = (runtime: Runtime): ExtraFieldsPorts => {
  const { host, backend } = runtime.ports;
  const config = () => {
    const read = host.config();
    return 'wishes' in read ? read : runtime.opening?.config;
  };
  return {
    wishes: () => config()?.wishes ?? NO_WISHES,
    quantity: () => firstOf(config())?.quantity ?? 1,
    country: () => runtime.country,
    facts: () => runtime.facts,
    learn: (news) => {
      runtime.learn(news);
    },
    setQuantity: (quantity) => host.setQuantity?.(quantity),
    setTaxId: (info) => runtime.opening?.gateway.setTaxId(info) ?? closed(),
    mayInvoice: () => backend().payByInvoice !== undefined,
    change: (details) => {
      const { opening, store } = runtime;
      if (!opening || !('session' in store.state)) return closed();
      const { id } = store.state.session;
      const change = { contract: CONTRACT_VERSION, change: 'details', ...details } as const;
      return opening.gateway.update(() => backend().change(id, change, opening.abort.signal));
    },
  };
};

const closed = () => Promise.resolve(refused('session.closed', 'The session is not open.'));

const firstOf = (config: CheckoutConfig | undefined): Item | undefined => config && itemsOf(config)[0];
