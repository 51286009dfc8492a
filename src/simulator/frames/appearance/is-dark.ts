/** Whether a background needs light controls: select lists, autofill, the caret. */
export function isDark(color: string): boolean {
  const channels = parseColor(color.trim());
  if (channels === null) return false;
  const [red, green, blue] = channels;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

type Channels = readonly [red: number, green: number, blue: number];

function parseColor(color: string): Channels | null {
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/i.exec(color);
  if (short) return toChannels(short, (digit) => parseInt(digit + digit, 16));
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/i.exec(color);
  if (long) return toChannels(long, (pair) => parseInt(pair, 16));
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(color);
  if (rgb) return toChannels(rgb, Number);
  const hsl = /^hsla?\(\s*[\d.]+(?:deg)?[\s,]+[\d.]+%[\s,]+([\d.]+)%/i.exec(color);
  const light = hsl === null ? null : (Number(hsl[1]) / 100) * 255;
  return light === null ? null : [light, light, light];
}

function toChannels([, red = '0', green = '0', blue = '0']: RegExpExecArray, read: (text: string) => number): Channels {
  return [read(red), read(green), read(blue)];
}
