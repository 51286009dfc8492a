/** A world for a checkout: a server and a Stripe that tell the truth, a network that loses things, and time. */
import type { CheckoutEffect } from '../../../src/core/effects.js';
import type { CheckoutInput } from '../../../src/core/inputs.js';
import type { CheckoutState } from '../../../src/core/state.js';
import { createStore } from '../../../src/core/store.js';
import type { Truth } from '../../../src/contract/truth.js';
import { session, truth } from './samples.js';

type Status = Truth['status'];

/** A confirmation that Stripe has been given. */
interface Confirmation {
  readonly id: string;
  readonly attempt: number;
}

interface Waiting {
  readonly at: number;
  readonly input: CheckoutInput;
}

/** A choice out of as many as there are now. */
export type Choose = (choices: number) => number;

/** One checkout in a world of its own. */
export class World {
  readonly store = createStore();
  /** What the server would say, by session. */
  readonly sessions = new Map<string, Status>();
  readonly completions: string[] = [];
  /** Wallets in which the customer has said yes, and that neither pay nor know that they don't. */
  walletsWaiting = 0;
  /** The most confirmations of one session that were ever under way at once. */
  mostConfirmations = 0;
  readonly #choose: Choose;
  #now = 0;
  #waits: Waiting[] = [];
  #questions: { readonly attempt: number; readonly id: string }[] = [];
  #openings: number[] = [];
  #details: number[] = [];
  #checks: number[] = [];
  #updates: number[] = [];
  #promotions: number[] = [];
  #confirmations: Confirmation[] = [];
  /** Invoices that the server was asked for. */
  #invoices: Confirmation[] = [];
  /** Sessions of confirmations whose answer was lost: their money may still move. */
  readonly #lost: string[] = [];
  /** Sessions of requests for an invoice that were lost: they may still arrive. */
  readonly #late: string[] = [];
  #remembered: string | null = null;

