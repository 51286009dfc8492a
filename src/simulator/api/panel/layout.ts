/** The frame around every page of the control panel, and its looks. */
import { html } from 'hono/html';

/** What `html` makes: text that is safe to send. */
export type Html = ReturnType<typeof html>;

/** Where the panel's pages live, below the simulator's root. */
export const PANEL = '/_simulator/panel';

/** Where the looks are served. */
export const PANEL_CSS = `${PANEL}/panel.css`;

/** Path of an account's page, of a kind's list, or of one object. */
export const panelPath = (...parts: readonly string[]): string => [PANEL, ...parts.map(encodeURIComponent)].join('/');

/** A link on the way from the root to a page. */
export interface Crumb {
  readonly label: string;
  readonly path: string;
}

/** A whole page. `done` is what the last action came to. */
export function toPanelPage(title: string, crumbs: readonly Crumb[], body: Html, done?: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Stripe simulator</title>
        <link rel="stylesheet" href="${PANEL_CSS}" />
      </head>
      <body>
        <nav aria-label="Where you are">
          <a href="/">Stripe simulator</a>
          ${crumbs.map(({ label, path }) => html`<span aria-hidden="true">›</span> <a href="${path}">${label}</a>`)}
        </nav>
        <main>
          <h1>${title}</h1>
          ${done ? html`<p role="status" class="done">${done}</p>` : ''} ${body}
        </main>
      </body>
    </html>`;
}

/** A time as people and programs read it; Unix seconds. */
export function toTime(seconds: number | null): Html | string {
  if (seconds === null) return '';
  const iso = new Date(seconds * 1000).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`;
}

/** A form that does one thing. `hidden` goes along unseen. */
export function toActionForm(
  action: string,
  hidden: Readonly<Record<string, string>>,
  button: string,
  fields: Html | string = '',
): Html {
  return html`<form method="post" action="${action}">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${fields} <button>${button}</button>
  </form>`;
}

/** Choices of a select, the first one chosen. */
export const toOptions = (values: readonly (readonly [value: string, label: string])[]): Html =>
  html`${values.map(([value, label]) => html`<option value="${value}">${label}</option>`)}`;

/** The looks. Colors keep 4.5:1 in both themes. */
export const PANEL_STYLES = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e2, #3a4152); --quiet: light-dark(#545b6b, #aab2c5); --link: light-dark(#3d3bd6, #a9a8ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 0.9375rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #14171f); color: light-dark(#1a1f36, #e6e9f2); }
nav, main { max-width: 72rem; margin: 0 auto; padding: 0.75rem 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; border-block-end: 1px solid var(--line); }
a { color: var(--link); }
td { min-width: 5rem; }
td form { margin: 0; }
h1 { font-size: 1.5rem; margin: 0.75rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.0625rem; margin: 1.75rem 0 0.5rem; }
table { border-collapse: collapse; width: 100%; }
.scroll { overflow-x: auto; }
th, td { text-align: start; padding: 0.3rem 0.75rem 0.3rem 0; border-block-end: 1px solid var(--line); vertical-align: top; }
th, time, .quiet { color: var(--quiet); font-weight: normal; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code, pre { font: 0.8125rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 6px; }
ul.kinds { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.25rem 1rem; padding: 0; list-style: none; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 0.5rem 0; }
label { display: grid; gap: 0.15rem; color: var(--quiet); }
input, select, button { font: inherit; color: inherit; background: light-dark(#fff, #1d212c); border: 1px solid light-dark(#7b8496, #7d869a); border-radius: 6px; padding: 0.35rem 0.6rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; background: light-dark(#f3f4f9, #262c3a); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.done { padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--link); background: light-dark(#f3f4f9, #1d212c); }
`;
