/** Turns an Appearance into the custom properties that the frames' stylesheet reads. */
import type { Appearance } from '@stripe/stripe-js';
import { isDark } from './is-dark.js';
import { themes } from './theme-variables.js';
import type { Variables } from './theme-variables.js';

/** Old names of variables that Stripe still takes. */
const renamed: Readonly<Partial<Record<keyof Variables, keyof Variables>>> = {
  spacingGridRow: 'gridRowSpacing',
  spacingGridColumn: 'gridColumnSpacing',
  spacingTab: 'tabSpacing',
  spacingAccordionItem: 'accordionItemSpacing',
  colorIcon: 'iconColor',
  colorLogo: 'logoColor',
  colorIconCardCvc: 'iconCardCvcColor',
  colorIconCardError: 'iconCardErrorColor',
};

export function toVariables(appearance: Appearance): Variables {
  const given = { ...appearance.variables };
  for (const [old, current] of Object.entries(renamed)) {
    const value = given[old as keyof Variables];
    if (value !== undefined && given[current] === undefined) given[current] = value;
  }
  return { ...themes[appearance.theme ?? 'stripe'], ...given };
}

/** `colorPrimary` becomes `--p-colorPrimary`; values that depend on others are derived when they are not given. */
export function toCustomProperties(appearance: Appearance): ReadonlyMap<string, string> {
  const variables = toVariables(appearance);
  const dark = isDark(variables.colorBackground ?? '#ffffff');
  const primary = variables.colorPrimary ?? '#0570de';
  const ring = `color-mix(in srgb, ${primary} ${dark ? '45' : '28'}%, transparent)`;
  const derived: Variables = {
    fontSizeSm: '0.93rem',
    fontSizeXs: '0.84rem',
    gridRowSpacing: 'calc(var(--p-spacingUnit) * 3)',
    gridColumnSpacing: 'calc(var(--p-spacingUnit) * 3)',
    accordionItemSpacing: 'calc(var(--p-spacingUnit) * 2)',
    labelColorText: 'var(--p-colorText)',
    labelFontSize: 'var(--p-fontSizeSm)',
    labelFontWeight: 'var(--p-fontWeightNormal)',
    labelSpacing: 'var(--p-spacingUnit)',
    inputFocusColorBorder: `color-mix(in srgb, ${primary} 60%, transparent)`,
    inputFocusBoxShadow:
      variables.focusBoxShadow ?? `0 0 0 3px ${ring}, ${variables.inputBoxShadow ?? 'none'}`.replace(', none', ''),
    iconColor: 'var(--p-colorTextSecondary)',
    iconCardCvcColor: 'var(--p-colorTextSecondary)',
    iconCardErrorColor: 'var(--p-colorDanger)',
    iconChevronDownColor: 'var(--p-colorTextSecondary)',
    ...variables,
  };
  return new Map(
    Object.entries(derived)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, value]) => [`--p-${name}`, value]),
  );
}
