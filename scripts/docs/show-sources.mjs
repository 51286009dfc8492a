/** Puts our sources beside the reference, a page for each file that it names, so that "Defined in" leads somewhere without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../run.mjs';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A file as a page: each line can be linked to. */
function toPage(path) {
  const up = '../'.repeat(path.split('/').length);
  const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n');
  return `<!doctype html>
<html lang="en" class="default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${path} | billing-checkout</title>
<link rel="stylesheet" href="${up}assets/style.css">
<link rel="stylesheet" href="${up}assets/custom.css">
<script>document.documentElement.dataset.theme = localStorage.getItem('tsd-theme') || 'os'</script>
</head>
<body class="source">
<p><a href="${up}index.html">billing-checkout</a></p>
<h1>${path}</h1>
<pre tabindex="0"><code>${lines.map((line, index) => `<span id="L${index + 1}">${escape(line)}\n</span>`).join('')}</code></pre>
</body>
</html>
`;
}

/**
 * Collects what pages link to (see `sourceLinkTemplate` of typedoc.json) while they are written, and writes those sources at the end.
 */
export function showSources(app, out) {
  const sources = new Set();
  app.renderer.on('endPage', (page) => {
    const from = posix.dirname(page.url);
    page.contents = page.contents?.replaceAll(
      'https://source.invalid/playground',
      posix.relative(from, 'playground.html'),
    );
    page.contents = page.contents?.replaceAll(/https:\/\/source\.invalid\/([\w./-]+\.ts)/g, (_, path) => {
      sources.add(path);
      return posix.relative(from, `source/${path}.html`);
    });
  });
  app.renderer.on('endRender', () => {
    for (const path of sources) {
      const file = join(out, 'source', `${path}.html`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, toPage(path));
    }
  });
}
