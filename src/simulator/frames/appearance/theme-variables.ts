/** The three themes, as values of Appearance variables. */
import type { Appearance } from '@stripe/stripe-js';

export type Variables = NonNullable<Appearance['variables']>;
export type ThemeName = NonNullable<Appearance['theme']>;

const systemFont =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Ubuntu, Cantarell, "Noto Sans", sans-serif';

const common: Variables = {
  fontFamily: systemFont,
  fontSizeBase: '16px',
  fontLineHeight: '1.15',
  fontWeightLight: '300',
  fontWeightNormal: '400',
  fontWeightMedium: '500',
  fontWeightBold: '600',
  spacingUnit: '4px',
  borderRadius: '5px',
};

export const themes: Readonly<Record<ThemeName, Variables>> = {
  stripe: {
    ...common,
    colorPrimary: '#0570de',
    colorBackground: '#ffffff',
    colorText: '#30313d',
    colorTextSecondary: '#6d6e78',
    colorTextPlaceholder: '#757680',
    colorDanger: '#df1b41',
    colorSuccess: '#1a7f4b',
    colorWarning: '#b5570b',
    inputColorBorder: '#e0e0e6',
    inputBoxShadow: '0px 1px 1px rgba(0, 0, 0, 0.03), 0px 3px 6px rgba(0, 0, 0, 0.02)',
  },
  night: {
    ...common,
    colorPrimary: '#85d996',
    colorBackground: '#30313d',
    colorText: '#ffffff',
    colorTextSecondary: '#b8b9c4',
    colorTextPlaceholder: '#a0a1ad',
    colorDanger: '#fe87a1',
    colorSuccess: '#85d996',
    colorWarning: '#fac779',
    inputColorBorder: '#4a4b58',
    inputBoxShadow: '0px 2px 4px rgba(0, 0, 0, 0.35)',
  },
  flat: {
    ...common,
    colorPrimary: '#2d7ff9',
    colorBackground: '#f1f1f4',
    colorText: '#26272f',
    colorTextSecondary: '#62636d',
    colorTextPlaceholder: '#686973',
    colorDanger: '#c9143a',
    colorSuccess: '#1a7f4b',
    colorWarning: '#b5570b',
    inputColorBorder: 'transparent',
    inputBoxShadow: 'none',
  },
};
