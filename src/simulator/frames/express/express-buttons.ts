/** A button for each wallet, side by side while there is room. */
import type { Answer, ExpressSetup, FromFrame } from '../../wire/frame-messages.js';
import { walletNames } from '../../wire/wallets.js';
import { h } from '../form/h.js';
import type { FrameForm } from '../run-form.js';

const rowStyle = 'display:flex;flex-wrap:wrap;gap:8px';
const buttonStyle =
  'flex:1 1 120px;border:0;border-radius:6px;background:#000;color:#fff;font:600 16px/1 system-ui,sans-serif;cursor:pointer';

export class ExpressButtons implements FrameForm<ExpressSetup> {
  readonly node = h('div', {});
  readonly #send: (message: FromFrame) => void;

  constructor(setup: ExpressSetup, send: (message: FromFrame) => void) {
    this.#send = send;
    this.node.style.cssText = rowStyle;
    this.update(setup);
  }

  update({ wallets, buttonHeight }: ExpressSetup): void {
    const focused = document.activeElement?.getAttribute('data-wallet');
    this.node.replaceChildren(
      ...wallets.map((wallet) => {
        const button = h('button', { type: 'button', 'data-wallet': wallet }, walletNames[wallet]);
        button.style.cssText = `${buttonStyle};height:${String(buttonHeight)}px`;
        button.addEventListener('click', () => this.#send({ type: 'express-click', wallet }));
        return button;
      }),
    );
    if (focused) this.node.querySelector<HTMLElement>(`[data-wallet="${focused}"]`)?.focus();
  }

  focus(): void {
    this.node.querySelector('button')?.focus();
  }

  clear(): void {
    // Nothing is typed here.
  }

  /** Buttons have nothing to complain about and no value; neither is asked. */
  answer(): Promise<Answer> {
    return Promise.resolve({ name: 'validate', problem: null });
  }
}
