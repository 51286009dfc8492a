/** Spanish: what the extra fields say. */
import type { ExtraMessages } from '../../../core/extra-messages.js';

/** What the extra fields say in Spanish. */
export const extra: ExtraMessages = {
  business: 'Datos de la empresa',
  quantity: 'Cantidad',
  quantityLess: 'Uno menos',
  quantityMore: 'Uno más',
  quantityInvalid: (min, max) => `Elige un número entero entre ${String(min)} y ${String(max)}.`,
  totalNow: (amount) => `El total es ahora de ${amount}.`,
  company: 'Empresa',
  companyMissing: 'Introduce el nombre de la empresa.',
  taxIdCountry: 'País del número fiscal',
  taxIdCountryChoose: 'Elige un país',
  taxId: 'Número fiscal',
  taxIdOf: (kind) => `Número fiscal (${kind})`,
  taxIdMissing: 'Introduce el número fiscal y su país.',
  taxIdInvalid: (example) => `Introduce el número fiscal tal como se escribe allí, por ejemplo ${example}.`,
  taxIdUnclear: 'No hemos podido comprobar este número fiscal. Inténtalo de nuevo.',
  purchaseOrder: 'Número de pedido',
  purchaseOrderMissing: 'Introduce tu número de pedido.',
  fieldMissing: (label) => `Rellena «${label}».`,
  optional: (label) => `${label} (opcional)`,
};
