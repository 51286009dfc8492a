/** Entry of the bank-linking dialog. */
import { applyAppearance, installBaseStyles } from './appearance/apply-appearance.js';
import { showLinking } from './bank/show-linking.js';
import { challengeStyles } from './challenge/challenge-styles.js';

installBaseStyles();
applyAppearance({});
const sheet = new CSSStyleSheet();
sheet.replaceSync(challengeStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
showLinking();
