/** Confirms an intent at the API, or makes a token for one, with what was typed: like send-confirm, the only place that sends it. */
import type { FrameIntentConfirm } from '../../wire/frame-messages.js';
import { sendIntent, type IntentConfirm, type IntentReply } from '../../wire/intents.js';
import type { ConfirmWith } from './send-confirm.js';

export function sendPay(origin: string, confirm: FrameIntentConfirm, method: ConfirmWith): Promise<IntentReply> {
  const { key, path, allowRedisplay, billing } = confirm;
  const body: Partial<IntentConfirm> = {
    ...confirm.body,
    ...('saved' in method
      ? { payment_method: method.saved }
      : {
          payment_method_data: {
            ...method.typed,
            // What the customer typed in the frame goes before what the page knows.
            billing_details: {
              ...billing,
              ...method.billing,
              address: { ...billing.address, ...method.billing.address },
            },
            ...(allowRedisplay !== null && { allow_redisplay: allowRedisplay }),
          },
        }),
  };
  return sendIntent(origin, key, { path, method: 'POST', body });
}
