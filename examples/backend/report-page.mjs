/** `/experiment/report`: what an experiment showed, as a page. Made in the background, and said so while it takes. */
import { createHash } from 'node:crypto';
import { createReport, toHtml } from '../../dist/report/index.js';

/** How long a report is shown before it is made anew. */
const FRESH_MS = 10 * 60_000;

/**
 * Makes the page. `stripe` is the account that is read; `prepare(onProgress)` is awaited once before the first report
 * and may resolve to a folder of funnel events; `note` is shown above the report.
 */
export function createReportPage({ stripe, experiment, prepare, note }) {
  let state = { name: 'idle' };
  let folder = null;

  const make = async () => {
    const tell = (label) => (share) => (state = { name: 'making', label, share });
    tell('Simulating customers')(0);
    folder ??= { events: await prepare?.(tell('Simulating customers')) };
    const onProgress = ({ share }) => tell('Reading from Stripe')(share);
    const report = await createReport({
      stripe,
      experiment,
      onProgress,
      ...(folder.events && { events: folder.events }),
    });
    state = { name: 'made', at: Date.now(), html: withNote(toHtml(report), note) };
  };

  return (_request, response, policy) => {
    const old = state.name === 'made' && Date.now() - state.at > FRESH_MS;
    if (state.name === 'idle' || old) {
      state = { name: 'making', label: 'Beginning', share: 0 };
      make().catch((error) => (state = { name: 'failed', message: error.message }));
    }
    if (state.name === 'failed') {
      const { message } = state;
      state = { name: 'idle' };
      return send(response, 200, policy, failedPage(message));
    }
    if (state.name === 'made') return send(response, 200, reportPolicy(state.html), state.html);
    return send(response, 200, policy, waitingPage(state, note));
  };
}

function send(response, status, policy, html) {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
    })
    .end(html);
}

/** The report brings its style along: that one is let in by its hash, and nothing else. */
function reportPolicy(html) {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

const withNote = (html, note) =>
  note ? html.replace('<main>', `<main>\n<p class="verdict withheld" role="note"><strong>${note}</strong></p>`) : html;

const page = (head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>The report · billing-checkout</title>
    <link rel="stylesheet" href="/demo/demo.css" />
    ${head}
  </head>
  <body>
    <header><a href="/">billing-checkout</a></header>
    <main>
      <h1>The report is being made</h1>
      ${body}
    </main>
  </body>
</html>`;

const waitingPage = ({ label, share }, note) =>
  page(
    '<meta http-equiv="refresh" content="1" />',
    `<p><label>${label} <progress value="${share.toFixed(2)}">${Math.floor(share * 100)} %</progress></label></p>
      ${note ? `<p>${note}</p>` : ''}`,
  );

const failedPage = (message) =>
  page('', `<p>It could not be made: ${escape(message)}</p><p><a href="/experiment/report">Try again</a></p>`).replace(
    'The report is being made</h1>',
    'There is no report</h1>',
  );

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
