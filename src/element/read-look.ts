/** Reads the resolved tokens for Stripe's fields: frames inherit nothing from the page. */
import type { Look } from '../core/ports.js';

/** The look of the element as it is now. `probe` carries the tokens as computed styles. */
export function readLook(probe: Element): Look {
  const style = getComputedStyle(probe);
  const text = toChannels(style.color);
  const primary = toChannels(style.outlineColor);
  const muted = toRgb(toChannels(style.caretColor));
  const border = toRgb(toChannels(style.borderTopColor));
  return {
    theme: isLight(text) ? 'night' : 'stripe',
    variables: {
      colorPrimary: toRgb(primary),
      accessibleColorOnColorPrimary: toRgb(toChannels(style.columnRuleColor)),
      colorBackground: toRgb(toChannels(style.backgroundColor)),
      colorText: toRgb(text),
      colorTextSecondary: muted,
      colorTextPlaceholder: muted,
      colorDanger: toRgb(toChannels(style.textDecorationColor)),
      fontFamily: style.fontFamily,
      fontSizeBase: style.fontSize,
      // Of the base size, as in our own labels and hints.
      fontSizeSm: '0.875rem',
      labelFontWeight: '500',
      borderRadius: style.borderTopLeftRadius,
      spacingUnit: `${String(Number.parseFloat(style.fontSize) / 4)}px`,
      gridRowSpacing: style.rowGap,
      gridColumnSpacing: style.rowGap,
      inputColorBorder: border,
      inputBoxShadow: 'none',
      inputFocusColorBorder: toRgb(primary),
      inputFocusBoxShadow: `0 0 0 1px ${toRgb(primary)}, 0 0 0 4px ${toRgb(primary, 0.22)}`,
    },
    // Nothing a variable can say: a rule would win over the variables of the page's own `appearance`.
    rules: { '.AccordionItem': { borderColor: border, boxShadow: 'none' } },
  };
}

type Channels = readonly [red: number, green: number, blue: number, alpha?: number];

/** Of `color(srgb …)`, which any color has become in the probe, or `rgb()`, which engines may keep. Wider gamuts are cut. */
function toChannels(color: string): Channels {
  const scale = color.startsWith('color') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/-?\d[\d.e-]*/g) ?? []).map(Number);
  const toByte = (channel: number): number => Math.round(Math.min(255, Math.max(0, channel * scale)));
  return [toByte(red), toByte(green), toByte(blue), alpha];
}

/** As Stripe takes colors. */
const toRgb = ([red, green, blue, alpha = 1]: Channels, share = 1): string =>
  `rgba(${[red, green, blue, +(alpha * share).toFixed(3)].join(', ')})`;

/** By luminance as the eye weighs it (Rec. 709). Light text means a dark form, whatever lies behind it. */
const isLight = ([red, green, blue]: Channels): boolean => 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128;
