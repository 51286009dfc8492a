/** Which kind of tax id is asked for: of the address's country until the customer chooses. */
import { TAX_ID_KINDS, type TaxIdKind } from '../contract/tax-id.js';

/** The kind of tax id that is chosen: the one of the address's country until the customer chooses. */
export function chosenKind(typed: Readonly<Record<string, string>>, country: string | null): TaxIdKind | undefined {
  const { tax_type: choice } = typed;
  return choice === undefined
    ? TAX_ID_KINDS.find((kind) => kind.country === country)
    : TAX_ID_KINDS.find((kind) => kindKey(kind) === choice);
}

/** Names a kind among all: a type of Europe's is many countries'. */
export const kindKey = ({ country, type }: TaxIdKind): string => `${country} ${type}`;
