/** Takes the selectors that the Appearance API documents; says which ones it does not take. */
import type { Appearance } from '@stripe/stripe-js';

export interface ParsedRules {
  readonly rules: readonly {
    readonly selector: string;
    readonly declarations: readonly (readonly [property: string, value: string])[];
  }[];
  readonly warnings: readonly string[];
}

const classes = [
  'Input',
  'Label',
  'Error',
  'Tab',
  'TabIcon',
  'TabLabel',
  'Block',
  'BlockDivider',
  'BlockAction',
  'AccordionItem',
  'CheckboxInput',
  'CheckboxLabel',
  'Checkbox',
  'TermsText',
  'TermsLink',
  'RedirectText',
  'PickerItem',
  'PickerAction',
  'RadioIcon',
  'RadioIconOuter',
  'RadioIconInner',
  'Link',
  'SecondaryLink',
  'Switch',
  'SwitchControl',
  'CodeInput',
  'Dropdown',
  'DropdownItem',
  'Button',
  'FadeOverlay',
  'MenuIcon',
  'MenuAction',
  'Icon',
  'Text',
];
const selector = new RegExp(
  `^\\.(${classes.join('|')})(--(selected|invalid|empty|checked|active|disabled|highlight|new|floating|resting|focused|redirect|terms|negative|open|loading))?` +
    '(:(hover|focus|active|disabled|autofill|focus-visible|first-child|last-child))*(::(placeholder|selection))?$',
);
/** What may be set from outside: looks, never place or visibility. */
const property =
  /^(-webkit-|-moz-)?(appearance|backdrop-filter|background-color|border(-(top|right|bottom|left|block|inline|block-start|block-end|inline-start|inline-end))?(-(color|style|width|radius))?|border-(top|bottom)-(left|right)-radius|box-shadow|color|fill|filter|stroke|font-(family|size|weight|variant|variant-numeric|style|smoothing)|font-smoothing|osx-font-smoothing|letter-spacing|line-height|margin(-(top|right|bottom|left))?|opacity|outline(-(color|offset|style|width))?|padding(-(top|right|bottom|left))?|text-(decoration|shadow|transform|fill-color)|transition|caret-color)$/;

export function parseRules(given: Appearance['rules'] = {}): ParsedRules {
  const warnings: string[] = [];
  const rules = Object.entries(given).flatMap(([name, style]) => {
    if (!selector.test(name)) {
      warnings.push(`appearance.rules: "${name}" is not a supported selector and is left out.`);
      return [];
    }
    const declarations = Object.entries(style).flatMap(([key, value]) => {
      const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^(webkit|moz)-/, '-$1-');
      if (property.test(kebab)) return [[kebab, value] as const];
      warnings.push(`appearance.rules: "${key}" of "${name}" is not a supported property and is left out.`);
      return [];
    });
    return [{ selector: name, declarations }];
  });
  return { rules, warnings };
}
