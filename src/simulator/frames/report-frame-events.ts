/** Tells the page how tall the frame's content is, at once when it is called and when it changes; and when focus enters and leaves it. */
import type { HostLine } from './host-line.js';

export function reportFrameEvents(line: HostLine, content: HTMLElement): () => void {
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height !== told) line.send({ type: 'height', height });
    told = height;
  };
  new ResizeObserver(tell).observe(content);
  let focused = false;
  const setFocused = (next: boolean): void => {
    if (next !== focused) line.send({ type: next ? 'focus' : 'blur' });
    focused = next;
  };
  document.addEventListener('focusin', () => setFocused(true));
  document.addEventListener('focusout', (event) => {
    if (event.relatedTarget === null) setFocused(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) line.send({ type: 'escape' });
  });
  return tell;
}
