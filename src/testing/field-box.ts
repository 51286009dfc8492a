/** What stands where Stripe's fields would: a labelled, neutral box of their size that the keyboard can reach. */
import type { FrameKind, Look } from '../core/ports.js';

/** Names and heights; the element keeps the same place for the real ones. */
const BOXES = {
  payment: { label: 'Stripe’s payment field', blockSize: '12.5em' },
  address: { label: 'Stripe’s address field', blockSize: '14.375em' },
  express: { label: 'Stripe’s buttons of wallets', blockSize: '48px' },
} as const;

/** Makes the box of a field. */
export function createFieldBox(frame: FrameKind, look: Look): HTMLElement {
  const { label, blockSize } = BOXES[frame];
  const box = document.createElement('div');
  box.role = 'group';
  box.ariaLabel = label;
  box.tabIndex = 0;
  box.lang = 'en';
  box.dir = 'ltr';
  box.textContent = label;
  Object.assign(box.style, { display: 'grid', placeItems: 'center', boxSizing: 'border-box', minBlockSize: blockSize });
  dressFieldBox(box, look);
  return box;
}

/** Gives a box the look that Stripe's field would have. */
export function dressFieldBox(box: HTMLElement, { variables }: Look): void {
  const {
    colorTextSecondary = '',
    colorBackground = '',
    borderRadius = '',
    fontFamily = '',
    fontSizeBase = '',
  } = variables;
  Object.assign(box.style, {
    border: `1px dashed ${colorTextSecondary}`,
    borderRadius,
    background: colorBackground,
    color: colorTextSecondary,
    font: `${fontSizeBase} ${fontFamily}`,
  });
}
