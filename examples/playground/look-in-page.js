/** Gives Stripe's fields in the page itself the look that they have in frames: the frames' own styles, kept to where the fields are. */
import { baseStyles } from '../../dist/simulator/frames/appearance/base-styles.js';
import { isDark } from '../../dist/simulator/frames/appearance/is-dark.js';
import { parseRules } from '../../dist/simulator/frames/appearance/parse-rules.js';
import { toCustomProperties, toVariables } from '../../dist/simulator/frames/appearance/to-custom-properties.js';
import { openInPage } from '../../dist/simulator/in-page/open-in-page.js';

const PLACE = 'stripe-fields';
const BANK = 'bank-page';
const KEYFRAMES = /@keyframes[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}/g;

/** What is a document to a frame is a node here: its width is the node's. */
const kept = baseStyles
  .replaceAll(KEYFRAMES, '')
  .replaceAll(':root', '&')
  .replaceAll('body {', '& {')
  .replaceAll(/@media (?=\((?:min|max)-width)/g, '@container ');
const frame = document.createElement('style');
frame.textContent = `${baseStyles.match(KEYFRAMES)?.join('') ?? ''} .${PLACE} { ${kept} }
  .${PLACE} { container-type: inline-size; padding: 0; overflow: visible; }
  .${BANK} { overflow: auto; background: rgb(14 15 27 / 56%); }
  .${BANK} > div { max-inline-size: 20rem; margin: 15vh auto; padding: 1.5rem; border-radius: 10px; background: Canvas; color: CanvasText; }
  .${BANK} h1 { margin: 0; font-size: 1.3rem; }
  .${BANK} button { min-block-size: 2.75rem; margin-inline-end: 0.5rem; padding-inline: 1rem; font: inherit; }`;
const rules = document.createElement('style');
document.head.append(frame, rules);

function dress(node, appearance) {
  toCustomProperties(appearance).forEach((value, name) => node.style.setProperty(name, value));
  const { labels = 'auto', inputs = 'spaced', disableAnimations = false } = appearance;
  node.dataset.scheme = isDark(toVariables(appearance).colorBackground ?? '#ffffff') ? 'dark' : 'light';
  node.dataset.labels = labels === 'floating' || (labels === 'auto' && inputs === 'condensed') ? 'floating' : 'above';
  node.dataset.inputs = inputs;
  node.dataset.still = String(disableAnimations);
  // All fields of a page look alike.
  rules.textContent = '';
  for (const { selector, declarations } of parseRules(appearance.rules).rules) {
    const scoped = selector.replaceAll(/(^|,)\s*/g, `$1 .${PLACE} `);
    const rule = rules.sheet.cssRules[rules.sheet.insertRule(`${scoped} {}`, rules.sheet.cssRules.length)];
    for (const [name, value] of declarations) rule.style.setProperty(name, value);
  }
}

/** A place for fields, which heeds how they are to look; or for the bank's question, which looks as the bank wants. */
export function openDressed(origin, kind) {
  const { node, connect } = openInPage(origin, kind);
  if (kind === 'challenge') {
    node.classList.add(BANK);
    return { node, connect };
  }
  node.classList.add(PLACE);
  dress(node, {});
  return {
    node,
    connect: (hear) => {
      const { send, close } = connect(hear);
      return {
        close,
        send: (message) => {
          if (message.type === 'appearance') dress(node, message.appearance);
          send(message);
        },
      };
    },
  };
}
