/** Tells the API the billing address once it is complete and the customer has stopped typing. */
import type { AddressChange } from '../../wire/frame-messages.js';
import type { PaymentPageUpdate } from '../../wire/payment-page.js';
import type { PageConnection } from './page-connection.js';

const quietMilliseconds = 300;
type BillingAddress = Exclude<PaymentPageUpdate['billing_address'], undefined | ''>;

export class AddressSync {
  readonly #connection: PageConnection;
  #sent = '';
  #waiting: { readonly timer: number; readonly send: () => Promise<void> } | null = null;
  #sending: Promise<void> = Promise.resolve();
  /** An update that did not arrive; sent again before the fields are called valid. */
  #lost: (() => Promise<void>) | null = null;

  constructor(connection: PageConnection) {
    this.#connection = connection;
  }

  take(change: AddressChange): void {
    this.#drop();
    this.#lost = null;
    if (!change.complete) return;
    const address = toWire(change.value);
    const written = JSON.stringify(address);
    if (written === this.#sent) return;
    const release = this.#connection.hold();
    const send = async (): Promise<void> => {
      this.#waiting = null;
      this.#lost = null;
      this.#sent = written;
      const reply = await this.#connection.update({ billing_address: address });
      if (reply.outcome !== 'page') {
        this.#sent = '';
        this.#lost = send;
      }
      release();
    };
    this.#waiting = {
      timer: window.setTimeout(() => void this.flush(), quietMilliseconds),
      send,
    };
    this.#release = release;
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting !== null) {
      window.clearTimeout(waiting.timer);
      this.#sending = waiting.send();
    } else if (this.#lost !== null) this.#sending = this.#lost();
    await this.#sending;
  }

  #release: () => void = () => {};

  #drop(): void {
    if (this.#waiting === null) return;
    window.clearTimeout(this.#waiting.timer);
    this.#waiting = null;
    this.#release();
  }
}

function toWire({ name, address }: AddressChange['value']): BillingAddress {
  return {
    name,
    address: {
      country: address.country,
      line1: address.line1,
      ...(address.line2 === null ? {} : { line2: address.line2 }),
      city: address.city,
      state: address.state,
      postal_code: address.postal_code,
    },
  };
}
