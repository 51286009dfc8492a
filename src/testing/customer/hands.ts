/** What a customer does with their hands and eyes. One way in a document, another through a driver of browsers. */
import type { StateName } from '../../core/state.js';

/** Where fields are: on the form itself, or in one of Stripe's. */
export type Place = 'form' | 'payment' | 'address';

/** What can be pressed. */
export type Press = 'submit' | 'Complete' | 'Fail' | 'Close';

/** What there is to see. */
export interface Sight {
  readonly state: StateName;
  readonly busy: boolean;
  /** Names of the events since the button was pressed last, without `billing-`. */
  readonly events: readonly string[];
  /** The sentences of the outcome, or of what has stopped the payment; empty when there are none. */
  readonly says: string;
}

/** Does and sees. */
export interface Hands {
  /** Types into the field of that name, or chooses in it, and leaves it. False: there is no such field, or none yet. */
  fill(place: Place, name: string, value: string): Promise<boolean>;
  /** False: there is no such button, or none yet. */
  press(what: Press): Promise<boolean>;
  look(): Promise<Sight>;
}
