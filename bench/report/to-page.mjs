/** The report as one page: a plot per figure, the targets, and what it was measured on. Nothing is loaded. */

const ROW = 26;
const LEFT = 230;
const WIDTH = 420;

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Bars from zero, each with its 95 % interval. */
function toPlot({ label, print, values }, contenders) {
  const rows = contenders.filter(({ name }) => values[name]);
  const most = Math.max(...rows.map(({ name }) => values[name].interval[1]), Number.EPSILON);
  const x = (value) => (Math.max(0, value) / most) * WIDTH;
  const bars = rows.map(({ name, label: who }, index) => {
    const { median, interval } = values[name];
    const [low, high] = interval.map(x);
    const y = index * ROW;
    return `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end">${escape(who)}</text>
<rect class="${escape(name)}" x="${LEFT}" y="${y + 4}" width="${x(median).toFixed(1)}" height="16" />
<path d="M${(LEFT + low).toFixed(1)} ${y + 12}H${(LEFT + high).toFixed(1)}" />
<text x="${(LEFT + Math.max(high, x(median)) + 6).toFixed(1)}" y="${y + 16}">${escape(print(median))}</text>`;
  });
  const told = rows.map(({ name, label: who }) => `${who} ${print(values[name].median)}`).join(', ');
  return `<figure><figcaption>${escape(label)}</figcaption>
<svg viewBox="0 0 ${LEFT + WIDTH + 90} ${rows.length * ROW}" role="img" aria-label="${escape(`${label}: ${told}`)}">${bars.join('\n')}</svg></figure>`;
}

const toRow = (cells, tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;

function toServer(server) {
  if (!server) return '';
  const rows = server.map(({ label, print, ours, bare, ratio }) =>
    toRow([label, print(ours.median), print(bare.median), ratio.ratio.toFixed(2)]),
  );
  return `<h2>POST /sessions</h2><table>${toRow(['', 'billing-checkout', 'bare handler', 'ratio'], 'th')}${rows.join('')}</table>`;
}

/** The whole page. */
export function toPage({ contenders, figures, server, failed, rounds, at, machine }, targets) {
  const sections = [...new Set(figures.map(({ title }) => title))].map((title) => {
    const plots = figures.filter((figure) => figure.title === title).map((figure) => toPlot(figure, contenders));
    return `<h2>${escape(title)}</h2>\n${plots.join('\n')}`;
  });
  const rows = targets.map(({ label, target, measured, met }) =>
    toRow([label, target, measured, met === null ? '' : met ? 'met' : 'missed']),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench · billing-checkout</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
figure { margin: 0 0 1.25rem; } figcaption { font-weight: 600; }
svg { width: 100%; height: auto; } svg text { font-size: 13px; fill: currentcolor; }
svg rect { fill: #8a93a6; } svg rect.ours { fill: #5851df; } svg rect.unhinted { fill: #a5a1ef; }
svg path { stroke: currentcolor; fill: none; stroke-width: 1.5; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8886; }
</style>
<h1>Bench</h1>
<p>${escape(at.slice(0, 10))}, ${rounds} rounds. ${escape(machine.processors)} processors (${escape(machine.model)}), ${escape(machine.memory)},
${escape(machine.system)}, Node ${escape(machine.node)}, Chromium ${escape(machine.chromium ?? 'absent')}. Bars are medians, lines their 95 % intervals (bootstrap over rounds).</p>
${failed.map(({ label, why }) => `<p><strong>${escape(label)}</strong> ${escape(why)}.</p>`).join('\n')}
<h2>Targets</h2>
<table>${toRow(['Target', 'wanted', 'measured', ''], 'th')}${rows.join('')}</table>
${toServer(server)}
${sections.join('\n')}
</html>
`;
}
