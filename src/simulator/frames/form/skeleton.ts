/** Grey bars where the fields will be, while the session is on its way. */
import { h } from './h.js';

export function createSkeleton(rows: readonly number[]): HTMLElement {
  const bars = rows.map((count) => h('div', {}, ...Array.from({ length: count }, () => h('i'))));
  return h('div', { class: 'Skeleton', 'aria-hidden': 'true' }, ...bars);
}
