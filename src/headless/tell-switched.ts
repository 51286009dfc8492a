/** Tells the server of a customer who came to see another flow than the one assigned. */
import { CONTRACT_VERSION } from '../contract/version.js';
import type { Runtime } from './runtime.js';

/** Once per opening. Outside of Stripe's own update: nothing that is shown or paid changes, so nothing has to wait. */
export function tellSwitched({ assigned, opening, store, ports }: Runtime): void {
  const { state } = store;
  if (!opening || opening.switched || state.name !== 'ready' || assigned?.unit == null) return;
  if (assigned.flow === null || assigned.flow === ports.host.flow()) return;
  opening.switched = true;
  const change = { contract: CONTRACT_VERSION, change: 'experiment', switched: true } as const;
  // Lost, it is lost: nobody pays less well because somebody counts less well.
  void ports.backend().change(state.session.id, change, opening.abort.signal);
}
