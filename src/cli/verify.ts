/** `billing-checkout verify`: checks a backend, in any language, against the contract. */
import { writeFileSync } from 'node:fs';
import { createBackendClient } from './verify/backend-client.js';
import { GROUPS } from './verify/cases.js';
import { readVerifyFlags, VERIFY_USAGE, VerifyUsageError, type VerifyRequest } from './verify/read-verify-flags.js';
import { countOf, runCases, type VerifyReport } from './verify/run-cases.js';
import { MissingPackage, openSimulatedStripe, type SimulatedStripe } from './verify/simulated-stripe.js';
import { startCommand, type StartedCommand } from './verify/start-command.js';
import { toSubject } from './verify/subject.js';
import { toJson, toJunit } from './verify/to-files.js';
import { toWords } from './verify/to-words.js';
import { answers, waitForBackend } from './verify/wait-for-backend.js';

/** Why the backend could not be checked, in words that name the mend. */
class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Runs to its end; sets the exit code: 0 (all passed), 1 (a case failed), 2 (could not run), 130 (stopped). */
export async function verify(args: readonly string[]): Promise<void> {
  try {
    const request = readVerifyFlags(args);
    if (request.kind === 'help') {
      console.log(VERIFY_USAGE);
      return;
    }
    const report = await withSimulator(request);
    process.stdout.write(toWords(report));
    if (request.json !== null) write(request.json, toJson(report));
    if (request.junit !== null) write(request.junit, toJunit(report));
    process.exitCode = countOf(report, 'failed') === 0 ? 0 : 1;
  } catch (error) {
    const known = [CannotRun, VerifyUsageError, MissingPackage].some((kind) => error instanceof kind);
    if (!known || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new CannotRun(`${file} cannot be written: ${cause instanceof Error ? cause.message : 'no reason'}.`, {
      cause,
    });
  }
}

async function withSimulator(request: VerifyRequest): Promise<VerifyReport> {
  const place = await open(request);
  const stopping: (() => Promise<void>)[] = [place.close];
  const stop = async (): Promise<void> => {
    await Promise.all(stopping.splice(0).map((each) => each()));
  };
  const onSignal = (): void => void stop().then(() => process.exit(130));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const variables = toVariables(request, place);
    const started = await begin(request, variables);
    if (started !== null) stopping.push(started.stop);
    await waitFor(request, started);
    return await runCases(toSubject(createBackendClient(request), place, request), GROUPS, request.only);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await stop();
  }
}

async function open({ port, prices }: VerifyRequest): Promise<SimulatedStripe> {
  try {
    return await openSimulatedStripe(port, prices);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    throw new CannotRun(`Port ${port} is in use: choose another with --simulator-port.`, { cause: error });
  }
}

/** What the backend has to be started with. */
function toVariables(
  { customerHeader, origin, webhookSecret }: VerifyRequest,
  { url, secretKey }: SimulatedStripe,
): Readonly<Record<string, string>> {
  return {
    STRIPE_API_BASE: url,
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    BILLING_ORIGIN: origin,
    ...(customerHeader !== null && { BILLING_CUSTOMER_HEADER: customerHeader.name }),
  };
}

/** Starts the command, or says with what the backend is to be started. */
async function begin(
  request: VerifyRequest,
  variables: Readonly<Record<string, string>>,
): Promise<StartedCommand | null> {
  if (request.command === null) {
    console.error(toInstructions(request, variables));
    return null;
  }
  if (await answers(request.url)) {
    throw new CannotRun(`Something answers at ${request.url} already: end it, or leave out --command.`);
  }
  return startCommand(request.command, variables);
}

function toInstructions({ url, wait }: VerifyRequest, variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(([name, value]) => `  ${name}=${value}`);
  return `A local Stripe listens. Start the backend with\n${lines.join('\n')}\nWaiting up to ${wait} s for ${url} to answer.`;
}

async function waitFor({ url, wait }: VerifyRequest, started: StartedCommand | null): Promise<void> {
  const over = new AbortController();
  void started?.ended.then(() => {
    over.abort();
  });
  const there = await waitForBackend(url, wait, over.signal);
  const how = started?.how() ?? null;
  if (there && how === null) return;
  const said = started?.said() ?? '';
  const last = said === '' ? '' : `\nThe last that it said:\n${said}`;
  if (how !== null) throw new CannotRun(`The backend is not running: ${how}.${last}`);
  throw new CannotRun(
    `${url} has not answered within ${wait} s. Start the backend, or give it longer with --wait.${last}`,
  );
}
