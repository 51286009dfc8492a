/** Puts an Appearance on the frame's document; may be called again while the customer types. */
import type { Appearance } from '@stripe/stripe-js';
import type { Font } from '../../wire/frame-messages.js';
import { h } from '../form/h.js';
import { baseStyles } from './base-styles.js';
import { isDark } from './is-dark.js';
import { parseRules } from './parse-rules.js';
import { toCustomProperties, toVariables } from './to-custom-properties.js';

const baseSheet = new CSSStyleSheet();
const variableSheet = new CSSStyleSheet();
const ruleSheet = new CSSStyleSheet();

export function installBaseStyles(): void {
  baseSheet.replaceSync(baseStyles);
  document.adoptedStyleSheets = [baseSheet, variableSheet, ruleSheet];
}

export function applyAppearance(appearance: Appearance): void {
  // Set through the object model, where a value can't end its own declaration.
  variableSheet.replaceSync(':root {}');
  const root = variableSheet.cssRules[0];
  if (root instanceof CSSStyleRule)
    toCustomProperties(appearance).forEach((value, name) => root.style.setProperty(name, value));

  const { rules, warnings } = parseRules(appearance.rules);
  ruleSheet.replaceSync('');
  for (const { selector, declarations } of rules) {
    const rule = ruleSheet.cssRules[ruleSheet.insertRule(`${selector} {}`, ruleSheet.cssRules.length)];
    if (rule instanceof CSSStyleRule) for (const [name, value] of declarations) rule.style.setProperty(name, value);
  }
  for (const warning of warnings) console.warn(warning);

  const { dataset } = document.documentElement;
  dataset['scheme'] = isDark(toVariables(appearance).colorBackground ?? '#ffffff') ? 'dark' : 'light';
  const { labels = 'auto', inputs = 'spaced' } = appearance;
  // `auto` puts labels above spaced inputs and into condensed ones.
  dataset['labels'] = labels === 'floating' || (labels === 'auto' && inputs === 'condensed') ? 'floating' : 'above';
  dataset['inputs'] = inputs;
  dataset['still'] = String(appearance.disableAnimations ?? false);
}

const loaded = new Set<string>();

/** Fonts live in the frame only; a stylesheet or a file, as the page names them. Each is loaded once. */
export function loadFonts(fonts: readonly Font[]): void {
  for (const font of fonts) {
    const key = JSON.stringify(font);
    if (loaded.has(key)) continue;
    loaded.add(key);
    if ('cssSrc' in font) {
      document.head.append(h('link', { rel: 'stylesheet', href: font.cssSrc }));
      continue;
    }
    const { family, src, ...descriptors } = font;
    const { display, style, unicodeRange, weight } = descriptors;
    const face = new FontFace(family, src, {
      ...(style === undefined ? {} : { style }),
      ...(weight === undefined ? {} : { weight }),
      ...(unicodeRange === undefined ? {} : { unicodeRange }),
      ...(display === 'auto' ||
      display === 'block' ||
      display === 'swap' ||
      display === 'fallback' ||
      display === 'optional'
        ? { display }
        : {}),
    });
    document.fonts.add(face);
    face.load().catch(() => console.warn(`The font ${family} could not be loaded.`));
  }
}
