/** The bank-linking dialog, as Financial Connections shows it. */
import type { LinkedBank } from '../../wire/test-banks.js';
import { showDialog } from './show-dialog.js';

/** Resolves to the account, or to null when the customer closed it. */
export const linkBank = (origin: string, locale: string): Promise<LinkedBank | null> =>
  showDialog<LinkedBank | null>(origin, {
    kind: 'bank',
    label: 'Link your bank account',
    setup: { kind: 'bank', locale },
    canceled: null,
    read: (message) => (message.type === 'bank' ? message.linked : undefined),
  });
