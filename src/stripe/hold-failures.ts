/** What fails while a session is opened is not told beside the refusal of the session itself. */
import type { GatewayEvent, Result } from '../core/ports.js';

/** Fields of a session that Stripe does not take fail as well: that is told once, by `opened`, for what it is. */
export const holdFailures =
  (opened: () => Promise<Result<unknown>> | null, emit: (event: GatewayEvent) => void) =>
  (event: GatewayEvent): void => {
    if (event.type !== 'frame.failed') emit(event);
    else
      void opened()?.then(({ ok }) => {
        if (ok) emit(event);
      });
  };
