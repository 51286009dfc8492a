/** Waits until a backend answers, with anything at all. */
import { sessionPath } from '../../contract/routes.js';

/** Between two tries, and for one of them. Milliseconds. */
const PAUSE_MS = 150;
const TRY_MS = 5_000;

/** Whether something answers there at this moment. */
export const answers = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(url + sessionPath('cs_test_verify'), { signal: AbortSignal.timeout(TRY_MS) })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

/** False when it has not answered after `seconds`, or once `over` is aborted. */
export async function waitForBackend(url: string, seconds: number, over: AbortSignal): Promise<boolean> {
  const until = Date.now() + seconds * 1000;
  while (!over.aborted) {
    if (await answers(url)) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return false;
}
