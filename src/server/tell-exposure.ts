/** Tells the host that a unit has entered an experiment. What the host does about it never keeps a customer waiting. */
import type Stripe from 'stripe';
import { parseAssignment } from '../contract/assignment.js';
import { runAlways, type Hooks, type Once } from './hooks.js';

/** How long an opening waits for the hook, in milliseconds: on some platforms nothing runs after the answer. */
const PATIENCE_MS = 1_000;

/** Runs the hook `exposed` for a new session. Never rejects; what goes wrong is reported. */
export async function tellExposure(
  session: Stripe.Checkout.Session,
  { exposed }: Hooks = {},
  once: Once = runAlways,
  report: (cause: unknown) => void,
): Promise<void> {
  const assignment = parseAssignment(session.metadata);
  if (assignment === null || exposed === undefined) return;
  const fact = `experiment.exposed:${assignment.name}:${assignment.unitHash}`;
  const tell = async (): Promise<void> => once(fact, async () => exposed({ fact, session, assignment }));
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    void tell()
      .catch(report)
      .finally(() => {
        clearTimeout(timer);
        resolve();
      });
  });
}
