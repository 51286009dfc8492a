/** All styles of the element, in the order they overrule each other. */
import type { CSSResult } from 'lit';
import { controls } from './controls.js';
import { express } from './express.js';
import { layout } from './layout.js';
import { needs } from './needs.js';
import { steps } from './steps.js';
import { summaryStyles } from './summary.js';
import { telling } from './telling.js';
import { tokens } from './tokens.js';

export const checkoutStyles: readonly CSSResult[] = [
  tokens,
  layout,
  controls,
  steps,
  telling,
  summaryStyles,
  express,
  needs,
];
