/** The tokens' own colors can be read, in light and in dark. Ratios as WCAG 2.2 counts them. */
import { describe, expect, it } from 'vitest';
import { tokens } from '../../src/element/styles/tokens.js';

const pairs = [
  ...tokens.cssText.matchAll(/--_([a-z-]+): var\(--billing-color-[a-z-]+, light-dark\((#\w{6}), (#\w{6})\)\)/g),
];

/** Relative luminance of an sRGB color. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', 2],
  ['dark', 3],
] as const)('in %s', (_, group) => {
  const color = new Map(pairs.map((pair) => [pair[1], pair[group]]));
  const of = (name: string): string => color.get(name) ?? expect.fail(`no ${name}`);

  it.each([
    ['text', 'background', 4.5],
    ['text', 'surface', 4.5],
    ['muted', 'background', 4.5],
    ['muted', 'surface', 4.5],
    ['danger', 'background', 4.5],
    ['danger', 'surface', 4.5],
    ['on-primary', 'primary', 4.5],
    ['primary', 'background', 3],
    ['primary', 'surface', 3],
    ['border', 'background', 3],
    ['border', 'surface', 3],
  ])('%s on %s', (ink, paper, least) => {
    expect(contrast(of(ink), of(paper))).toBeGreaterThanOrEqual(least);
  });
});

it('knows what contrast is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
