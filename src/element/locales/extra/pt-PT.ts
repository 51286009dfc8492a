/** European Portuguese: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in European Portuguese. */
export const extra: ExtraMessages = {
  business: 'Dados da empresa',
  quantity: 'Quantidade',
  quantityLess: 'Menos um',
  quantityMore: 'Mais um',
  quantityInvalid: (min, max) => `Escolha um número inteiro de ${String(min)} a ${String(max)}.`,
  totalNow: (amount) => `O total é agora de ${amount}.`,
  company: 'Empresa',
  companyMissing: 'Introduza o nome da empresa.',
  taxIdCountry: 'País do número fiscal',
  taxIdCountryChoose: 'Escolha um país',
  taxId: 'Número fiscal',
  taxIdOf: (kind) => `Número fiscal (${kind})`,
  taxIdMissing: 'Introduza o número fiscal e o respetivo país.',
  taxIdInvalid: (example) => `Introduza o número fiscal tal como se escreve nesse país, por exemplo ${example}.`,
  taxIdUnclear: 'Não conseguimos verificar este número fiscal. Tente novamente.',
  purchaseOrder: 'Número de encomenda',
  purchaseOrderMissing: 'Introduza o seu número de encomenda.',
  fieldMissing: (label) => `Preencha «${label}».`,
  optional: (label) => `${label} (opcional)`,
};
