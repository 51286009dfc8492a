/** Entry of the challenge frame: the layer that Stripe.js opens, and inside it the bank's page. */
import { applyAppearance, installBaseStyles } from './appearance/apply-appearance.js';
import { showBankPage } from './challenge/bank-page.js';
import { challengeStyles } from './challenge/challenge-styles.js';
import { showLightbox } from './challenge/lightbox.js';

installBaseStyles();
applyAppearance({});
const sheet = new CSSStyleSheet();
sheet.replaceSync(challengeStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

if (location.hash.startsWith('#bank')) showBankPage();
else showLightbox();
