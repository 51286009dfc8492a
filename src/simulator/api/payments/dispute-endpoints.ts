/** Routes of disputes: read, answered, given up. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, flag, metadata, pagination, text } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { Dispute } from '../stripe-types.js';
import { closeDispute } from './close-dispute.js';
import { addEvidence, evidence, submitEvidence } from './dispute-evidence.js';

const answered = {
  evidence: evidence.optional(),
  intended_submission_method: z.unknown().optional(),
  metadata: emptyable(metadata).optional(),
  submit: flag.optional(),
};
type Answered = z.output<z.ZodObject<typeof answered>>;

function findDispute(account: Account, id: string): Dispute {
  const dispute = account.disputes.get(id);
  if (!dispute) throw missingResource('dispute', id, 'dispute');
  return dispute;
}

function checkOpen({ status }: Dispute): void {
  if (status === 'won' || status === 'lost' || status === 'warning_closed') {
    throw invalidRequest('This dispute is already closed');
  }
}

function checkUnanswered({ status }: Dispute): void {
  if (status.endsWith('needs_response')) return;
  throw invalidRequest('Evidence has been submitted for this dispute already. The bank is looking at it.');
}

function answer(account: Account, dispute: Dispute, params: Answered): Dispute {
  const { evidence: given, submit = given !== undefined } = params;
  if (params.intended_submission_method !== undefined) throw notSimulated('intended_submission_method');
  checkOpen(dispute);
  if (given !== undefined || submit) checkUnanswered(dispute);
  if (given !== undefined) addEvidence(dispute, given);
  if (submit) {
    if (!dispute.evidence_details.has_evidence) {
      throw invalidRequest('There is no evidence to submit for this dispute.', { param: 'submit' });
    }
    submitEvidence(account, dispute);
  }
  dispute.metadata = applyMetadata(dispute.metadata, params.metadata);
  account.emit('charge.dispute.updated', dispute);
  return dispute;
}

/** There is nothing to say against it: it is lost. */
function giveUp(account: Account, dispute: Dispute): Dispute {
  checkOpen(dispute);
  if (dispute.status.startsWith('warning_')) throw notSimulated('dispute', 'Closing an inquiry');
  checkUnanswered(dispute);
  closeDispute(account, dispute, 'lost');
  return dispute;
}

export const disputeEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/disputes', {
    params: { ...pagination, created, charge: text.optional(), payment_intent: text.optional() },
    run: ({ account, params, path }) => {
      const { charge, payment_intent: intent } = params;
      const items = newestFirst(account.disputes)
        .filter(createdWithin(params.created))
        .filter((dispute) => charge === undefined || dispute.charge === charge)
        .filter((dispute) => intent === undefined || dispute.payment_intent === intent);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/disputes/:id', { run: ({ account, id }) => findDispute(account, id) }),
  endpoint('POST /v1/disputes/:id', {
    params: answered,
    run: ({ account, params, id }) => answer(account, findDispute(account, id), params),
  }),
  endpoint('POST /v1/disputes/:id/close', { run: ({ account, id }) => giveUp(account, findDispute(account, id)) }),
];