  constructor(choose: Choose) {
    this.#choose = choose;
    this.store.subscribe(({ from, to, effects }) => {
      if (from.name !== to.name || from.attempt !== to.attempt) this.#waits = [];
      effects.forEach(this.#perform);
    });
  }

  get state(): CheckoutState {
    return this.store.state;
  }

  /** One thing happens: a command, an answer, time, or money. */
  step(): void {
    const answers = this.#answers();
    const happenings = [
      ...this.#commands(),
      // Three times as likely as a click, so that walks get somewhere.
      ...[answers, answers, answers].flat(),
      ...(this.#waits.length > 0 ? [this.#pass] : []),
      ...this.#confirmations.flatMap((confirmation) => this.#bank(confirmation)),
      ...this.#invoices.flatMap((request) => this.#server(request)),
      ...this.#lost.map((id) => () => {
        this.#pay(id);
      }),
      ...this.#late.map((id) => () => {
        this.#bill(id);
      }),
    ];
    happenings[this.#choose(happenings.length)]?.();
  }

  /** From now on nothing is lost, every bank answers, nobody clicks. Runs until nothing is left to happen. */
  settle(): void {
    for (let turn = 0; turn < 200; turn += 1) {
      const [next] = [
        ...this.#confirmations.map((confirmation) => () => {
          const status = this.sessions.get(confirmation.id);
          if (status === 'complete') this.#tellComplete(confirmation);
          else if (status === 'open') this.#tellDeclined(confirmation);
          else this.#tellNothing(confirmation);
        }),
        ...this.#invoices.map((request) => () => {
          this.#tellInvoiced(request);
        }),
        ...this.#answers(true),
        ...(this.#waits.length > 0 ? [this.#pass] : []),
      ];
      if (!next || this.state.name === 'processing') return;
      next();
    }
  }

  readonly #perform = (effect: CheckoutEffect): void => {
    switch (effect.type) {
      case 'open':
        this.#openings.push(effect.attempt);
        return;
      case 'check-details':
        this.#details.push(effect.attempt);
        return;
      case 'check':
        this.#checks.push(effect.attempt);
        return;
      case 'refuse-wallet':
        this.walletsWaiting = 0;
        return;
      case 'confirm':
        if (effect.wallet) {
          if (this.walletsWaiting !== 1) throw new Error('A payment by a wallet that does not wait.');
          this.walletsWaiting = 0;
        }
        if (!('session' in this.state)) throw new Error('A confirmation without a session.');
        (this.state.invoice ? this.#invoices : this.#confirmations).push({
          id: this.state.session.id,
          attempt: effect.attempt,
        });
        this.mostConfirmations = Math.max(this.mostConfirmations, this.#underWay(this.state.session.id));
        return;
      case 'ask':
        this.#questions.push(effect);
        return;
      case 'update-items':
        this.#updates.push(effect.attempt);
        return;
      case 'update-promotion':
        this.#promotions.push(effect.attempt);
        return;
      case 'wait':
        // As headless does: one wait for one purpose.
        this.#waits = this.#waits.filter(({ input }) => input.type !== effect.input.type);
        this.#waits.push({ at: this.#now + effect.ms, input: effect.input });
        return;
      case 'remember-done':
        this.#remembered = effect.id;
        return;
      case 'forget':
        this.#remembered = null;
        return;
      case 'open-hosted':
        throw new Error('Nobody here asks for a page of Stripe’s.');
      case 'emit':
        if (effect.emission.event === 'billing-complete') this.completions.push(effect.emission.completion.id);
        return;
      case 'close':
      case 'refresh':
      case 'focus':
      case 'focus-frame':
        return;
    }
  };

  #commands(): (() => void)[] {
    const commands: CheckoutInput[] = [
      { type: 'load' },
      { type: 'submit' },
      { type: 'recheck' },
      { type: 'restart' },
      { type: 'items.changed' },
      { type: 'invoice.ask' },
      { type: 'invoice.send' },
      { type: 'invoice.cancel' },
      { type: 'promotion.apply' },
      { type: 'promotion.remove' },
      { type: 'go', step: 'details' },
      { type: 'go', step: 'payment' },
      { type: 'flow.changed', step: 'details' },
      { type: 'page.visible' },
    ];
    const yes = (): void => {
      this.walletsWaiting = 1;
      this.store.send({ type: 'submit', wallet: 'google_pay' });
    };
    return [
      ...commands.map((command) => () => {
        this.store.send(command);
      }),
      // The gateway lets one wallet wait at a time.
      ...(this.walletsWaiting === 0 ? [yes] : []),
    ];
  }

  /** Answers that are due, each given, or lost where a network can lose it. */
  #answers(honest = false): (() => void)[] {
    const give = <T>(list: T[], each: T, input: CheckoutInput) => {
      return (): void => {
        list.splice(list.indexOf(each), 1);
        this.store.send(input);
      };
    };
    return [
      ...this.#openings.flatMap((attempt) => [
        () => {
          this.#openings.splice(this.#openings.indexOf(attempt), 1);
          this.#open(attempt);
        },
        ...(honest
          ? []
          : [give(this.#openings, attempt, { type: 'open.failed', attempt, error: { code: 'network.failed' } })]),
      ]),
      ...this.#details.flatMap((attempt) => [
        give(this.#details, attempt, { type: 'details.passed', attempt }),
        ...(honest ? [] : [give(this.#details, attempt, { type: 'check.invalid', attempt, invalid: [] })]),
      ]),
      ...this.#checks.flatMap((attempt) => [
        this.#check(attempt),
        ...(honest ? [] : [give(this.#checks, attempt, { type: 'check.invalid', attempt, invalid: [] })]),
      ]),
      ...this.#updates.map((attempt) => give(this.#updates, attempt, { type: 'items.updated', attempt })),
      ...this.#promotions.flatMap((attempt) => [
        give(this.#promotions, attempt, { type: 'promotion.done', attempt }),
        give(this.#promotions, attempt, { type: 'promotion.failed', attempt, error: { code: 'promotion.refused' } }),
      ]),
      ...this.#questions.flatMap((question) => {
        const { attempt, id } = question;
        const told = truth(this.sessions.get(id) ?? 'open', { id });
        return [
          give(this.#questions, question, { type: 'truth', attempt, truth: told }),
          ...(honest ? [] : [give(this.#questions, question, { type: 'truth.unknown', attempt })]),
        ];
      }),
    ];
  }

  /** The last look before money moves reads the truth. */
  #check(attempt: number): () => void {
    return () => {
      this.#checks.splice(this.#checks.indexOf(attempt), 1);
      const id = 'session' in this.state ? this.state.session.id : '';
      const told = truth(this.sessions.get(id) ?? 'open', { id });
      this.store.send(
        told.status === 'open' ? { type: 'check.passed', attempt } : { type: 'truth', attempt, truth: told },
      );
    };
  }

  #underWay(id: string): number {
    return [...this.#confirmations, ...this.#invoices].filter((each) => each.id === id).length;
  }

  #pay(id: string): void {
    if (this.sessions.get(id) === 'open') this.sessions.set(id, 'complete');
  }

  /** Expiring is the lock: what is paid is not billed, and what is billed cannot be paid. */
  #bill(id: string): void {
    if (this.sessions.get(id) === 'open') this.sessions.set(id, 'invoiced');
  }

  /** What a server and a network can make of a request for an invoice. */
  #server(request: Confirmation): (() => void)[] {
    const { id, attempt } = request;
    const lose = (): void => {
      this.#dropInvoice(request);
      this.store.send({ type: 'confirm.unclear', attempt, message: 'Not made.' });
    };
    return [
      () => {
        this.#tellInvoiced(request);
      },
      () => {
        this.#bill(id);
        lose();
      },
      () => {
        this.#late.push(id);
        lose();
      },
      ...(this.sessions.get(id) === 'open'
        ? [
            () => {
              this.#dropInvoice(request);
              this.store.send({ type: 'invoice.refused', attempt, error: { code: 'invoice.not_offered' } });
            },
          ]
        : []),
    ];
  }

  /** The server answers with the session as it has ended, by invoice or before. */
  #tellInvoiced(request: Confirmation): void {
    const { id, attempt } = request;
    this.#bill(id);
    this.#dropInvoice(request);
    this.store.send({ type: 'truth', attempt, truth: truth(this.sessions.get(id) ?? 'open', { id }) });
  }

  #dropInvoice(request: Confirmation): void {
    this.#invoices.splice(this.#invoices.indexOf(request), 1);
  }

  #open(attempt: number): void {
    if (this.#remembered !== null) {
      this.store.send({ type: 'remembered', attempt, id: this.#remembered });
      return;
    }
    const open = [...this.sessions].find(([, status]) => status === 'open')?.[0];
    const id = open ?? `cs_${String(this.sessions.size + 1)}`;
    this.sessions.set(id, 'open');
    this.store.send({ type: 'opened', attempt, session: { ...session, id }, step: 'details' });
  }

  /** What a bank and Stripe.js can make of a confirmation. Money moves at most once per session. */
  #bank(confirmation: Confirmation): (() => void)[] {
    const { id, attempt } = confirmation;
    const done = this.sessions.get(id) !== 'open';
    return [
      () => {
        this.#pay(id);
      },
      ...(this.sessions.get(id) === 'complete'
        ? [
            () => {
              this.#tellComplete(confirmation);
            },
          ]
        : []),
      ...(done
        ? []
        : [
            () => {
              this.#tellDeclined(confirmation);
            },
            () => {
              this.sessions.set(id, 'processing');
              this.#forget(confirmation);
              this.store.send({ type: 'confirm.unpaid', attempt });
            },
          ]),
      () => {
        this.#lost.push(id);
        this.#tellNothing(confirmation);
      },
    ];
  }

  /** An answer that was lost, or Stripe's that the session has ended meanwhile, by an invoice say: that is no decline. */
  #tellNothing(confirmation: Confirmation): void {
    this.#forget(confirmation);
    this.store.send({ type: 'confirm.unclear', attempt: confirmation.attempt });
  }

  #tellComplete(confirmation: Confirmation): void {
    const { id, attempt } = confirmation;
    this.#forget(confirmation);
    this.store.send({ type: 'confirm.complete', attempt, id, payment: 'paid', amount: 10_500, currency: 'usd' });
  }

  #tellDeclined(confirmation: Confirmation): void {
    this.#forget(confirmation);
    this.store.send({ type: 'confirm.declined', attempt: confirmation.attempt, declineCode: null, message: 'No.' });
  }

  #forget(confirmation: Confirmation): void {
    this.#confirmations.splice(this.#confirmations.indexOf(confirmation), 1);
  }

  readonly #pass = (): void => {
    const [next] = [...this.#waits].sort((a, b) => a.at - b.at);
    if (!next) return;
    this.#waits.splice(this.#waits.indexOf(next), 1);
    this.#now = next.at;
    this.store.send(next.input);
  };
}
