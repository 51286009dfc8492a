/** Tells who is assigned: a visitor of the host's, or a browser by its first-party cookie. */
import type { ReportProblem } from '../experiment/problem.js';
import { newKey } from './purchase-ledger.js';

/** The parts of a window that an assignment reads and writes. A window fits. */
export interface AssignmentPage {
  /** Where the first-party cookie is kept. */
  readonly document: {
    /** As browsers have it: read whole, written one at a time. */
    cookie: string;
  };
  /** Where the page is. */
  readonly location: {
    /** With its `?`. May force a variant. */
    readonly search: string;
    /** With its `:`. With `https:` the cookie is `Secure`. */
    readonly protocol: string;
  };
}

/** Longest visitor id the contract takes. */
const MAX_UNIT = 255;

/** 13 months, in seconds. */
const KEPT = 34_128_000;

const COOKIE = /(?:^|; )billing_visitor=([\w-]{1,255})(?:;|$)/;

/** Names this browser until the page is left, and longer where it keeps cookies. */
let browser = '';

/** The unit. A visitor id that is too long is reported: it is neither hashed nor sent. */
export function findUnit(
  visitorId: string | null,
  { document, location }: AssignmentPage,
  report: ReportProblem,
): string | null {
  if (visitorId) {
    if (visitorId.length <= MAX_UNIT) return visitorId;
    report({ attribute: 'visitor-id', reason: 'is too long', mend: 'Use at most 255 characters.' });
    return null;
  }
  browser ||= newKey();
  try {
    const known = COOKIE.exec(document.cookie)?.[1];
    if (known) return known;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `billing_visitor=${browser}; Max-Age=${String(KEPT)}; Path=/; SameSite=Lax${secure}`;
  } catch {
    // A sandboxed frame has no cookies: the unit lasts as long as the page.
  }
  return browser;
}
