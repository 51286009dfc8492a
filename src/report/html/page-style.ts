/** The looks of a report's page: light and dark, by the reader's choice; colors that are told apart by all eyes. */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --line: #d1d9e0; --ground: #fff; --panel: #f6f8fa;
  --a: #57606a; --b: #0b62c4; --c: #b5500a; --d: #7a3fb8; --e: #0f766e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --quiet: #9aa4af; --line: #3a424c; --ground: #0d1117; --panel: #161b22;
    --a: #aab4bf; --b: #6cb0ff; --c: #f3a05c; --d: #c89bf7; --e: #4fc3b7; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
.quiet, caption, figcaption { color: var(--quiet); font-size: .9rem; }
.verdict { margin: 1.25rem 0; padding: 1rem 1.25rem; background: var(--panel); border: 1px solid var(--line);
  border-inline-start: 4px solid var(--b); border-radius: 6px; }
.verdict.withheld { border-inline-start-color: var(--c); }
.verdict p { max-width: none; }
.verdict p:first-child { font-size: 1.15rem; font-weight: 600; margin-top: 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--b); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding: 0 0 .35rem; }
th, td { padding: .3rem 1.25rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
tbody th { font-weight: 400; white-space: nowrap; }
tbody th.inner { padding-inline-start: 1.25rem; }
td { white-space: nowrap; }
td.text { white-space: normal; min-width: 16rem; }
figure { margin: 1rem 0; }
figure .title { font-weight: 600; margin: 0 0 .35rem; }
figure svg { display: block; width: 100%; height: auto; min-width: 40rem; max-width: 56rem; }
details { margin: .35rem 0; }
summary { cursor: pointer; color: var(--quiet); font-size: .9rem; }
svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
svg .quiet { fill: var(--quiet); font-size: 12px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .zero { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 4; }
.v0 { --color: var(--a); } .v1 { --color: var(--b); } .v2 { --color: var(--c); } .v3 { --color: var(--d); } .v4 { --color: var(--e); }
svg .line { stroke: var(--color); stroke-width: 2.25; fill: none; stroke-linejoin: round; }
svg .thin { stroke: var(--color); stroke-width: 1.5; }
svg .wide { stroke: var(--color); stroke-width: 7; opacity: .38; }
svg .band { fill: var(--color); opacity: .18; }
svg .dot, svg .bar { fill: var(--color); }
svg .line.v0 { stroke-dasharray: 7 4; } svg .line.v2 { stroke-dasharray: 2 3; } svg .line.v3 { stroke-dasharray: 10 3 2 3; }
@media print { details { display: none; } }
`;
