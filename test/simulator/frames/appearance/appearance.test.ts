import { describe, expect, it } from 'vitest';
import { isDark } from '../../../../src/simulator/frames/appearance/is-dark.js';
import { parseRules } from '../../../../src/simulator/frames/appearance/parse-rules.js';
import { toCustomProperties } from '../../../../src/simulator/frames/appearance/to-custom-properties.js';

describe('appearance', () => {
  it('lets a variable win over its theme', () => {
    const properties = toCustomProperties({ theme: 'night', variables: { colorPrimary: '#ff0000' } });
    expect(properties.get('--p-colorPrimary')).toBe('#ff0000');
    expect(properties.get('--p-colorBackground')).toBe('#30313d');
  });

  it('takes the old name of a variable', () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Stripe still takes it
    expect(toCustomProperties({ variables: { spacingGridRow: '20px' } }).get('--p-gridRowSpacing')).toBe('20px');
  });

  it.each([
    ['#fff', false],
    ['#30313d', true],
    ['rgb(20, 20, 20)', true],
    ['rgb(250 250 250 / 50%)', false],
    ['hsl(210deg 20% 12%)', true],
    ['transparent', false],
  ])('sees whether %s is dark', (color, dark) => {
    expect(isDark(color)).toBe(dark);
  });

  it('takes documented selectors and properties', () => {
    const { rules, warnings } = parseRules({ '.Input--invalid:focus': { boxShadow: 'none', borderColor: 'red' } });
    expect(warnings).toEqual([]);
    expect(rules).toEqual([
      {
        selector: '.Input--invalid:focus',
        declarations: [
          ['box-shadow', 'none'],
          ['border-color', 'red'],
        ],
      },
    ]);
  });

  it.each(['.Input .Label', 'input', '.Input > *', '#number', '.Secret', '.Input, body', '.Input{}body'])(
    'warns of the selector %s and leaves it out',
    (selector) => {
      const { rules, warnings } = parseRules({ [selector]: { color: 'red' } });
      expect(rules).toEqual([]);
      expect(warnings[0]).toContain('is not a supported selector');
    },
  );

  it.each(['position', 'display', 'width', 'backgroundImage', 'content'])('warns of the property %s', (name) => {
    const { rules, warnings } = parseRules({ '.Input': { [name]: 'none' } });
    expect(rules[0]?.declarations).toEqual([]);
    expect(warnings[0]).toContain('is not a supported property');
  });
});
