/** Reads the resolved tokens for Stripe's fields: frames inherit nothing from the page. */
import type { Look } from '../core/ports.js';

/** The look of the element as it is now. `probe` carries the tokens as computed styles. */
export function readLook(probe: Element): Look {
  const style = getComputedStyle(probe);
  const primary = style.outlineColor;
  const border = style.borderTopColor;
  const size = style.fontSize;
  return {
    theme: isDark(style.backgroundColor) ? 'night' : 'stripe',
    variables: {
      colorPrimary: primary,
      colorBackground: style.backgroundColor,
      colorText: style.color,
      colorTextSecondary: style.caretColor,
      colorTextPlaceholder: style.caretColor,
      colorDanger: style.textDecorationColor,
      fontFamily: style.fontFamily,
      fontSizeBase: size,
      borderRadius: style.borderTopLeftRadius,
      spacingUnit: `${String(Number.parseFloat(size) / 4)}px`,
    },
    rules: {
      '.Input': { borderColor: border, boxShadow: 'none' },
      '.Input:focus': { borderColor: primary, boxShadow: `0 0 0 3px ${translucent(primary)}` },
      '.Label': { fontWeight: '500' },
    },
  };
}

const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** By luminance as the eye weighs it (Rec. 709), on `rgb()` as computed styles give it. */
function isDark(background: string): boolean {
  const [red = 255, green = 255, blue = 255] = channels(background);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

const translucent = (color: string): string => {
  const [red = 0, green = 0, blue = 0] = channels(color);
  return `rgba(${String(red)}, ${String(green)}, ${String(blue)}, 0.22)`;
};
