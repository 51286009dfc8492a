/** `billing-checkout report`: what an experiment showed, read from Stripe. */
import { existsSync } from 'node:fs';
import { createReport, ReportError, toText } from '../report/index.js';
import { openStripe } from './report/open-stripe.js';
import { toPlanText } from './report/to-plan-text.js';
import { showProgress } from './report/show-progress.js';
import { writePage } from './report/write-page.js';
import { REPORT_USAGE, toReportRequest, type ReportRequest } from './report/to-report-request.js';

type Reading = Extract<ReportRequest, { kind: 'read' }>;

/** Runs to its end; sets the exit code: 0, 1 (no report), 2 (wrong flags), 130 (stopped). */
export async function report(args: readonly string[]): Promise<void> {
  try {
    const request = toReportRequest(args);
    switch (request.kind) {
      case 'help':
        console.log(REPORT_USAGE);
        return;
      case 'plan':
        console.log(toPlanText(request));
        return;
      case 'read':
        await read(request);
    }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    console.error(error.message);
    process.exitCode = { usage: 2, data: 1, stripe: 1, stopped: 130 }[error.kind];
  }
}

async function read({ options, simulator, resume, json, html }: Reading): Promise<void> {
  const { stripe, account } = await openStripe(process.env, simulator);
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  if (existsSync(resume)) console.error(`Going on with what ${resume} keeps.`);
  const progress = showProgress(process.stderr);
  try {
    const made = await createReport({
      ...options,
      stripe,
      account,
      resume,
      signal: stop.signal,
      onProgress: progress.show,
    });
    progress.end();
    if (html !== undefined) writePage(html, made);
    process.stdout.write(json ? `${JSON.stringify(made, null, 2)}\n` : toText(made));
  } finally {
    progress.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
