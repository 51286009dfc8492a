/** What only some tags ask for, as one file beside the entry: fields, quantity, invoice; what they do, how they look, what they say. */
import type { Extra } from '../../core/extra-fields-port.js';
import { lacksCompany } from '../../contract/company-address.js';
import { askInvoice } from '../../headless/ask-invoice.js';
import { createExtraFields } from '../../headless/extra-fields.js';
import type { LoadChecksums } from '../../headless/load-checksums.js';
import { toExtraFieldsPorts } from '../../headless/extra-fields-ports.js';
import type { ExtraMessages } from '../../core/extra-messages.js';
import type { Runtime } from '../../headless/runtime.js';
import type { View } from '../view.js';
import { businessSection } from './business.js';
import { extraStyles } from './extra-styles.js';
import { createExtraSpeaker, type Speech } from './extra-speaker.js';
import type { Drawn, Lit } from './lit.js';
import { invoiceSection } from './invoice.js';
import { quantityField, quantityLine } from './quantity.js';
import { termsBox } from './terms.js';

/** What the file gives. */
export interface Extras {
  /** Fetches the words of a catalog. Never rejects. */
  readonly fetchWords: (lang: string, warn: (hint: string) => void) => Promise<void>;
  /** Makes the fields of one checkout, and its way to an invoice. */
  readonly createExtra: (runtime: Runtime, speech: () => Speech, warn: (hint: string) => void) => Extra;
  /** Gives an element's shadow root the look of the fields. */
  readonly dress: (root: Node) => void;
  /** Below the contact: company, tax id, order number, the merchant's own. */
  readonly business: (view: View) => Drawn;
  /** Above the pay button: the terms to be agreed to. */
  readonly terms: (view: View) => Drawn;
  /** Below the line of what is bought. */
  readonly quantity: (view: View) => Drawn;
  /** Below the pay button: the way to an invoice, and what it means. */
  readonly invoice: (view: View) => Drawn;
  /** What is read while the invoice is made. */
  readonly sending: (view: View) => string;
  /** Below Stripe's address field, when the company is missing that it must be of. */
  readonly address: (view: View) => string;
  /** What is said of the quantity. */
  readonly quantityLine: (view: View) => string;
}

/** Makes the sections with the Lit of the entry, and with its way to put words over English. */
export function createExtras(lit: Lit): Extras {
  const { styleSheet } = extraStyles(lit);
  const speaker = createExtraSpeaker(lit.overlay);
  return {
    fetchWords: speaker.fetch,
    createExtra(runtime, speech, warn) {
      const words = (): ExtraMessages => speaker.speak(speech(), warn);
      return {
        ...createExtraFields(toExtraFieldsPorts(runtime), words, warn, loadChecksums),
        payByInvoice: () => askInvoice(runtime, words),
      };
    },
    dress(root) {
      if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    },
    business: (view) => businessSection(lit, view, speaker.speak(view, view.warn)),
    terms: (view) => termsBox(lit, view, speaker.speak(view, view.warn)),
    quantity: (view) => quantityField(lit, view, speaker.speak(view, view.warn)),
    invoice: (view) => invoiceSection(lit, view, speaker.speak(view, view.warn)),
    sending: (view) => (isLate(view) ? view.messages.loadingSlow : speaker.speak(view, view.warn).invoiceSending),
    address: (view) => (isNobodys(view) ? speaker.speak(view, view.warn).addressCompany : ''),
    quantityLine: (view) => quantityLine(view, speaker.speak(view, view.warn)),
  };
}

/** Whether an address is typed that must be a company's, and there is none; one that was taken away is asked for once its field is left. */
const isNobodys = ({ session, facts: { filled, typed, left } }: View): boolean =>
  filled.address &&
  (typed['company'] !== '' || left.includes('company')) &&
  lacksCompany(session?.features.address, typed['company']);

/** Nobody has answered for so long that the truth was asked for beside it, or the answer is lost. */
const isLate = ({ state }: View): boolean =>
  state.name === 'checking' || (state.name === 'confirming' && state.asked > 0);

/** Without the file the form of a tax id is all that is looked at. */
const loadChecksums: LoadChecksums = () => import('../../contract/tax-checksum.js').catch(() => null);
