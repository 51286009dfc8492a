/** Entry of a wallet's sheet. */
import { applyAppearance, installBaseStyles } from './appearance/apply-appearance.js';
import { challengeStyles } from './challenge/challenge-styles.js';
import { showSheet } from './wallet/show-sheet.js';

installBaseStyles();
applyAppearance({});
const sheet = new CSSStyleSheet();
sheet.replaceSync(challengeStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
showSheet();
