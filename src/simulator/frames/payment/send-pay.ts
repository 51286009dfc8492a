/** Confirms an intent at the API, or makes a token for one, with the card: like send-confirm, the only place that sends it. */
import type { FrameIntentConfirm } from '../../wire/frame-messages.js';
import { sendIntent, type IntentConfirm, type IntentReply } from '../../wire/intents.js';
import type { ConfirmWith } from './send-confirm.js';

export function sendPay(confirm: FrameIntentConfirm, method: ConfirmWith): Promise<IntentReply> {
  const { key, path, allowRedisplay, billing } = confirm;
  const body: Partial<IntentConfirm> = {
    ...confirm.body,
    ...('saved' in method
      ? { payment_method: method.saved }
      : {
          payment_method_data: {
            type: 'card',
            card: method.card,
            // What the customer typed in the frame goes before what the page knows.
            billing_details: { ...billing, address: { ...billing.address, ...method.address } },
            ...(allowRedisplay !== null && { allow_redisplay: allowRedisplay }),
          },
        }),
  };
  return sendIntent(location.origin, key, { path, method: 'POST', body });
}
