/** Brazilian Portuguese: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Brazilian Portuguese. */
export const extra: ExtraMessages = {
  business: 'Dados da empresa',
  quantity: 'Quantidade',
  quantityLess: 'Um a menos',
  quantityMore: 'Um a mais',
  quantityInvalid: (min, max) => `Escolha um número inteiro de ${String(min)} a ${String(max)}.`,
  totalNow: (amount) => `O total agora é ${amount}.`,
  company: 'Empresa',
  companyMissing: 'Digite o nome da empresa.',
  taxIdCountry: 'País do número fiscal',
  taxIdCountryChoose: 'Escolha um país',
  taxId: 'Número fiscal',
  taxIdOf: (kind) => `Número fiscal (${kind})`,
  taxIdMissing: 'Digite o número fiscal e o país dele.',
  taxIdInvalid: (example) => `Digite o número fiscal como é escrito lá, por exemplo ${example}.`,
  taxIdUnclear: 'Não conseguimos verificar este número fiscal. Tente de novo.',
  purchaseOrder: 'Número do pedido de compra',
  purchaseOrderMissing: 'Digite o número do seu pedido de compra.',
  fieldMissing: (label) => `Preencha “${label}”.`,
  optional: (label) => `${label} (opcional)`,
};
