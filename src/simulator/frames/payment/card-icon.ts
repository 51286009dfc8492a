/** Small marks of the card brands, drawn here: enough to recognize, not the brands' own artwork. */
import type { CardBrandName } from '../../wire/frame-messages.js';
import { svg } from '../form/h.js';

type Shape = readonly [
  tag: 'circle' | 'rect' | 'path' | 'text',
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
];

const word = (text: string, size: number, fill: string, y = 15): Shape => [
  'text',
  {
    x: 16,
    y,
    fill,
    'font-family': 'Arial, Helvetica, sans-serif',
    'font-size': size,
    'font-weight': 800,
    'text-anchor': 'middle',
    'letter-spacing': '0',
  },
  text,
];

const marks: Readonly<Record<CardBrandName, { readonly background: string; readonly shapes: readonly Shape[] }>> = {
  visa: { background: '#ffffff', shapes: [word('VISA', 10, '#1a1f71', 14.2)] },
  mastercard: {
    background: '#252525',
    shapes: [
      ['circle', { cx: 12.5, cy: 10.5, r: 6, fill: '#eb001b' }],
      ['circle', { cx: 19.5, cy: 10.5, r: 6, fill: '#f79e1b' }],
      ['path', { d: 'M16 5.63a6 6 0 0 1 0 9.74 6 6 0 0 1 0-9.74Z', fill: '#ff5f00' }],
    ],
  },
  amex: { background: '#0077a6', shapes: [word('AMEX', 8.5, '#ffffff', 13.6)] },
  discover: {
    background: '#ffffff',
    shapes: [
      ['path', { d: 'M32 12v6.5a2.5 2.5 0 0 1-2.5 2.5H12c8-1 15-4 20-9Z', fill: '#f27712' }],
      word('DISC', 7.5, '#111111', 11.5),
    ],
  },
  diners: {
    background: '#0079be',
    shapes: [
      ['circle', { cx: 16, cy: 10.5, r: 6.6, fill: '#ffffff' }],
      ['path', { d: 'M14.6 6.3a4.5 4.5 0 0 0 0 8.4V6.3Zm2.8 0v8.4a4.5 4.5 0 0 0 0-8.4Z', fill: '#0079be' }],
    ],
  },
  jcb: {
    background: '#ffffff',
    shapes: [
      ['path', { d: 'M6 6.5A2.5 2.5 0 0 1 8.5 4H12v10.5A2.5 2.5 0 0 1 9.500 17H6Z', fill: '#0e4c96' }],
      [
        'path',
        { d: 'M13 6.500A2.500 2.500 0 0 1 15.500 4H19v10.500A2.500 2.500 0 0 1 16.500 17H13Z', fill: '#d0103a' },
      ],
      [
        'path',
        { d: 'M20 6.500A2.500 2.500 0 0 1 22.500 4H26v10.500A2.500 2.500 0 0 1 23.500 17H20Z', fill: '#1a8a3f' },
      ],
    ],
  },
  unionpay: {
    background: '#ffffff',
    shapes: [
      ['path', { d: 'M8 4h6l-3 13H5Z', fill: '#e21836' }],
      ['path', { d: 'M14 4h6l-3 13h-6Z', fill: '#00447c' }],
      ['path', { d: 'M20 4h7l-3 13h-7Z', fill: '#007b84' }],
    ],
  },
};

/** Decorative: the brand's name is said beside it. */
export function createCardIcon(brand: CardBrandName): SVGElement {
  const { background, shapes } = marks[brand];
  return svg(
    'svg',
    { class: 'CardIcon', viewBox: '0 0 32 21', 'aria-hidden': 'true', 'data-brand': brand },
    svg('rect', { x: 0.5, y: 0.5, width: 31, height: 20, rx: 2.5, fill: background, stroke: 'rgba(0,0,0,0.14)' }),
    ...shapes.map(([tag, attributes, text]) => svg(tag, attributes, ...(text === undefined ? [] : [text]))),
  );
}

/** A card's back with the code marked; its front for American Express. */
export function createSecurityCodeIcon(front: boolean): SVGElement {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 };
  const code = front ? { x: 14.5, y: 3.5 } : { x: 15, y: 9 };
  return svg(
    'svg',
    { class: 'CvcIcon', viewBox: '0 0 30 20', 'aria-hidden': 'true' },
    svg('rect', { x: 1, y: 2, width: 24, height: 16, rx: 2.5, ...line }),
    svg(
      'rect',
      front
        ? { x: 4.5, y: 12.5, width: 9, height: 1.6, rx: 0.8, fill: 'currentColor' }
        : { x: 1, y: 5, width: 24, height: 3, fill: 'currentColor' },
    ),
    svg('rect', {
      ...code,
      width: 14,
      height: 7.5,
      rx: 3.75,
      fill: 'var(--p-colorBackground)',
      stroke: 'currentColor',
      'stroke-width': 1.4,
    }),
    svg(
      'text',
      {
        x: code.x + 7,
        y: code.y + 5.6,
        'font-size': 5.5,
        'font-weight': 700,
        'text-anchor': 'middle',
        fill: 'currentColor',
        'font-family': 'Arial, sans-serif',
      },
      front ? '1234' : '123',
    ),
  );
}
