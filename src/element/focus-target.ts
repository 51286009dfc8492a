/** Moves the keyboard to where a customer is wanted. */
import type { LitElement } from 'lit';
import type { FocusTarget } from '../core/effects.js';
import type { Step } from '../core/state.js';

/** Headings of the pages, and what else can be focused, by id. */
const IDS = {
  details: 'contact',
  payment: 'payment',
  errors: 'problem',
  outcome: 'outcome',
  promotion: 'promotion',
  'promotion-code': 'promotion-code',
  invoice: 'invoice',
} as const;

/** Focuses a target, once it is drawn. `tried`: the customer has paid, or tried to, on this page. */
export function focusTarget(element: LitElement & { readonly step: Step }, target: FocusTarget, tried: boolean): void {
  // A page that merely loads into an outcome keeps its focus where it is. What was focused before a bank's dialog may have lost it.
  const lost = tried && document.activeElement === document.body;
  if (target === 'outcome' && !lost && !element.matches(':focus-within')) return;
  // What is to be focused is drawn by the update that this state brings.
  element.requestUpdate();
  void element.updateComplete.then(() => {
    const id = IDS[target === 'heading' ? element.step : target];
    element.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  });
}

/** Focuses the email field. Returns whether there is one in sight. */
export function focusEmail(root: ParentNode, options?: FocusOptions): boolean {
  const email = root.querySelector<HTMLElement>('.page:not([inert]) #email');
  email?.focus(options);
  return email !== null;
}
