/** The bank's question of a test payment, in the page itself. */
import type { Answer, ChallengeSetup, FromFrame } from '../wire/frame-messages.js';
import { h } from '../frames/form/h.js';
import type { FrameForm } from '../frames/run-form.js';

export class ChallengeForm implements FrameForm<ChallengeSetup> {
  readonly node: HTMLElement;
  readonly #complete: HTMLButtonElement;

  constructor({ amount }: ChallengeSetup, send: (message: FromFrame) => void) {
    const button = (text: string, outcome: 'complete' | 'fail' | 'canceled'): HTMLButtonElement => {
      const node = h('button', { type: 'button' }, text);
      node.addEventListener('click', () => send({ type: 'challenge', outcome }));
      return node;
    };
    this.#complete = button('Complete', 'complete');
    this.node = h(
      'div',
      {},
      h('h1', {}, '3D Secure 2 Test Page'),
      h('p', {}, amount === '' ? 'A card is kept.' : `A payment of ${amount}.`),
      this.#complete,
      button('Fail', 'fail'),
      button('Close', 'canceled'),
    );
  }

  update(): void {}

  focus(): void {
    this.#complete.focus();
  }

  clear(): void {}

  async answer(): Promise<Answer> {
    return { name: 'validate', problem: null };
  }
}
