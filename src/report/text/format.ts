/** Numbers as people read them, in English. */
import { minorUnitDecimals } from '../../contract/minor-units.js';
import type { Estimate, Figure } from '../statistics/figure.js';

/** What stands where there is no figure. */
export const NONE = '–';

const grouped = new Intl.NumberFormat('en-US');

/** `12,345` */
export const toCount = (value: number): string => grouped.format(value);

/** `1 unit`, `2 units` */
export const toCounted = (value: number, noun: string): string => `${toCount(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `41.3%`; shares below a tenth of a percent with two digits more. */
export function toPercent(share: number | null): string {
  if (share === null) return NONE;
  const percent = share * 100;
  const digits = percent !== 0 && Math.abs(percent) < 0.1 ? 3 : Math.abs(percent) < 1 && percent !== 0 ? 2 : 1;
  return `${percent.toFixed(digits)}%`;
}

/** `+3.1%` */
export const toSignedPercent = (share: number): string => `${share > 0 ? '+' : ''}${toPercent(share)}`;

/** `0.0123`; `< 0.0001` below. */
export const toP = (p: number | null): string => (p === null ? NONE : p < 0.0001 ? '< 0.0001' : p.toFixed(4));

/** `41.3% [40.2%, 42.4%]` */
export const toRate = ({ value }: Figure<Estimate>): string =>
  value === null ? NONE : `${toPercent(value.estimate)} [${toPercent(value.low)}, ${toPercent(value.high)}]`;

/** `+3.1% [-0.4%, +6.7%]` */
export const toLift = ({ value }: Figure<Estimate>): string =>
  value === null
    ? NONE
    : `${toSignedPercent(value.estimate)} [${toSignedPercent(value.low)}, ${toSignedPercent(value.high)}]`;

/** `1 d 3 h`, `2 min 5 s`, `48 s` */
export function toDuration(seconds: number | null): string {
  if (seconds === null) return NONE;
  const whole = Math.round(seconds);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const from = parts.findIndex(([count]) => count > 0);
  if (from === -1) return '0 s';
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** `$8.75`, from minor units, which may be a fraction of one. */
export function toMoneyText(minor: number | null, currency: string): string {
  if (minor === null) return NONE;
  const decimals = minorUnitDecimals(currency);
  const options = { style: 'currency', currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en-US', { ...options, style: 'currency' }).format(minor / 10 ** decimals);
}
