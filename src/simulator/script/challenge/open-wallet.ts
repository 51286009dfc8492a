/** A wallet's sheet, as the browser or the phone shows it. */
import type { WalletSetup } from '../../wire/frame-messages.js';
import { walletNames, type WalletCard } from '../../wire/wallets.js';
import { showDialog } from './show-dialog.js';

/** Resolves to the card that the customer authorized, or to null when they closed the sheet. */
export const openWallet = (origin: string, setup: Omit<WalletSetup, 'kind'>): Promise<WalletCard['id'] | null> =>
  showDialog<WalletCard['id'] | null>(origin, {
    kind: 'wallet',
    label: walletNames[setup.wallet],
    setup: { kind: 'wallet', ...setup },
    canceled: null,
    read: (message) => (message.type === 'wallet' ? message.card : undefined),
  });
