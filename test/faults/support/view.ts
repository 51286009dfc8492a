/** What a customer sees of a checkout at one moment. */
import type { Page } from 'playwright-core';
import { reached } from './browser-time.js';

/** What is to be seen. */
export interface View {
  /** Somewhere else: at the bank, or at what a browser shows in place of a page. */
  readonly away: boolean;
  readonly state: string;
  /** Texts that are shown, by where. */
  readonly texts: {
    readonly panel: string;
    readonly panelText: string;
    readonly alert: string;
    readonly status: string;
    readonly pay: string;
  };
  /** Names of the buttons and links in the panel. */
  readonly panelButtons: readonly string[];
  /** Pay, or the button that leads to it, can be pressed. */
  readonly payable: boolean;
  readonly step: string;
  /** What is in the email field; null where there is none. */
  readonly email: string | null;
  /** The bank's dialog is open. */
  readonly dialog: boolean;
  /** How often the element has said that it is paid, since the page was loaded. */
  readonly thanks: number;
}

/** Looks. Null where the page cannot be looked into: it is being loaded, or left. */
export async function look(page: Page, shop: string): Promise<View | null> {
  if (!page.url().startsWith(shop)) return AWAY;
  try {
    return await reached(page.evaluate(lookAround));
  } catch {
    return null;
  }
}

/** Runs in the page. */
function lookAround(): View | null {
  const tag = document.querySelector('billing-checkout') as
    (Element & { readonly state?: string; readonly step?: string }) | null;
  const root = tag?.shadowRoot;
  // A page that a proxy has put there.
  if (!tag || !root) return null;
  const seen = (selector: string): HTMLElement | null => {
    const found = root.querySelector<HTMLElement>(selector);
    return found?.checkVisibility() ? found : null;
  };
  const text = (selector: string): string => seen(selector)?.innerText.replaceAll(/\s+/g, ' ').trim() ?? '';
  const pay = seen('button.pay');
  const on = seen('[part~=continue]');
  const pressed = pay ?? on;
  return {
    away: false,
    state: tag.state ?? '',
    step: tag.step ?? '',
    texts: {
      panel: text('#outcome'),
      panelText: text('#outcome-text'),
      alert: text('#problem'),
      status: text('.status') || (root.querySelector('[role=status]')?.textContent.trim() ?? ''),
      pay: text('button.pay'),
    },
    panelButtons: [...root.querySelectorAll<HTMLElement>('.actions button, .actions a')].map((each) =>
      each.innerText.trim(),
    ),
    payable: pressed !== null && pressed.ariaDisabled !== 'true' && !pressed.matches(':disabled'),
    email: root.querySelector<HTMLInputElement>('#email')?.value ?? null,
    dialog: document.querySelector('iframe[src*="/frames/challenge.html"]') !== null,
    thanks: window.seen.filter(({ type }) => type === 'billing-complete').length,
  };
}

/** A page that shows no checkout. */
export const NOTHING: View = {
  away: false,
  state: 'nothing',
  step: '',
  texts: { panel: '', panelText: '', alert: '', status: '', pay: '' },
  panelButtons: [],
  payable: false,
  email: null,
  dialog: false,
  thanks: 0,
};

/** Somewhere else, or on the way. */
export const AWAY: View = { ...NOTHING, away: true };

/** States that last by themselves until somebody does something. */
const LASTING = ['complete', 'processing', 'action', 'failed', 'expired', 'unresolved'];

/** Whether the customer has the next step in hand, or is told what happens next. */
export function isRest(view: View): boolean {
  if (view.away || view.dialog || LASTING.includes(view.state)) return true;
  if (view.state === 'ready') return view.payable;
  // Stripe.js holds its promise: nobody can say more.
  return view.state === 'confirming' && view.texts.status.includes('Still waiting for your bank');
}

/** Whether the customer is told what happens next, though nothing can be done yet. */
export const saysNext = (view: View): boolean =>
  isRest(view) || view.texts.status === 'This takes longer than usual. Still trying…';
