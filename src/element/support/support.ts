/** What only a failure or a developer needs, as one file beside the entry: details to be copied, the way to Stripe's page, and why Pay is held. */
import type { html, TemplateResult } from 'lit';
import type { View } from '../view.js';
import { createDetails } from './details.js';
import { createHosted } from './hosted.js';
import { tellWhyHeld } from './why-held.js';

/** What the file gives. */
export interface Support {
  /** A button that copies what has happened, and the text itself where a browser does not let it be copied. */
  readonly details: (view: View) => TemplateResult;
  /** What came of copying, for whoever listens. */
  readonly detailsLine: (view: View) => string;
  /** The button that goes to a page of Stripe's; nothing where it is of no use. */
  readonly hosted: (view: View) => unknown;
  /** Says on the console what a button waits for, each reason once. */
  readonly tellWhyHeld: (view: View, what: string) => void;
}

/** Draws with the Lit of the entry. */
export const createSupport = (draw: typeof html): Support => ({
  ...createDetails(draw),
  hosted: createHosted(draw),
  tellWhyHeld,
});
