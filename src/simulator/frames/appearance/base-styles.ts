/** Stylesheet of every frame. Colors, sizes and spaces come from custom properties only. */
export const baseStyles = `
:root { color-scheme: light only; font-size: var(--p-fontSizeBase, 16px); -webkit-text-size-adjust: none; }
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0; background: transparent; color: var(--p-colorText); overflow: hidden;
  font-family: var(--p-fontFamily); font-weight: var(--p-fontWeightNormal); line-height: var(--p-fontLineHeight);
  -webkit-font-smoothing: antialiased; font-variant-ligatures: var(--p-fontVariantLigatures, normal);
}
:root[data-scheme='dark'] :is(input, select, textarea) { color-scheme: dark; }
.Frame { padding: 4px; }
.Grid { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: var(--p-gridRowSpacing) var(--p-gridColumnSpacing); }
.Field { grid-column: span 12; min-width: 0; }
.Field[hidden] { display: none; }
@media (min-width: 0px) { .Field--half { grid-column: span 6; } }
@media (min-width: 520px) { .Field--third { grid-column: span 4; } }
@media (max-width: 519.98px) { .Field--third { grid-column: span 6; } .Field--third.Field--wide { grid-column: span 12; } }

.Label {
  display: block; margin-bottom: var(--p-labelSpacing); color: var(--p-labelColorText);
  font-size: var(--p-labelFontSize); font-weight: var(--p-labelFontWeight); line-height: 1.3;
}
.Optional { color: var(--p-colorTextSecondary); }
.Box { position: relative; }
.Input {
  display: block; width: 100%; margin: 0; padding: calc(var(--p-spacingUnit) * 3); min-height: calc(1.2em + var(--p-spacingUnit) * 6 + 2px);
  appearance: none; -webkit-appearance: none;
  font: inherit; font-size: 1rem; line-height: 1.2; color: var(--p-colorText);
  background-color: var(--p-colorBackground); border: 1px solid var(--p-inputColorBorder); border-radius: var(--p-borderRadius);
  box-shadow: var(--p-inputBoxShadow); outline: 0; text-overflow: ellipsis;
  transition: background-color 0.15s ease, border-color 0.15s ease, box-shadow 0.15s ease, color 0.15s ease;
}
.Input::placeholder { color: var(--p-colorTextPlaceholder); opacity: 1; }
.Input:focus { border-color: var(--p-inputFocusColorBorder); box-shadow: var(--p-inputFocusBoxShadow); outline: var(--p-focusOutline, 0); }
.Input--invalid { color: var(--p-colorDanger); border-color: var(--p-colorDanger); box-shadow: 0 0 0 1px var(--p-colorDanger); }
.Input--invalid:focus {
  border-color: var(--p-colorDanger);
  box-shadow: 0 0 0 1px var(--p-colorDanger), 0 0 0 4px color-mix(in srgb, var(--p-colorDanger) 25%, transparent);
}
.Input:disabled { opacity: 0.6; }
.Input:-webkit-autofill { -webkit-text-fill-color: var(--p-colorText); box-shadow: inset 0 0 0 100px color-mix(in srgb, var(--p-colorPrimary) 8%, var(--p-colorBackground)); }
.Box--icons .Input { padding-inline-end: calc(var(--icons, 1) * 2.1rem + var(--p-spacingUnit) * 3); }
/* Card data is written from left to right in every language. */
.Box--icons, [name='expiry'] { direction: ltr; }
.Box--many { --icons: 4; }
@media (max-width: 360px) { .Box--many { --icons: 3; } .Box--many .CardIcon:nth-child(n + 4) { display: none; } }
.Icons { position: absolute; inset-inline-end: calc(var(--p-spacingUnit) * 3); top: 50%; transform: translateY(-50%); display: flex; gap: 4px; pointer-events: none; }
.CardIcon { display: block; width: 1.75rem; height: 1.15rem; border-radius: 3px; }
.CvcIcon { display: block; width: 1.9rem; height: 1.25rem; color: var(--p-iconCardCvcColor); }
.Select { padding-inline-end: calc(var(--p-spacingUnit) * 9); cursor: pointer; }
.Select + .Chevron { position: absolute; inset-inline-end: calc(var(--p-spacingUnit) * 3); top: 50%; width: 12px; height: 12px; margin-top: -6px; color: var(--p-iconChevronDownColor); pointer-events: none; }
.Select option { color: var(--p-colorText); background: var(--p-colorBackground); }

.ErrorSlot { display: grid; grid-template-rows: 0fr; opacity: 0; transition: grid-template-rows 0.18s ease, opacity 0.18s ease; }
.ErrorSlot--open { grid-template-rows: 1fr; opacity: 1; }
.ErrorSlot > .Error { overflow: hidden; min-height: 0; }
.Error { color: var(--p-colorDanger); font-size: var(--p-fontSizeSm); line-height: 1.3; }
.Error:not(:empty)::before { content: ''; display: block; height: var(--p-spacingUnit); }

.Checkbox { grid-column: span 12; display: flex; align-items: center; gap: calc(var(--p-spacingUnit) * 2); font-size: var(--p-fontSizeSm); line-height: 1.35; cursor: pointer; }
.Checkbox[hidden], .TermsText[hidden], .Grid[hidden] { display: none; }
.CheckboxInput { appearance: none; -webkit-appearance: none; flex: none; display: grid; place-content: center; width: 1.1rem; height: 1.1rem; margin: 0; border: 1px solid var(--p-inputColorBorder); border-radius: min(var(--p-borderRadius), 4px); background: var(--p-colorBackground); box-shadow: var(--p-inputBoxShadow); outline: 0; cursor: pointer; }
.CheckboxInput:checked { background: var(--p-colorPrimary); border-color: var(--p-colorPrimary); }
.CheckboxInput:checked::before { content: ''; width: 0.34rem; height: 0.62rem; margin-top: -0.12rem; border: solid var(--p-colorBackground); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.CheckboxInput:focus-visible { border-color: var(--p-inputFocusColorBorder); box-shadow: var(--p-inputFocusBoxShadow); }
.TermsText { grid-column: span 12; margin: 0; color: var(--p-colorTextSecondary); font-size: var(--p-fontSizeXs); line-height: 1.45; text-wrap: pretty; }
.RedirectText, .PanelNote { grid-column: span 12; margin: 0; font-size: var(--p-fontSizeSm); font-weight: var(--p-fontWeightNormal); }
.PanelNote { color: var(--p-colorText); font-weight: var(--p-fontWeightMedium); }
.PanelButton, .PanelLink { grid-column: span 12; justify-self: start; font: inherit; cursor: pointer; }
.PanelButton { min-height: 2.75rem; padding: 0 calc(var(--p-spacingUnit) * 4); color: var(--p-colorText); background: var(--p-colorBackground); border: 1px solid var(--p-inputColorBorder); border-radius: var(--p-borderRadius); }
.PanelLink { padding: 0; min-height: 1.5rem; color: var(--p-colorPrimary); background: none; border: 0; text-decoration: underline; font-size: var(--p-fontSizeSm); }
:is(.PanelButton, .PanelLink):focus-visible { outline: 2px solid var(--p-colorPrimary); outline-offset: 2px; }
:is(.PanelButton, .PanelLink, .PanelNote)[hidden] { display: none; }
.Grid > .Error { grid-column: span 12; margin: 0; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.Accordion { display: grid; gap: 0; margin: 0; padding: 0; border: 0; min-width: 0; }
.AccordionItem {
  display: block; background: var(--p-colorBackground); border: 1px solid var(--p-inputColorBorder); padding: calc(var(--p-spacingUnit) * 4);
  box-shadow: var(--p-inputBoxShadow); color: var(--p-colorTextSecondary); font-weight: var(--p-fontWeightMedium); transition: color 0.15s ease;
}
.AccordionItem + .AccordionItem { margin-top: -1px; }
.AccordionItem:first-of-type { border-start-start-radius: var(--p-borderRadius); border-start-end-radius: var(--p-borderRadius); }
.AccordionItem:last-of-type { border-end-start-radius: var(--p-borderRadius); border-end-end-radius: var(--p-borderRadius); }
.AccordionItem--selected { color: var(--p-colorText); }
.AccordionItem:has(> .Choice input:focus-visible) { position: relative; z-index: 1; box-shadow: var(--p-inputFocusBoxShadow); border-color: var(--p-inputFocusColorBorder); }
.AccordionItem .Input { background-color: color-mix(in srgb, var(--p-colorText) 3%, var(--p-colorBackground)); }
.Choice { display: flex; align-items: center; gap: calc(var(--p-spacingUnit) * 3); cursor: pointer; min-height: 1.5rem; }
.Choice input { appearance: none; -webkit-appearance: none; flex: none; width: 1.05rem; height: 1.05rem; margin: 0; border: 1.5px solid var(--p-colorTextSecondary); border-radius: 50%; outline: 0; cursor: pointer; transition: border 0.12s ease; }
.Choice input:checked { border: 0.33rem solid var(--p-colorPrimary); background: var(--p-colorBackground); }
.AccordionItem:has(> .Remove) { display: flex; gap: calc(var(--p-spacingUnit) * 3); align-items: center; }
.AccordionItem:has(> .Remove) .Choice { flex: 1; }
.Remove { padding: 0.25rem 0; border: 0; background: none; color: var(--p-colorTextSecondary); font: inherit; font-size: var(--p-fontSizeSm); text-decoration: underline; cursor: pointer; }
.Remove:focus-visible { outline: 2px solid var(--p-colorPrimary); outline-offset: 2px; }
.ChoiceText { flex: 1; min-width: 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; font-variant-numeric: tabular-nums; }
.ChoiceNote { font-weight: var(--p-fontWeightNormal); font-size: var(--p-fontSizeSm); color: var(--p-colorTextSecondary); }
.AccordionItem > .Grid { margin-top: calc(var(--p-spacingUnit) * 4); }

:root[data-labels='floating'] .Field { position: relative; }
:root[data-labels='floating'] .Label { position: absolute; z-index: 2; inset-inline-start: calc(var(--p-spacingUnit) * 3 + 1px); top: calc(var(--p-spacingUnit) * 3 + 1px); margin: 0; font-size: 1rem; line-height: 1.2; color: var(--p-colorTextPlaceholder); pointer-events: none; transform-origin: 0 0; transition: transform 0.15s ease; }
:root[data-labels='floating'] .Input { padding-top: calc(var(--p-spacingUnit) * 5); padding-bottom: var(--p-spacingUnit); }
:root[data-labels='floating'] .Field:is(:focus-within, .Field--filled, :has(select)) .Label { transform: translateY(calc(var(--p-spacingUnit) * -2)) scale(0.78); }
:root[data-labels='floating'] .Field:not(:focus-within, .Field--filled) .Input::placeholder { color: transparent; }

:root[data-inputs='condensed'] .Grid { gap: 0; }
:root[data-inputs='condensed'] .Input { border-radius: 0; }
:root[data-inputs='condensed'] .Field + .Field .Input { margin-top: -1px; }
:root[data-inputs='condensed'] .Field:first-child .Input { border-start-start-radius: var(--p-borderRadius); border-start-end-radius: var(--p-borderRadius); }
:root[data-inputs='condensed'] .Input:focus, :root[data-inputs='condensed'] .Input--invalid { position: relative; z-index: 1; }
:root[data-inputs='condensed'] :is(.TermsText, .Checkbox, .ErrorSlot--open) { margin-block: calc(var(--p-spacingUnit) * 2); }

.Skeleton { display: grid; gap: calc(var(--p-spacingUnit) * 4); }
.Skeleton > div { display: flex; gap: calc(var(--p-spacingUnit) * 3); }
.Skeleton i { flex: 1; height: 2.8rem; border-radius: var(--p-borderRadius); background: color-mix(in srgb, var(--p-colorText) 8%, var(--p-colorBackground)); animation: pulse 1.4s ease-in-out infinite alternate; }
@keyframes pulse { from { opacity: 1; } to { opacity: 0.45; } }

:root[data-still='true'] * { transition: none !important; animation: none !important; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) { .Input:focus, .Choice input:focus-visible { outline: 2px solid Highlight; } .Choice input:checked { forced-color-adjust: none; } }
`;
